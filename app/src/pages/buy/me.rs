use leptos::prelude::*;

use crate::{
    context::caller,
    ui::{Frame, Tab},
};

/// `/me`
#[component]
pub fn MePage() -> impl IntoView {
    let title = caller().texts().buy.me;
    view! {
        <Frame title tab=Tab::Me>
            <h1>{title}</h1>
        </Frame>
    }
}
