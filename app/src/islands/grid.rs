//! Lists of products: the next page is put below, tabs and filters change the list in place. Every
//! link works without it, and the address always tells what is shown.

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlFormElement};

use super::{dom, gallery::plain, page};

/// Kept for the way back: the list as it had grown.
const KEPT: &str = "grid:";

/// Makes the list of this page grow and change in place.
#[lazy]
pub async fn start() {
    dom::listen(&document(), "click", click);
    dom::listen(&document(), "submit", submit);
    dom::listen(&window(), "popstate", |_| {
        if dom::find("#grid").is_some() && dom::find("dialog[open]").is_none() {
            swap(address(), false);
        }
    });
    restore();
}

fn click(event: Event) {
    if !plain(&event) {
        return;
    }
    if let Some(link) = dom::hit(&event, "[data-more]") {
        event.prevent_default();
        more(link);
    } else if let Some(link) = dom::hit(&event, "#grid .tabs a, #grid .sorts a") {
        event.prevent_default();
        swap(dom::attr(&link, "href"), true);
    }
}

/// The filter: its fields become the address.
fn submit(event: Event) {
    let Some(form) = dom::hit(&event, "#grid form.filter") else { return };
    let Some(form) = form.dyn_into::<HtmlFormElement>().ok() else { return };
    let Some(fields) = page::fields(&form) else { return };
    event.prevent_default();
    swap(format!("{}?{fields}", dom::attr(&form, "action")), true);
}

/// Shows the list of another address.
fn swap(url: String, push: bool) {
    let Some(grid) = dom::find("#grid") else { return };
    _ = grid.set_attribute("aria-busy", "true");
    spawn_local(async move {
        let fresh = dom::load(&url).await.and_then(|page| page.query_selector("#grid").ok().flatten());
        let Some(fresh) = fresh else {
            _ = window().location().assign(&url);
            return;
        };
        if push && let Ok(history) = window().history() {
            _ = history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&url));
        }
        _ = grid.replace_with_with_node_1(&fresh);
    });
}

/// Puts the next page below; the link turns into that page's.
fn more(link: Element) {
    if link.get_attribute("aria-busy").is_some() {
        return;
    }
    _ = link.set_attribute("aria-busy", "true");
    let url = dom::attr(&link, "href");
    spawn_local(async move {
        let Some(page) = dom::load(&url).await else {
            _ = window().location().assign(&url);
            return;
        };
        let (Some(list), Ok(Some(fresh))) = (dom::find("#grid .goods > ul"), page.query_selector("#grid .goods > ul"))
        else {
            return;
        };
        let first = fresh.first_element_child();
        while let Some(item) = fresh.first_element_child() {
            _ = list.append_child(&item);
        }
        if let (Some(foot), Ok(Some(next))) = (dom::find("#grid .foot"), page.query_selector("#grid .foot")) {
            _ = foot.replace_with_with_node_1(&next);
        }
        keep();
        if let Some(link) = first.and_then(|item| dom::within(&item, "a")) {
            use leptos::web_sys::HtmlElement;
            _ = link.dyn_into::<HtmlElement>().map(|link| link.focus());
        }
    });
}

fn address() -> String {
    let location = window().location();
    format!("{}{}", location.pathname().unwrap_or_default(), location.search().unwrap_or_default())
}

fn keep() {
    if let (Ok(Some(store)), Some(grid)) = (window().session_storage(), dom::find("#grid")) {
        _ = store.set_item(&format!("{KEPT}{}", address()), &grid.inner_html());
    }
}

/// Coming back to a list that had grown: it is as long as it was, so the browser finds its place.
fn restore() {
    let back = came_back();
    let Ok(Some(store)) = window().session_storage() else { return };
    let key = format!("{KEPT}{}", address());
    if let (true, Some(grid), Ok(Some(html))) = (back, dom::find("#grid"), store.get_item(&key)) {
        grid.set_inner_html(&html);
    } else {
        _ = store.remove_item(&key);
    }
}

fn came_back() -> bool {
    let entry = window().performance().map(|performance| performance.get_entries_by_type("navigation").get(0));
    let kind = entry.and_then(|entry| js_sys::Reflect::get(&entry, &"type".into()).ok());
    kind.is_some_and(|kind| kind == "back_forward")
}
