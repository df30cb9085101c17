//! Where one can go in the back office: one list, for the rail, a phone's bar and the home.

use leptos::prelude::*;
use shared::{Duty, dto::MyShop};

use super::StudioTab;
use crate::{context::caller, ui::icon};

/// Places that a phone's bar has room for; beyond, the last of them leads to the rest.
const ON_PHONE: usize = 5;

/// A place, as far as the caller may go there.
struct Place {
    tab: StudioTab,
    href: &'static str,
    mark: &'static str,
    name: &'static str,
    /// What is to be known there, with how a screen reader says it; 0 for nothing.
    count: (i64, fn(i64) -> String),
}

/// The places of the caller: those of `shop` that their role looks after, those of the operator.
fn places(shop: Option<&MyShop>) -> Vec<Place> {
    let studio = caller().texts().studio;
    let (shell, affiliate, violations) = (&studio.shell, &studio.affiliate, &studio.violations);
    let is_operator = matches!(caller().actor, commerce::Actor::Operator(_));
    let may = |duty| shop.is_some_and(|shop| shop.role.may(duty));
    // What follows from selling is no place of a shop whose goods another one sells.
    let sells = shop.is_some_and(|shop| shop.mode.sells_here());
    let open = shop.map(|shop| shop.violations).unwrap_or_default();
    let all = [
        (true, StudioTab::Home, "/studio", "home", shell.home),
        (may(Duty::Window), StudioTab::Window, "/studio/window", "window", shell.window),
        (may(Duty::Products), StudioTab::Products, "/studio/products", "box", shell.products),
        (may(Duty::Clips), StudioTab::Clips, "/studio/clips", "play", studio.clips.clips),
        (may(Duty::Window), StudioTab::Selection, "/studio/selection", "search", affiliate.selection),
        (may(Duty::Products) && sells, StudioTab::Promotion, "/studio/promotion", "share", affiliate.promotion),
        (may(Duty::Money), StudioTab::Deposit, "/studio/deposit", "wallet", shell.deposit),
        (may(Duty::Shop), StudioTab::Violations, "/studio/violations", "alert", violations.title),
        (may(Duty::Shop), StudioTab::People, "/studio/staff", "user", shell.people),
        (is_operator, StudioTab::Applications, "/console/applications", "shield", shell.applications),
        (is_operator, StudioTab::Review, "/console/products", "check", studio.clip_review.both),
        (is_operator, StudioTab::Users, "/console/users", "user", violations.users),
        (is_operator, StudioTab::Tables, "/console/categories", "updown", studio.tables.tables),
        ((shop.is_none() && !is_operator) || may(Duty::Shop), StudioTab::Open, "/studio/open", "store", shell.open),
    ];
    let place = |(_, tab, href, mark, name)| {
        let count = if tab == StudioTab::Violations { open } else { 0 };
        Place { tab, href, mark, name, count: (count, violations.count) }
    };
    all.into_iter().filter(|(goes, ..)| *goes).map(place).collect()
}

/// The places as links, the one the page belongs to marked; what a phone has no room for is behind its last link.
pub fn rail(here: StudioTab, shop: Option<&MyShop>) -> impl IntoView + use<> {
    let shell = &caller().texts().studio.shell;
    let places = places(shop);
    let room = if places.len() > ON_PHONE { ON_PHONE - 1 } else { ON_PHONE };
    let more = (places.len() > ON_PHONE).then(|| {
        let is_there = places.iter().skip(room).any(|place| place.tab == here).then_some("true");
        let news = places.iter().skip(room).any(|place| place.count.0 > 0);
        let dot = news.then(|| view! { <b class="dot" aria-hidden="true"></b> });
        view! { <a class="more" href="/studio#places" aria-current=is_there>{icon("grip")}<span>{shell.more}</span>{dot}</a> }
    });
    let links = places.iter().enumerate().map(|(nth, place)| {
        let current = (place.tab == here).then_some("page");
        view! { <a class:rest={nth >= room} href=place.href aria-current=current title=place.name>{icon(place.mark)}<span>{place.name}</span>{count(place)}</a> }
    });
    view! { <nav aria-label=shell.nav>{links.collect_view()}{more}</nav> }
}

/// The places as a list, for a phone; on a desktop the rail shows them all.
pub fn list(shop: Option<&MyShop>) -> impl IntoView + use<> {
    let shell = &caller().texts().studio.shell;
    let links = places(shop).into_iter().filter(|place| place.tab != StudioTab::Home).map(|place| {
        view! { <a href=place.href>{icon(place.mark)}<span>{place.name}</span>{count(&place)}</a> }
    });
    view! { <nav class="rows card-rows places" id="places" aria-label=shell.nav>{links.collect_view()}</nav> }
}

fn count(place: &Place) -> impl IntoView + use<> {
    let (count, says) = place.count;
    (count > 0).then(|| view! { <b class="count" aria-hidden="true">{count}</b><span class="sr">{says(count)}</span> })
}
