use leptos::prelude::*;

use crate::{
    context::caller,
    ui::{Frame, Tab},
};

/// `/orders`
#[component]
pub fn OrdersPage() -> impl IntoView {
    let title = caller().texts().buy.orders;
    view! {
        <Frame title tab=Tab::Me>
            <h1>{title}</h1>
        </Frame>
    }
}
