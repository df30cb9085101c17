//! Acts: shown at once where that is safe, sent to the shop, and what depends on them fetched anew.

use std::cell::Cell;

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlButtonElement, HtmlFormElement, SubmitEvent};

use super::{bench, frame, set_version, version};
use crate::islands::{dom, page};

thread_local! {
    /// Acts on their way.
    static BUSY: Cell<u32> = const { Cell::new(0) };
    /// Counts refreshes, so that only the last one is shown.
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// Whether an act is on its way.
pub fn is_busy() -> bool {
    BUSY.get() > 0
}

/// A form of the bench was sent.
pub fn submit(event: Event) {
    let Some(form) = dom::hit(&event, "form[data-acts]") else { return };
    let Ok(form) = form.dyn_into::<HtmlFormElement>() else { return };
    event.prevent_default();
    let button = event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter);
    let button = button.and_then(|button| button.dyn_into::<HtmlButtonElement>().ok());
    let key = button.as_ref().map(|button| dom::attr(button, "data-key")).unwrap_or_default();
    if let (Some(row), "top" | "up" | "down") = (row_of(button.as_ref().map(AsRef::as_ref)), key.as_str()) {
        step(&row, &key);
        return;
    }
    let Some(mut body) = page::fields(&form) else { return };
    if let Some(button) = button.filter(|button| !button.name().is_empty()) {
        body = format!("{body}&{}={}", button.name(), button.value());
    }
    send(dom::attr(&form, "action"), body, true);
}

fn row_of(element: Option<&Element>) -> Option<Element> {
    element?.closest("[data-item]").ok().flatten()
}

/// Takes a row one place, or all the way, and says so to the shop.
pub fn step(row: &Element, way: &str) {
    let Some(list) = row.parent_element() else { return };
    let before = match way {
        "top" => list.first_element_child(),
        "up" => row.previous_element_sibling(),
        _ => row.next_element_sibling().and_then(|next| next.next_element_sibling()),
    };
    let is_last = row.next_element_sibling().is_none();
    if before.as_ref() == Some(row) || (way == "down" && is_last) || (way == "up" && before.is_none()) {
        return;
    }
    let focused = document().active_element();
    put(row, before.as_ref());
    // A node that is moved loses the focus.
    if let Some(focused) = focused.and_then(|focused| focused.dyn_into::<web_sys::HtmlElement>().ok()) {
        _ = focused.focus();
    }
    landed(row);
}

/// Moves one row in the list, and keeps how long that took.
pub fn put(row: &Element, before: Option<&Element>) {
    let Some(list) = row.parent_element() else { return };
    let clock = window().performance();
    let now = || clock.as_ref().map(|clock| clock.now()).unwrap_or_default();
    let started = now();
    _ = list.insert_before(row, before.map(AsRef::as_ref));
    if let Some(bench) = bench() {
        #[expect(clippy::float_arithmetic, reason = "a browser's clock")]
        let took = now() - started;
        _ = bench.set_attribute("data-reorder-ms", &took.to_string());
    }
}

/// Tells the shop where a row stands now.
pub fn landed(row: &Element) {
    let Some(bench) = bench() else { return };
    let before = row.next_element_sibling().map(|next| dom::attr(&next, "data-item")).unwrap_or_default();
    let body = format!("handle={}&act=move:{}:{before}", dom::attr(&bench, "data-window"), dom::attr(row, "data-item"));
    send("/fn/window/change".to_owned(), body, false);
}

/// Sends an act; `whole` if rows look different after it.
pub fn send(url: String, body: String, whole: bool) {
    BUSY.set(BUSY.get() + 1);
    spawn_local(async move {
        let answer = dom::send(&url, body).await;
        BUSY.set(BUSY.get().saturating_sub(1));
        match answer.map(|text| text.parse::<i64>().unwrap_or_default()) {
            Ok(now) => {
                // More than one further: somebody else has acted too, so the list is not what is shown.
                let alone = now <= version() + 1;
                // Whoever is quick takes it back before the page has been asked again.
                if let Some(undo) = dom::find("[data-step='0'] button") {
                    _ = undo.remove_attribute("disabled");
                }
                set_version(now.max(version()));
                frame::renew();
                refresh(whole || !alone).await;
            }
            Err(words) => {
                dom::toast(&words);
                refresh(true).await;
            }
        }
    });
}

/// Shows again what depends on the draft; with `whole` the list, too.
pub async fn refresh(whole: bool) {
    let turn = TURN.get().wrapping_add(1);
    TURN.set(turn);
    let location = window().location();
    let url = format!("/studio/window{}", location.search().unwrap_or_default());
    let Some(fresh) = dom::load(&url).await else { return };
    // A later act is on its way and will ask again.
    if TURN.get() != turn || (is_busy() && !whole) {
        return;
    }
    let focused = document()
        .active_element()
        .map(|element| (row_of(Some(&element)).map(|row| dom::attr(&row, "id")), dom::attr(&element, "data-key")));
    let parts = ["window-acts", "window-notes", "window-groups", "window-add", "window-list"];
    let parts = parts.iter().filter(|id| whole || !matches!(**id, "window-list" | "window-groups" | "window-add"));
    for id in parts {
        if let (Some(old), Some(new)) = (document().get_element_by_id(id), fresh.get_element_by_id(id)) {
            _ = old.replace_with_with_node_1(&new);
        }
    }
    if let (Some(bench), Ok(Some(new))) = (bench(), fresh.query_selector("[data-window]")) {
        _ = bench.set_attribute("data-version", &dom::attr(&new, "data-version"));
    }
    if let Some((Some(id), key)) = focused.filter(|_| whole) {
        let place =
            if key.is_empty() { format!("[id='{id}'] [data-row]") } else { format!("[id='{id}'] [data-key='{key}']") };
        if let Some(element) = dom::find(&place).and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
            _ = element.focus();
        }
    }
}
