use leptos::prelude::*;

use crate::{
    context::caller,
    ui::{Frame, Tab},
};

/// `/orders/{order}`
#[component]
pub fn OrderPage() -> impl IntoView {
    let title = caller().texts().buy.order;
    view! {
        <Frame title tab=Tab::Me>
            <h1>{title}</h1>
        </Frame>
    }
}
