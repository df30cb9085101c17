//! The bench by keys: ↑↓ select, ⌥↑↓ move, P pin, H hide, G groups, ⌘Z undo, ⇧⌘Z redo.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use super::{act, drag};
use crate::islands::dom;

pub fn down(event: Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    if dom::hit(&event, "input, select, textarea").is_some() || key.is_composing() {
        return;
    }
    let name = key.key();
    let command = key.ctrl_key() || key.meta_key();
    let done = match (name.as_str(), command, key.alt_key()) {
        ("Escape", ..) => drag::drop_it(false),
        ("z" | "Z", true, _) => {
            press(if key.shift_key() { "[data-step='1'] button" } else { "[data-step='0'] button" })
        }
        ("ArrowUp", false, false) => select(Element::previous_element_sibling),
        ("ArrowDown", false, false) => select(Element::next_element_sibling),
        ("ArrowUp", false, true) => step("up"),
        ("ArrowDown", false, true) => step("down"),
        ("p" | "P", false, false) => button("pin"),
        ("h" | "H", false, false) => button("hide"),
        ("g" | "G", false, false) => chosen().is_some_and(|row| click(dom::within(&row, "[data-row]"))),
        _ => false,
    };
    if done {
        event.prevent_default();
    }
}

/// The row that has the focus.
fn chosen() -> Option<Element> {
    document().active_element()?.closest("[data-item]").ok().flatten()
}

fn select(other: fn(&Element) -> Option<Element>) -> bool {
    let Some(row) = chosen() else { return false };
    let name = other(&row).and_then(|row| dom::within(&row, "[data-row]"));
    let Some(name) = name.and_then(|name| name.dyn_into::<HtmlElement>().ok()) else { return false };
    name.focus().is_ok()
}

fn step(way: &str) -> bool {
    chosen().map(|row| act::step(&row, way)).is_some()
}

fn button(key: &str) -> bool {
    chosen().is_some_and(|row| click(dom::within(&row, &format!("[data-key='{key}']"))))
}

fn press(selector: &str) -> bool {
    click(dom::find(selector))
}

fn click(element: Option<Element>) -> bool {
    element.and_then(|element| element.dyn_into::<HtmlElement>().ok()).map(|element| element.click()).is_some()
}
