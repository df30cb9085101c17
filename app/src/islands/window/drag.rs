//! Dragging a row by its grip: the row follows the pointer through the list, Escape puts it back.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

use super::act;
use crate::islands::dom;

/// What is being dragged, and what it stood in front of.
struct Held {
    row: Element,
    before: Option<Element>,
}

thread_local! {
    static HELD: RefCell<Option<Held>> = const { RefCell::new(None) };
}

pub fn start() {
    let document = document();
    dom::listen(&document, "pointerdown", take);
    dom::listen(&document, "pointermove", carry);
    dom::listen(&document, "pointerup", |_| _ = drop_it(true));
    dom::listen(&document, "pointercancel", |_| _ = drop_it(false));
}

fn take(event: Event) {
    let Some(row) = dom::hit(&event, "[data-grip]").and_then(|grip| grip.closest("[data-item]").ok().flatten()) else {
        return;
    };
    event.prevent_default();
    dom::class(&row, "held", true);
    let before = row.next_element_sibling();
    HELD.with_borrow_mut(|held| *held = Some(Held { row, before }));
}

#[expect(clippy::float_arithmetic, reason = "places on a screen")]
fn carry(event: Event) {
    let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
    let Some(row) = HELD.with_borrow(|held| held.as_ref().map(|held| held.row.clone())) else { return };
    let (x, y) = (event.client_x(), event.client_y());
    let over = document().element_from_point(dom::narrow(x), dom::narrow(y));
    let Some(over) = over.and_then(|over| over.closest("[data-item]").ok().flatten()) else { return };
    if over == row {
        return;
    }
    let place = over.get_bounding_client_rect();
    let upper = f64::from(y) < place.top() + place.height() / 2.0;
    if upper {
        if over.previous_element_sibling().as_ref() != Some(&row) {
            act::put(&row, Some(&over));
        }
    } else if over.next_element_sibling().as_ref() != Some(&row) {
        act::put(&row, over.next_element_sibling().as_ref());
    }
}

/// Lets go: where it is, or where it was.
pub fn drop_it(keep: bool) -> bool {
    let Some(Held { row, before }) = HELD.take() else { return false };
    dom::class(&row, "held", false);
    if row.next_element_sibling() == before {
        return true;
    }
    if keep {
        act::landed(&row);
    } else {
        act::put(&row, before.as_ref());
    }
    true
}
