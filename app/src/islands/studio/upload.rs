//! A film on its way: paused and resumed at will.

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, File, HtmlInputElement};

use super::{
    dom,
    tus::{self, Hears},
};

/// Takes over the form.
pub fn start() {
    let Some(form) = dom::find("form[data-upload]") else { return };
    let Some(pause) = dom::within(&form, "[data-pause]") else { return };
    let sent = form.clone();
    dom::listen(&form, "submit", move |event: Event| {
        event.prevent_default();
        begin(&sent);
    });
    // Another file has another place.
    let changed = form.clone();
    dom::listen(&form, "change", move |_| _ = changed.remove_attribute("data-place"));
    _ = form.set_attribute("data-alive", "");
    let (form, button) = (form, pause.clone());
    dom::listen(&pause, "click", move |_| {
        let paused = !is_paused(&form);
        _ = button.set_attribute("aria-pressed", if paused { "true" } else { "false" });
        button.set_text_content(Some(&dom::attr(&button, if paused { "data-go" } else { "data-stop" })));
        if paused {
            say(&form, &dom::attr(&form, "data-paused"));
        } else {
            begin(&form);
        }
    });
}

fn is_paused(form: &Element) -> bool {
    dom::within(form, "[data-pause]").is_some_and(|button| dom::attr(&button, "aria-pressed") == "true")
}

/// The form that a film is sent from.
struct Form<'f>(&'f Element);

impl Hears for Form<'_> {
    fn stopped(&self) -> bool {
        is_paused(self.0)
    }

    fn sent(&self, at: i32, size: i32) {
        meter(self.0, at, size);
    }

    fn broken(&self) {
        say(self.0, &dom::attr(self.0, "data-broken"));
    }
}

/// Sends the chosen file, unless it is being sent.
fn begin(form: &Element) {
    let file = dom::within(form, "input[type=file]").and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
    let Some(file) = file.and_then(|input| input.files()?.get(0)) else { return };
    if form.has_attribute("data-sending") {
        return;
    }
    _ = form.set_attribute("data-sending", "");
    let form = form.clone();
    spawn_local(async move {
        busy(&form, true);
        let sent = send(&form, &file).await;
        _ = form.remove_attribute("data-sending");
        match sent {
            Ok(Some(place)) => {
                let id = place.rsplit('/').next().unwrap_or_default();
                _ = window().location().assign(&format!("/studio/clips/{id}"));
            }
            // Paused; said already.
            Ok(None) => {}
            Err(words) => {
                busy(&form, false);
                say(&form, &words);
            }
        }
    });
}

/// Sends until all of it is there (its place), it is paused, or the shop refuses it in words.
async fn send(form: &Element, file: &File) -> Result<Option<String>, String> {
    let shop = dom::within(form, "[name=shop]").map(|shop| dom::attr(&shop, "value")).unwrap_or_default();
    // Paused and gone on with before the page was left: its place is on the form.
    let begun = form.get_attribute("data-place");
    let place = match begun {
        Some(place) => place,
        None => match tus::place(file, &[("shop", &shop)], &Form(form)).await? {
            Some(place) => place,
            None => return Ok(None),
        },
    };
    _ = form.set_attribute("data-place", &place);
    let whole = tus::send(&place, file, &Form(form)).await;
    if whole.is_err() {
        _ = form.remove_attribute("data-place");
    }
    Ok(whole?.then_some(place))
}

fn busy(form: &Element, on: bool) {
    for (part, shown) in [("[data-pause]", on), ("progress", on), ("[data-send]", !on)] {
        if let Some(part) = dom::within(form, part) {
            dom::show(&part, shown);
        }
    }
}

fn meter(form: &Element, at: i32, size: i32) {
    if let Some(meter) = dom::within(form, "progress") {
        let part = i64::from(at) * 1_000 / i64::from(size.max(1));
        _ = meter.set_attribute("value", &part.to_string());
        let tenths = |bytes: i32| bytes / 104_858;
        let mb = |bytes: i32| format!("{}.{}", tenths(bytes) / 10, tenths(bytes) % 10);
        say(form, &format!("{} / {} MB", mb(at), mb(size)));
    }
}

fn say(form: &Element, words: &str) {
    if let Some(place) = dom::within(form, "[data-said]") {
        place.set_text_content(Some(words));
    }
}
