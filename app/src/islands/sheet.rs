//! The product sheet over a playing clip: the product's page without its frame, in a dialog. Back
//! closes one layer; where anything fails, the link is followed.

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, Element, Event, HtmlDialogElement};

use super::{dom, gallery::plain};

pub fn start() {
    dom::listen(&document(), "click", click);
    dom::listen(&window(), "popstate", |_| {
        if !is_ours() {
            close();
        }
    });
    // Esc is one step back, like the button of the browser.
    dom::listen(&document(), "cancel", |event| {
        if dom::hit(&event, "#sheet").is_some() {
            event.prevent_default();
            back();
        }
    });
    dom::listen(&document(), "vitrine:buy", buy);
}

fn dialog() -> Option<HtmlDialogElement> {
    dom::find("#sheet")?.dyn_into().ok()
}

/// Whether the history entry being shown belongs to an open sheet.
fn is_ours() -> bool {
    let state = window().history().and_then(|history| history.state()).unwrap_or(JsValue::NULL);
    js_sys::Reflect::get(&state, &"sheet".into()).is_ok_and(|sheet| sheet.is_truthy())
}

fn back() {
    if let Ok(history) = window().history() {
        _ = history.back();
    }
}

fn click(event: Event) {
    if !plain(&event) {
        return;
    }
    if let Some(link) = dom::hit(&event, "a[data-sheet]") {
        event.prevent_default();
        open(link);
    } else if dom::hit(&event, "#sheet [data-close]").is_some() || dom::hit(&event, "#sheet > .mini").is_some() {
        if dom::hit(&event, "[data-sound]").is_none() {
            back();
        }
    } else if let Some(link) = dom::hit(&event, "#sheet .goods h3 a") {
        // One product leads to the next in the same sheet.
        event.prevent_default();
        fill(dom::attr(&link, "href"));
    }
}

fn open(link: Element) {
    let url = dom::attr(&link, "href");
    let Some(dialog) = dialog() else {
        _ = window().location().assign(&url);
        return;
    };
    if let Ok(Some(list)) = link.closest("[popover]") {
        _ = list.dyn_into::<web_sys::HtmlElement>().map(|list| list.hide_popover());
    }
    if let Some(app) = dom::find(".app") {
        dom::class(&app, "has-sheet", true);
    }
    if !dialog.open() {
        _ = dialog.show_modal();
        let state = js_sys::Object::new();
        _ = js_sys::Reflect::set(&state, &"sheet".into(), &JsValue::TRUE);
        if let Ok(history) = window().history() {
            _ = history.push_state_with_url(&state, "", None);
        }
    }
    fill(url);
}

/// Shows the product at `url`.
fn fill(url: String) {
    let Some(place) = dom::find("#sheet [data-body]") else { return };
    dom::class(&place, "loading", true);
    place.set_inner_html("");
    place.set_scroll_top(0);
    spawn_local(async move {
        let main = dom::load(&url).await.and_then(|page| page.query_selector("main[data-product]").ok().flatten());
        let Some(main) = main else {
            _ = window().location().assign(&url);
            return;
        };
        _ = main.remove_attribute("id");
        _ = main.set_attribute("class", "in-sheet");
        _ = place.append_child(&main);
        dom::class(&place, "loading", false);
        dom::wake(&main);
        dom::renew_badges();
        if let (Some(dialog), Some(title)) = (dialog(), dom::within(&main, "h1")) {
            _ = dialog.set_attribute("aria-label", &title.text_content().unwrap_or_default());
        }
    });
}

fn close() {
    if let Some(dialog) = dialog() {
        dialog.close();
    }
    if let Some(app) = dom::find(".app") {
        dom::class(&app, "has-sheet", false);
        dom::class(&app, "has-checkout", false);
    }
}

/// On to the checkout in the same sheet, where its part of the program is there to take over.
fn buy(event: Event) {
    let Some(event) = event.dyn_ref::<CustomEvent>() else { return };
    if dom::hit(event, "#sheet").is_none() {
        return;
    }
    let query = event.detail().as_string().unwrap_or_default();
    if super::checkout::open(&query) {
        event.prevent_default();
    }
}
