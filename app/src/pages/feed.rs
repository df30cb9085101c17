use leptos::prelude::*;

use super::NotFound;

/// `/`
#[component]
pub fn FeedPage() -> impl IntoView {
    view! { <NotFound /> }
}

/// `/v/{video}`
#[component]
pub fn VideoPage() -> impl IntoView {
    view! { <NotFound /> }
}
