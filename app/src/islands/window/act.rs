//! Acts: shown at once where that is safe, told to the shop one after the other, and worked in as it answers.

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
};

use js_sys::{Function, Reflect};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlButtonElement, HtmlElement, HtmlFormElement, SubmitEvent};

use super::{bench, frame, news, panel, typed, version};
use crate::islands::{dom, page};

thread_local! {
    /// Acts that are not told yet, as address and body; one at a time is on its way, so that they arrive in order.
    static WAITING: RefCell<VecDeque<(String, String)>> = const { RefCell::new(VecDeque::new()) };
    /// Whether one is on its way.
    static BUSY: Cell<bool> = const { Cell::new(false) };
    /// Whether the draft is to be published once all is told.
    static PUBLISH: Cell<bool> = const { Cell::new(false) };
}

/// Whether the page shows what the shop knows: no act is on its way and no row in the hand.
pub fn is_settled() -> bool {
    !BUSY.get() && is_still()
}

/// Whether nothing here is newer than the answer to the last act.
fn is_still() -> bool {
    WAITING.with_borrow(VecDeque::is_empty) && dom::find(".held").is_none()
}

/// A form of the bench was sent.
pub fn submit(event: Event) {
    let Some(form) = dom::hit(&event, "form[data-acts], form[data-publish]") else { return };
    let Ok(form) = form.dyn_into::<HtmlFormElement>() else { return };
    if form.has_attribute("data-publish") {
        // Its version is that of the last answer.
        if BUSY.get() {
            event.prevent_default();
            PUBLISH.set(true);
        }
        return;
    }
    event.prevent_default();
    let button = event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter);
    let button = button.and_then(|button| button.dyn_into::<HtmlButtonElement>().ok());
    let key = button.as_ref().map(|button| dom::attr(button, "data-key")).unwrap_or_default();
    if let (Some(row), "top" | "up" | "down") = (button.as_ref().and_then(|button| row_of(button)), key.as_str()) {
        step(&row, &key);
        return;
    }
    let Some(mut body) = page::fields(&form) else { return };
    if let Some(button) = button.filter(|button| !button.name().is_empty()) {
        body = format!("{body}&{}={}", button.name(), button.value());
    }
    send(dom::attr(&form, "action"), body);
}

/// The row that an element is in.
pub fn row_of(element: &Element) -> Option<Element> {
    element.closest("[data-item]").ok().flatten()
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
    if focused != document().active_element()
        && let Some(focused) = focused.and_then(|focused| focused.dyn_into::<HtmlElement>().ok())
    {
        _ = focused.focus();
    }
    landed(row);
}

/// Moves one row in the list, and keeps how long that took.
pub fn put(row: &Element, before: Option<&Element>) {
    let Some(list) = row.parent_element() else { return };
    let started = frame::clock();
    place(&list, row, before);
    if let Some(bench) = bench() {
        #[expect(clippy::float_arithmetic, reason = "a browser's clock")]
        let took = frame::clock() - started;
        _ = bench.set_attribute("data-reorder-ms", &took.to_string());
    }
}

/// Moves a row as it is where the browser can, so that it keeps the focus, which would cost a layout to give back; takes
/// it out and puts it in again where it cannot.
pub fn place(list: &Element, row: &Element, before: Option<&Element>) {
    let next = before.map_or(JsValue::NULL, JsValue::from);
    let moved = Reflect::get(list, &JsValue::from_str("moveBefore"))
        .and_then(|of| of.dyn_into::<Function>()?.call2(list, row, &next));
    if moved.is_err() {
        _ = list.insert_before(row, before.map(AsRef::as_ref));
    }
}

/// Tells the shop where a row stands now.
pub fn landed(row: &Element) {
    let Some(bench) = bench() else { return };
    let before = row.next_element_sibling().map(|next| dom::attr(&next, "data-item")).unwrap_or_default();
    let body = format!("handle={}&act=move:{}:{before}", dom::attr(&bench, "data-window"), dom::attr(row, "data-item"));
    send("/fn/window/change".to_owned(), body);
}

/// Tells an act after those that wait.
fn send(url: String, body: String) {
    // Whoever is quick takes it back before it is answered.
    if let Some(undo) = dom::find("[data-step='0'] button") {
        _ = undo.remove_attribute("disabled");
    }
    frame::mark();
    WAITING.with_borrow_mut(|waiting| waiting.push_back((url, body)));
    if !BUSY.replace(true) {
        spawn_local(tell());
    }
}

async fn tell() {
    // What comes in while the page is set right after a refusal is told, too.
    while !WAITING.with_borrow(VecDeque::is_empty) {
        if !tell_waiting().await {
            // Nobody publishes what is not what they arranged.
            PUBLISH.set(false);
            news::all().await;
        }
    }
    BUSY.set(false);
    frame::renew();
    if PUBLISH.replace(false)
        && let Some(form) = dom::find("form[data-publish]").and_then(|form| form.dyn_into::<HtmlFormElement>().ok())
    {
        _ = form.request_submit();
    }
}

/// Tells what waits, in order; whether nothing was refused.
async fn tell_waiting() -> bool {
    let mut refused = false;
    while let Some((url, body)) = WAITING.with_borrow_mut(VecDeque::pop_front) {
        match dom::send(&url, format!("{body}&seen={}&open={}", version(), panel::open())).await {
            Ok(answer) => {
                news::own();
                // What is shown here may be newer than the answer; then the next one tells all of it.
                if is_still() {
                    news::show(&answer).await;
                }
            }
            Err(words) => {
                dom::toast(&words);
                typed::refused();
                refused = true;
            }
        }
    }
    !refused
}
