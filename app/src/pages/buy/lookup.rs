use leptos::prelude::*;

use crate::{
    context::caller,
    ui::{Frame, Tab},
};

/// `/lookup`
#[component]
pub fn LookupPage() -> impl IntoView {
    let title = caller().texts().buy.lookup;
    view! {
        <Frame title tab=Tab::Me>
            <h1>{title}</h1>
        </Frame>
    }
}
