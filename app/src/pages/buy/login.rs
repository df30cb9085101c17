use leptos::prelude::*;

use crate::{
    context::caller,
    ui::{Frame, Tab},
};

/// `/login`
#[component]
pub fn LoginPage() -> impl IntoView {
    let title = caller().texts().buy.login;
    view! {
        <Frame title tab=Tab::Me>
            <h1>{title}</h1>
        </Frame>
    }
}
