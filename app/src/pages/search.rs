use leptos::prelude::*;

use super::NotFound;

/// `/search`
#[component]
pub fn SearchPage() -> impl IntoView {
    view! { <NotFound /> }
}
