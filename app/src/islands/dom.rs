//! A few words for what islands do to the document.
#![cfg_attr(not(feature = "hydrate"), allow(dead_code, reason = "called in the browser only"))]

use std::cell::Cell;

use gloo_net::http::Request;
use js_sys::{Function, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Document, DomParser, Element, Event, EventTarget, HtmlElement, SupportedType};

/// Elements below `root` that match.
pub fn all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|i| list.get(i)?.dyn_into().ok()).collect()
}

/// The first element of the document that matches.
pub fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// The first element below `root` that matches.
pub fn within(root: &Element, selector: &str) -> Option<Element> {
    root.query_selector(selector).ok().flatten()
}

/// An attribute, empty if it is missing.
pub fn attr(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

/// Shows or hides.
pub fn show(element: &Element, on: bool) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        element.set_hidden(!on);
    }
}

/// Sets or clears a class.
pub fn class(element: &Element, name: &str, on: bool) {
    _ = element.class_list().toggle_with_force(name, on);
}

/// Listens for the life of the page, in the capture phase: also to what does not bubble.
pub fn listen(target: &EventTarget, event: &str, handle: impl FnMut(Event) + 'static) {
    let closure = Closure::wrap(Box::new(handle) as Box<dyn FnMut(Event)>);
    _ = target.add_event_listener_with_callback_and_bool(event, closure.as_ref().unchecked_ref(), true);
    closure.forget();
}

/// Brings a picture of a gallery into view.
#[expect(clippy::float_arithmetic, reason = "places on a screen")]
pub fn turn(gallery: &Element, picture: &Element) {
    let by = picture.get_bounding_client_rect().left() - gallery.get_bounding_client_rect().left();
    gallery.scroll_by_with_x_and_y(by, 0.0);
}

/// A place on a screen, which is not wider than that.
pub fn narrow(place: i32) -> f32 {
    i16::try_from(place).unwrap_or(i16::MAX).into()
}

/// The element that an event happened to, or the nearest one around it that matches.
pub fn hit(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()
}

/// Says something for a moment, also to those who listen.
pub fn toast(text: &str) {
    let Some(place) = find("[data-toast]") else { return };
    place.set_text_content(Some(text));
    class(&place, "on", true);
    leptos::prelude::set_timeout(move || class(&place, "on", false), std::time::Duration::from_millis(2_600));
}

/// What to say when a request or its answer got lost.
pub fn lost() -> String {
    document().body().map(|body| attr(&body, "data-lost")).unwrap_or_default()
}

thread_local! {
    static PIECES: Cell<i32> = const { Cell::new(0) };
}

/// Shows the number of pieces again, in what was put into the page since.
pub fn renew_badges() {
    set_badges(PIECES.get());
}

/// Shows how many pieces are in the bag.
pub fn set_badges(pieces: i32) {
    PIECES.set(pieces);
    let Some(root) = document().document_element() else { return };
    for badge in all(&root, "[data-bag]") {
        badge.set_text_content(Some(&if pieces > 99 { "99+".to_owned() } else { pieces.to_string() }));
        show(&badge, pieces > 0);
    }
}

/// Another page of the shop, parsed but not shown.
pub async fn load(url: &str) -> Option<Document> {
    let answer = Request::get(url).header("accept", "text/html").send().await.ok()?;
    if !answer.ok() {
        return None;
    }
    let text = answer.text().await.ok()?;
    DomParser::new().ok()?.parse_from_string(&text, SupportedType::TextHtml).ok()
}

/// Sends a url-encoded form to a server function; its answer, or the words of its refusal.
pub async fn send(url: &str, body: String) -> Result<String, String> {
    let request = Request::post(url)
        .header("accept", "application/json")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(body);
    let Ok(request) = request else { return Err(lost()) };
    let Ok(answer) = request.send().await else { return Err(lost()) };
    let text = answer.text().await.map_err(|_| lost())?;
    if answer.ok() {
        return Ok(text);
    }
    // Read by the browser: a reader of `Problem` would be two kilobytes of every page.
    let part = |of: &JsValue, name: &str| Reflect::get(of, &JsValue::from_str(name)).ok();
    let problem = js_sys::JSON::parse(&text).ok().and_then(|refused| part(&refused, "Problem"));
    let words = problem.filter(JsValue::is_object).and_then(|problem| part(&problem, "title")?.as_string());
    Err(words.unwrap_or_else(lost))
}

/// Wakes the islands in a piece of another page that was put into this one.
pub fn wake(root: &Element) {
    let Ok(wake) = Reflect::get(&window(), &JsValue::from_str("__hydrateIsland")) else { return };
    let Ok(wake) = wake.dyn_into::<Function>() else { return };
    for island in all(root, "leptos-island") {
        _ = wake.call2(&JsValue::NULL, &island, &JsValue::from_str(&attr(&island, "data-component")));
    }
}
