use leptos::prelude::*;

use crate::{
    context::caller,
    ui::{Frame, Tab},
};

/// `/pay/{payment}`
#[component]
pub fn PayPage() -> impl IntoView {
    let title = caller().texts().buy.pay;
    view! {
        <Frame title tab=Tab::Bag>
            <h1>{title}</h1>
        </Frame>
    }
}
