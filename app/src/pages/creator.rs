use leptos::prelude::*;

use super::NotFound;

/// `/c/{handle}`
#[component]
pub fn CreatorPage() -> impl IntoView {
    view! { <NotFound /> }
}
