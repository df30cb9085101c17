use leptos::prelude::*;

use crate::{
    context::caller,
    ui::{Frame, Tab},
};

/// `/cart`
#[component]
pub fn CartPage() -> impl IntoView {
    let title = caller().texts().buy.cart;
    view! {
        <Frame title tab=Tab::Bag>
            <h1>{title}</h1>
        </Frame>
    }
}
