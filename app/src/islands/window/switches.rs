//! The switches above the phone: each choice is shown at once, kept in the page's address, and told to the link for
//! one's own phone.

use std::cell::Cell;

use gloo_net::http::Request;
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomParser, Event, HtmlFormElement, SupportedType};

use super::{bench, frame, news};
use crate::islands::{dom, page};

/// The switches.
const CHOICES: [&str; 5] = ["view", "in", "state", "theme", "size"];

thread_local! {
    /// Counts the choices; only the last one's link is shown.
    static TURN: Cell<u32> = const { Cell::new(0) };
}

pub fn start() {
    dom::listen(&document(), "change", |event: Event| {
        if dom::hit(&event, "[data-switches]").is_some() {
            frame::mark();
            frame::renew();
            chosen();
        }
    });
    if let Some(button) = dom::find("[data-switches] [data-plain]") {
        dom::show(&button, false);
    }
}

fn chosen() {
    let form = dom::find("[data-switches]").and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    let Some(fields) = form.and_then(|form| page::fields(&form)) else { return };
    remember(&fields);
    let turn = TURN.get().wrapping_add(1);
    TURN.set(turn);
    spawn_local(async move {
        let handle = bench().map(|bench| dom::attr(&bench, "data-window")).unwrap_or_default();
        // `lang` would be the language of who arranges.
        let url = format!("/fn/window/link?handle={handle}&{}", fields.replace("&in=", "&inside="));
        let Ok(answer) = Request::get(&url).header("accept", "application/json").send().await else { return };
        let Ok(text) = answer.text().await else { return };
        let html = js_sys::JSON::parse(&text).ok().and_then(|html| html.as_string()).unwrap_or_default();
        let fresh = DomParser::new().and_then(|parser| parser.parse_from_string(&html, SupportedType::TextHtml));
        let link = fresh.ok().and_then(|fresh| fresh.get_element_by_id("window-link"));
        if let Some(link) = link.filter(|_| answer.ok() && TURN.get() == turn) {
            news::put(&link);
        }
    });
}

/// Keeps the choice in the address.
fn remember(fields: &str) {
    let open = super::panel::open();
    let page = if open.is_empty() { format!("?{fields}") } else { format!("?item={open}&{fields}#item") };
    if let Ok(history) = window().history() {
        _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("/studio/window{page}")));
    }
}

/// The page's address with the groups of `item` open, none if it is empty, and the choice that it has.
pub fn address(item: &str) -> String {
    let search = window().location().search().unwrap_or_default();
    let pairs = search.trim_start_matches('?').split('&');
    let chosen = pairs.filter(|pair| pair.split_once('=').is_some_and(|(name, _)| CHOICES.contains(&name)));
    let (item, place) = if item.is_empty() { (None, "") } else { (Some(format!("item={item}")), "#item") };
    let pairs: Vec<_> = item.into_iter().chain(chosen.map(str::to_owned)).collect();
    format!("/studio/window{}{}{place}", if pairs.is_empty() { "" } else { "?" }, pairs.join("&"))
}
