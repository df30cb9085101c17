//! What goes with the clip's time: progress, product cards, the panel beside it.

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlVideoElement};

use super::dom;

pub fn start() {
    dom::listen(&document(), "timeupdate", |event: Event| {
        let Some(video) = event.target().and_then(|target| target.dyn_into::<HtmlVideoElement>().ok()) else { return };
        if let Ok(Some(clip)) = video.closest(".clip.current") {
            at(&clip, &video);
        }
    });
    dom::listen(&document(), "click", |event: Event| {
        if let Some(card) = dom::hit(&event, ":is(.clip, [data-panel]) a[data-from]") {
            met(&card, "1");
        }
    });
}

/// Tells the shop that a card was on the screen or tapped; the card's own link says which.
fn met(card: &Element, tapped: &'static str) {
    // Who looks at a draft is no viewer.
    if dom::find("[data-preview-bar]").is_some() {
        return;
    }
    let href = dom::attr(card, "href");
    let Some((product, source)) = href.strip_prefix("/p/").and_then(|rest| rest.split_once('?')) else { return };
    let Some((_, clip)) = source.rsplit_once("video=") else { return };
    let body = format!("id={clip}&product={product}&tapped={tapped}");
    spawn_local(async move { _ = dom::send("/fn/video/card", body).await });
}

#[expect(
    clippy::float_arithmetic,
    clippy::cast_possible_truncation,
    reason = "the media element counts in fractions of a second"
)]
fn at(clip: &Element, video: &HtmlVideoElement) {
    let (now, whole) = (video.current_time(), video.duration());
    if !whole.is_finite() {
        return;
    }
    let ms = (now * 1_000.0) as i64;
    let time = |element: &Element, name: &str| dom::attr(element, name).parse::<i64>().unwrap_or_default();
    // The latest one of those on screen is shown; the others are in the bag.
    let cards = dom::all(clip, ".pcard");
    let shown = cards.iter().rposition(|card| (time(card, "data-from")..time(card, "data-to")).contains(&ms));
    for (i, card) in cards.iter().enumerate() {
        dom::class(card, "on", shown == Some(i));
    }
    if let Some(card) = shown.and_then(|nth| cards.get(nth)).filter(|card| !card.has_attribute("data-met")) {
        _ = card.set_attribute("data-met", "");
        met(card, "0");
    }
    for row in dom::find("[data-panel]").map(|panel| dom::all(&panel, "[data-from]")).unwrap_or_default() {
        let on = (time(&row, "data-from")..time(&row, "data-to")).contains(&ms);
        dom::class(&row, "on", on);
    }
    if let Some(bar) = dom::within(clip, ".progress") {
        _ = bar.set_attribute("aria-valuenow", &(now as i64).to_string());
        fill(&bar, ms);
    }
    if let Some(left) = dom::find("#sheet [data-left]") {
        let clock = |s: f64| format!("{}:{:02}", s as i64 / 60, s as i64 % 60);
        left.set_text_content(Some(&format!("{} / {}", clock(now), clock(whole))));
    }
    if now > 2.0 && !clip.has_attribute("data-counted") {
        _ = clip.set_attribute("data-counted", "");
        let body = format!("id={}", dom::attr(clip, "data-video"));
        spawn_local(async move { _ = dom::send("/fn/video/played", body).await });
    }
}

/// The bar up to `now`, and a dot where each card appears; both in milliseconds.
fn fill(bar: &Element, now: i64) {
    let whole = dom::attr(bar, "data-ms").parse().unwrap_or(1).max(1);
    let part = |ms: i64| {
        let points = ms.saturating_mul(10_000) / whole;
        format!("{}.{:02}%", points / 100, points % 100)
    };
    let set = |element: &Element, name: &str, ms: i64| {
        if let Some(element) = element.dyn_ref::<HtmlElement>() {
            _ = element.style().set_property(name, &part(ms));
        }
    };
    if let Some(track) = dom::within(bar, "b") {
        set(&track, "--at", now);
    }
    for dot in dom::all(bar, "i[data-from]") {
        set(&dot, "--from", dom::attr(&dot, "data-from").parse().unwrap_or_default());
        _ = dot.remove_attribute("data-from");
    }
}

/// Beside the clip on the desktop: copies of its layers' contents, without what makes them layers.
pub fn show_panel(clip: &Element) {
    let Some(panel) = dom::find("[data-panel]") else { return };
    panel.set_text_content(None);
    for part in dom::all(clip, "[data-side] > .layer > *") {
        if let Ok(copy) = part.clone_node_with_deep(true) {
            _ = panel.append_child(&copy);
        }
    }
}
