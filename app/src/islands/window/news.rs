//! What the shop tells after an act, worked into the page: rows that look or stand otherwise, and the parts around
//! the list that speak of them.

use std::cell::Cell;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomParser, Element, HtmlElement, SupportedType};

use super::{act, bench, set_version, typed, version};
use crate::islands::dom;

/// The parts of the page that speak of the draft.
const PARTS: [&str; 7] =
    ["window-acts", "window-changes", "window-checks", "window-groups", "window-add", "window-list", "window-dress"];
/// What can have the focus in them.
const FOCUSABLE: &str = "a[href], button, input, select, summary, textarea";

thread_local! {
    /// Acts of this page that the shop knows and the page has not shown.
    static OWN: Cell<i64> = const { Cell::new(0) };
}

/// The shop knows one more act of this page.
pub fn own() {
    OWN.set(OWN.get() + 1);
    typed::taken();
}

/// Works an answer in; whether there was anything new. If others have acted, too, that is said.
pub async fn show(answer: &str) -> bool {
    let html = js_sys::JSON::parse(answer).ok().and_then(|html: JsValue| html.as_string()).unwrap_or_default();
    if html.is_empty() {
        return false;
    }
    let fresh = DomParser::new().and_then(|parser| parser.parse_from_string(&html, SupportedType::TextHtml));
    let Ok(Some(news)) = fresh.and_then(|fresh| fresh.query_selector("[data-news]")) else { return false };
    let now: i64 = dom::attr(&news, "data-news").parse().unwrap_or_default();
    let others = now.saturating_sub(version()) > OWN.replace(0);
    if news.has_attribute("data-much") {
        all().await;
    } else {
        work_in(&news);
        set_version(now);
    }
    if let Some(bench) = bench().filter(|_| others) {
        dom::toast(&dom::attr(&bench, "data-other"));
    }
    true
}

fn work_in(news: &Element) {
    let focus = Focus::now();
    for gone in dom::all(news, "[data-gone]") {
        if let Some(row) = document().get_element_by_id(&dom::attr(&gone, "data-gone")) {
            row.remove();
        }
    }
    if let Some(list) = dom::find("[data-items]") {
        for place in dom::all(news, "[data-before]") {
            let before = document().get_element_by_id(&format!("i-{}", dom::attr(&place, "data-before")));
            let old = document().get_element_by_id(&dom::attr(&place, "data-row"));
            match (place.first_element_child(), old) {
                (Some(row), old) => {
                    enable(&row);
                    if let Some(old) = old {
                        old.remove();
                    }
                    _ = list.insert_before(&row, before.as_deref());
                }
                // Mostly it is where this page has put it.
                (None, Some(old)) if old.next_element_sibling() != before => act::place(&list, &old, before.as_ref()),
                _ => {}
            }
        }
    }
    for part in dom::all(news, "[data-parts] > [id]") {
        put(&part);
    }
    focus.restore();
}

/// Asks for the whole page and shows all of it that depends on the draft.
pub async fn all() {
    let url = format!("/studio/window{}", window().location().search().unwrap_or_default());
    let Some(fresh) = dom::load(&url).await else { return };
    let focus = Focus::now();
    for part in PARTS.iter().filter_map(|id| fresh.get_element_by_id(id)) {
        put(&part);
    }
    if let Some(list) = dom::find("[data-items]") {
        enable(&list);
    }
    if let Ok(Some(there)) = fresh.query_selector("[data-window]") {
        OWN.set(0);
        set_version(dom::attr(&there, "data-version").parse().unwrap_or_default());
    }
    focus.restore();
}

/// Puts a part into the place of the one with its id. What is being typed in it stays.
pub fn put(part: &Element) {
    if let Some(old) = document().get_element_by_id(&part.id()) {
        typed::replace(&old, part);
    }
}

/// A plain form cannot take the first row further up; here such an act does nothing, and its button, which may have the
/// focus, stays as it is when the row is not the first any more.
pub fn enable(root: &Element) {
    for button in dom::all(root, "[data-key]:disabled") {
        _ = button.remove_attribute("disabled");
    }
}

/// Where the focus was, to find it again in what takes that place.
struct Focus {
    place: Option<(String, usize)>,
}

impl Focus {
    fn now() -> Self {
        let find = || {
            let element = document().active_element()?;
            let root = element.closest("[data-item], [id^='window-'], #item").ok().flatten()?;
            let nth = dom::all(&root, FOCUSABLE).iter().position(|other| *other == element)?;
            Some((root.id(), nth))
        };
        Self { place: find() }
    }

    fn restore(self) {
        let Some((id, nth)) = self.place else { return };
        let is_lost = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
        let Some(root) = document().get_element_by_id(&id).filter(|_| is_lost) else { return };
        if let Some(element) = dom::all(&root, FOCUSABLE).get(nth).and_then(|found| found.dyn_ref::<HtmlElement>()) {
            _ = element.focus();
        }
    }
}
