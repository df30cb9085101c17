use leptos::prelude::*;

use crate::{
    context::caller,
    ui::{Frame, Tab},
};

/// `/checkout`
#[component]
pub fn CheckoutPage() -> impl IntoView {
    let title = caller().texts().buy.checkout;
    view! {
        <Frame title tab=Tab::Bag>
            <h1>{title}</h1>
        </Frame>
    }
}
