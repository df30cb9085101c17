//! The feed without a mouse: up and down, space, m; left and right on the progress bar.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, ScrollBehavior, ScrollIntoViewOptions};

use super::{current, dom, player};

pub fn start() {
    dom::listen(&document(), "keydown", press);
}

fn press(event: Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    if key.ctrl_key() || key.meta_key() || key.alt_key() || dom::hit(&event, "input, textarea, select").is_some() {
        return;
    }
    let in_sheet = dom::find("dialog[open]").is_some();
    let on_control = dom::hit(&event, "a, button").is_some();
    match key.key().as_str() {
        "m" | "M" => player::toggle_sound(),
        " " | "k" if !on_control && !in_sheet => player::toggle_play(),
        "ArrowDown" | "PageDown" | "j" if !in_sheet => step(Element::next_element_sibling),
        "ArrowUp" | "PageUp" if !in_sheet => step(Element::previous_element_sibling),
        "ArrowRight" if dom::hit(&event, ".progress").is_some() => seek(5.0),
        "ArrowLeft" if dom::hit(&event, ".progress").is_some() => seek(-5.0),
        _ => return,
    }
    event.prevent_default();
}

fn step(to: fn(&Element) -> Option<Element>) {
    let Some(next) = current().and_then(|clip| clip.closest("li").ok().flatten()).and_then(|li| to(&li)) else {
        return;
    };
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Smooth);
    next.scroll_into_view_with_scroll_into_view_options(&options);
}

#[expect(clippy::float_arithmetic, reason = "the media element counts in fractions of a second")]
fn seek(by: f64) {
    if let Some(video) = current().as_ref().and_then(player::video) {
        video.set_current_time((video.current_time() + by).max(0.0));
    }
}
