use leptos::prelude::*;

use super::{icon, icon_of, logo};
use crate::context::caller;

/// The head of a page: back and bag on the phone; logo, search and places on the desktop.
#[component]
pub fn Bar(
    /// Shown in the middle on the phone; the page's own heading stays an `h1`.
    #[prop(optional, into)]
    title: Option<String>,
    /// Where back leads when there is no page to go back to.
    #[prop(default = "/".to_owned(), into)]
    back: String,
    /// More classes: `only-desk` where the phone has a head of its own.
    #[prop(default = "bar")]
    class: &'static str,
    /// Offers to share the page.
    #[prop(default = false)]
    share: bool,
) -> impl IntoView {
    let common = caller().texts().common;
    view! {
        <header class=class>
            <div class="desk">{logo()}</div>
            <a class="ib phone" href=back data-back aria-label=common.back>{icon("left")}</a>
            <span class="grow phone title one" aria-hidden="true">{title}</span>
            <form class="desk seek" role="search" action="/search">
                {icon_of("i m", "search")}
                <input class="field" type="search" name="q" maxlength="80" aria-label=common.search placeholder=common.search_hint />
            </form>
            <nav class="desk" aria-label=common.main_nav>
                <a href="/">{common.clips}</a>
                <a href="/search">{common.discover}</a>
                <a href="/orders">{common.orders}</a>
            </nav>
            <a class="ib" href="/cart" aria-label=common.bag>{icon("bag")}<span class="badge" data-bag hidden></span></a>
            {share.then(|| view! {
                <button class="ib phone" type="button" data-share data-done=common.copied aria-label=common.share>{icon("share")}</button>
            })}
            <a class="ib desk" href="/me" aria-label=common.me>{icon("user")}</a>
        </header>
    }
}
