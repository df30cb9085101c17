//! The topics of one product, opened beside the list without leaving the page.

use gloo_net::http::Request;
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomParser, Element, Event, HtmlElement, SupportedType};

use super::{act, bench, switches};
use crate::islands::{dom, gallery::plain};

/// The product whose topics are open; empty if none is.
pub fn open() -> String {
    dom::find("#item").map(|panel| dom::attr(&panel, "data-of")).unwrap_or_default()
}

/// A row's name opens its topics, "done" closes them.
pub fn click(event: Event) {
    if !plain(&event) {
        return;
    }
    if let Some(row) = dom::hit(&event, "[data-row]").and_then(|name| act::row_of(&name)) {
        event.prevent_default();
        spawn_local(show(row));
    } else if dom::hit(&event, "#item [data-done]").is_some() {
        event.prevent_default();
        close();
    }
}

async fn show(row: Element) {
    let Some(bench) = bench() else { return };
    let item = dom::attr(&row, "data-item");
    let url = format!("/fn/window/item?handle={}&item={item}", dom::attr(&bench, "data-window"));
    let page = switches::address(&item);
    let html = match Request::get(&url).header("accept", "application/json").send().await {
        Ok(answer) if answer.ok() => answer.text().await.ok(),
        _ => None,
    };
    let html = html.and_then(|text| js_sys::JSON::parse(&text).ok()?.as_string()).unwrap_or_default();
    let fresh = DomParser::new().and_then(|parser| parser.parse_from_string(&html, SupportedType::TextHtml));
    let Ok(Some(panel)) = fresh.and_then(|fresh| fresh.query_selector("#item")) else {
        _ = window().location().assign(&page);
        return;
    };
    if let Some(old) = dom::find("#item") {
        old.remove();
    }
    let Some(list) = dom::find("[data-items]") else { return };
    _ = list.before_with_node_1(&panel);
    remember(&page);
    panel.scroll_into_view();
    focus(dom::within(&panel, "button, a"));
}

fn close() {
    let item = open();
    if let Some(panel) = dom::find("#item") {
        panel.remove();
    }
    remember(&switches::address(""));
    focus(dom::find(&format!("[data-item='{item}'] [data-row]")));
}

/// The address of what is shown, for whoever asks for the page anew.
fn remember(page: &str) {
    if let Ok(history) = window().history() {
        _ = history.replace_state_with_url(&JsValue::NULL, "", Some(page));
    }
}

fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        _ = element.focus();
    }
}
