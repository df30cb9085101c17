//! What every page does once it is alive, by one listener per kind of event.

use js_sys::Reflect;
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, FormData, HtmlFormElement, UrlSearchParams};

use super::{dom, gallery};

/// Called once, after the islands have been woken.
pub fn start() {
    let document = document();
    dom::listen(&document, "click", click);
    dom::listen(&document, "submit", submit);
    // Back from the browser's own memory: the bag may have changed meanwhile.
    dom::listen(&window(), "pageshow", |event| {
        if Reflect::get(&event, &"persisted".into()).is_ok_and(|persisted| persisted.is_truthy()) {
            refresh_bag();
        }
    });
    gallery::start();
    refresh_bag();
    // Parts of their own: a product's page needs neither.
    if dom::find("#grid").is_some() {
        spawn_local(super::grid::start());
    }
    if dom::find("[data-window]").is_some() {
        spawn_local(super::window::start());
    }
    if dom::find(".feed").is_some() {
        spawn_local(super::feed::start());
    }
    if dom::find("form[data-upload], [data-progress], [data-clip-bench], #pictures").is_some() {
        spawn_local(super::studio::start());
    }
}

fn click(event: Event) {
    if let Some(back) = dom::hit(&event, "[data-back]") {
        go_back(&event, &back);
    } else if let Some(button) = dom::hit(&event, "[data-share]") {
        share(&button);
    }
}

/// Back to where the visitor came from, if that was a page of ours; else the link does.
fn go_back(event: &Event, _link: &Element) {
    let here = window().location().origin().unwrap_or_default();
    let from_us = !here.is_empty() && document().referrer().starts_with(&here);
    if let (true, Ok(history)) = (from_us, window().history()) {
        event.prevent_default();
        _ = history.back();
    }
}

/// The device's own sharing, else the link on the clipboard.
fn share(button: &Element) {
    let link = button.get_attribute("data-share").filter(|link| !link.is_empty());
    let link = link.or_else(|| window().location().href().ok()).unwrap_or_default();
    let done = dom::attr(button, "data-done");
    let navigator = window().navigator();
    let can = Reflect::has(&navigator, &JsValue::from_str("share")).unwrap_or(false);
    spawn_local(async move {
        if can {
            let data = web_sys::ShareData::new();
            data.set_url(&link);
            data.set_title(&document().title());
            // Refused by the visitor or by the device: nothing to say.
            _ = JsFuture::from(navigator.share_with_data(&data)).await;
        } else if JsFuture::from(navigator.clipboard().write_text(&link)).await.is_ok() {
            dom::toast(&done);
        }
    });
}

fn submit(event: Event) {
    let Some(form) = dom::hit(&event, "form[data-add], form[data-toggle]") else { return };
    let Some(form) = form.dyn_into::<HtmlFormElement>().ok() else { return };
    event.prevent_default();
    let Some(body) = fields(&form) else { return };
    let url = dom::attr(&form, "action");
    if form.has_attribute("data-toggle") {
        return toggle(form, url, body);
    }
    spawn_local(async move {
        match dom::send(&url, body).await {
            Ok(pieces) => {
                dom::set_badges(pieces.parse().unwrap_or_default());
                dom::toast(&document().body().map(|body| dom::attr(&body, "data-added")).unwrap_or_default());
            }
            Err(words) => dom::toast(&words),
        }
    });
}

/// The fields of a form as it would send them.
pub fn fields(form: &HtmlFormElement) -> Option<String> {
    let data = FormData::new_with_form(form).ok()?;
    Some(UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?.to_string().into())
}

/// Like and follow: shown at once, taken back if the shop refuses.
fn toggle(form: HtmlFormElement, url: String, body: String) {
    let (Some(button), Some(on)) = (dom::within(&form, "button"), dom::within(&form, "[name=on]")) else { return };
    let was = dom::attr(&button, "aria-pressed") == "true";
    let set = move |pressed: bool| {
        _ = button.set_attribute("aria-pressed", if pressed { "true" } else { "false" });
        _ = on.set_attribute("value", if pressed { "0" } else { "1" });
    };
    set(!was);
    spawn_local(async move {
        if let Err(words) = dom::send(&url, body).await {
            set(was);
            dom::toast(&words);
        }
    });
}

fn refresh_bag() {
    spawn_local(async {
        if let Ok(pieces) =
            gloo_net::http::Request::get("/fn/cart/pieces").header("accept", "application/json").send().await
            && pieces.ok()
            && let Ok(text) = pieces.text().await
        {
            dom::set_badges(text.parse().unwrap_or_default());
        }
    });
}
