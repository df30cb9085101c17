//! The phone: the draft's page follows every act without a flash, since the next page is loaded behind the one
//! that is seen; the switches change its address.

use std::cell::Cell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlFormElement, HtmlIFrameElement};

use super::{stay::stay, switches};
use crate::islands::{dom, page};

thread_local! {
    /// Counts the pages that were asked for; only the last is shown.
    static TURN: Cell<u32> = const { Cell::new(0) };
    /// When something was changed that the phone does not show yet.
    static CHANGED: Cell<Option<f64>> = const { Cell::new(None) };
}

pub fn start() {
    switches::start();
    if let Some(frame) = current() {
        stay(&frame);
        let of = frame.clone();
        dom::listen(&frame, "load", move |_| stay(&of));
    }
}

fn current() -> Option<HtmlIFrameElement> {
    dom::find("[data-frame]:not(.next)")?.dyn_into().ok()
}

/// The address that the switches say.
fn address(phone: &Element) -> Option<String> {
    let form = dom::within(phone, "[data-switches]")?.dyn_into::<HtmlFormElement>().ok()?;
    let fields = page::fields(&form)?;
    let value = |name: &str| fields.split('&').find_map(|pair| pair.strip_prefix(name));
    if let (Some(size), Some(device)) = (value("size="), dom::within(phone, ".device")) {
        _ = device.set_attribute("data-size", size);
    }
    let pairs = fields.split('&').filter(|pair| !pair.starts_with("size="));
    let pairs =
        pairs.map(|pair| pair.strip_prefix("in=").map_or_else(|| pair.to_owned(), |lang| format!("lang={lang}")));
    // A live room's bag is open until it is closed by hand.
    let place = if value("view=") == Some("bag") { "#bag" } else { "" };
    Some(format!("{}&{}{place}", dom::attr(phone, "data-base"), pairs.collect::<Vec<_>>().join("&")))
}

/// Something was changed now.
pub fn mark() {
    CHANGED.set(Some(clock()));
}

/// Shows the draft as it is now, and keeps how long after the change that was.
pub fn renew() {
    let (Some(phone), Some(old)) = (dom::find("#phone"), current()) else { return };
    let Some(mut url) = address(&phone) else { return };
    // The same page once more, as it was left: a bag that was closed stays so.
    let (page, _) = url.split_once('#').unwrap_or((url.as_str(), ""));
    if let Some(was) = old.content_window().and_then(|inside| inside.location().href().ok())
        && let Some((_, place)) = was.split_once(page)
    {
        url = format!("{page}{place}");
    }
    for late in dom::all(&phone, "[data-frame].next") {
        late.remove();
    }
    let Ok(next) = old.clone_node().map(JsCast::unchecked_into::<HtmlIFrameElement>) else { return };
    let turn = TURN.get().wrapping_add(1);
    TURN.set(turn);
    dom::class(&next, "next", true);
    next.set_src(&url);
    let started = CHANGED.take().unwrap_or_else(clock);
    let shown = next.clone();
    // Also whenever the page in it leads to another one.
    dom::listen(&next, "load", move |_| {
        if TURN.get() != turn {
            return;
        }
        stay(&shown);
        if !shown.class_list().contains("next") {
            return;
        }
        scroll_alike(&old, &shown);
        dom::class(&shown, "next", false);
        old.remove();
        #[expect(clippy::float_arithmetic, reason = "a browser's clock")]
        let took = clock() - started;
        _ = phone.set_attribute("data-preview-ms", &took.to_string());
    });
    if let Some(device) = dom::find(".device") {
        _ = device.append_child(&next);
    }
}

/// Milliseconds since the page was opened.
pub fn clock() -> f64 {
    window().performance().map(|clock| clock.now()).unwrap_or_default()
}

/// Brings the new page to where the old one was: itself, and the list in a bag.
fn scroll_alike(old: &HtmlIFrameElement, new: &HtmlIFrameElement) {
    if let (Some(from), Some(to)) = (old.content_window(), new.content_window()) {
        to.scroll_to_with_x_and_y(0.0, from.scroll_y().unwrap_or_default());
    }
    let list = |inside: Option<Document>| inside.and_then(|inside| inside.query_selector("#bag > ol").ok().flatten());
    if let (Some(from), Some(to)) = (list(old.content_document()), list(new.content_document())) {
        to.set_scroll_top(from.scroll_top());
    }
}
