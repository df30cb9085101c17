//! The page in the frame is the real one, but nothing is bought in it and nothing leads out of the draft.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlIFrameElement};

use crate::islands::dom;

/// Watches over the page that was loaded into `frame`.
pub fn stay(frame: &HtmlIFrameElement) {
    // At its window, which hears everything before the page itself does.
    let Some(inside) = frame.content_window() else { return };
    dom::listen(&inside, "click", |event: Event| {
        if hit(&event, "a[href]").is_some_and(|link| !is_of_draft(&link)) {
            refuse(&event);
        }
    });
    dom::listen(&inside, "submit", |event: Event| {
        if hit(&event, "form").is_some_and(|form| dom::within(&form, "[name=preview]").is_none()) {
            refuse(&event);
        }
    });
}

/// As `dom::hit`; what is hit belongs to another document, so it is no `Element` of this one.
fn hit(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.unchecked_into::<Element>().closest(selector).ok().flatten()
}

/// Another look at the draft, or a part of the page.
fn is_of_draft(link: &Element) -> bool {
    let href = dom::attr(link, "href");
    href.starts_with('#') || href.contains("preview=")
}

fn refuse(event: &Event) {
    event.prevent_default();
    event.stop_immediate_propagation();
    dom::toast(&dom::find("#phone").map(|phone| dom::attr(&phone, "data-inert")).unwrap_or_default());
}
