use leptos::prelude::*;

use super::{icon, logo};
use crate::{context::caller, i18n::common::Common};

/// The four places of the shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// The feed.
    Home,
    /// Creators and their showcases.
    Discover,
    /// The cart.
    Bag,
    /// Orders, addresses, settings.
    Me,
    /// None of them.
    Elsewhere,
}

/// The way between them: a bar at the bottom of the phone; beside the feed (`class="nav"`) also a
/// rail on the desktop.
#[component]
pub fn Dock(tab: Tab, #[prop(default = "dock")] class: &'static str) -> impl IntoView {
    let common: &Common = caller().texts().common;
    let here = move |this: Tab| (this == tab).then_some("page");
    let rail = class == "nav";
    view! {
        <nav class=class aria-label=common.main_nav>
            {rail.then(logo)}
            <a href="/" aria-current=here(Tab::Home)>{icon("home")}{common.home}</a>
            <a href="/search" aria-current=here(Tab::Discover)>{icon("window")}{common.discover}</a>
            <a href="/cart" aria-current=here(Tab::Bag)>{icon("bag")}{common.bag}<span class="badge" data-bag hidden></span></a>
            <a href="/me" aria-current=here(Tab::Me)>{icon("user")}{common.me}</a>
        </nav>
    }
}
