use leptos::prelude::*;

use crate::{
    context::caller,
    ui::{Frame, Tab},
};

/// `/me/addresses`
#[component]
pub fn AddressesPage() -> impl IntoView {
    let title = caller().texts().buy.addresses;
    view! {
        <Frame title tab=Tab::Me>
            <h1>{title}</h1>
        </Frame>
    }
}
