use leptos::prelude::*;

use super::NotFound;

/// `/c/{handle}/showcase`
#[component]
pub fn ShowcasePage() -> impl IntoView {
    view! { <NotFound /> }
}
