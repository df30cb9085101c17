//! The pictures of a product, dragged into their order. What is let go is saved at once, as the buttons beside them do,
//! so that their numbers are always true.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlFormElement, PointerEvent};

use super::{dom, sending};

/// A picture that is being dragged, and the one it stood in front of.
struct Held {
    picture: Element,
    before: Option<Element>,
}

thread_local! {
    static HELD: RefCell<Option<Held>> = const { RefCell::new(None) };
}

/// Takes over the pictures of the editor.
pub fn start() {
    let Some(section) = dom::find("#pictures") else { return };
    _ = section.set_attribute("data-alive", "");
    // A browser drags pictures by itself otherwise.
    dom::listen(&section, "dragstart", |event: Event| event.prevent_default());
    dom::listen(&section, "pointerdown", take);
    dom::listen(&document(), "pointermove", carry);
    dom::listen(&document(), "pointerup", |_| let_go(true));
    dom::listen(&document(), "pointercancel", |_| let_go(false));
}

fn take(event: Event) {
    let Some(picture) = dom::hit(&event, ".pic").and_then(|pic| pic.closest("li").ok().flatten()) else { return };
    event.prevent_default();
    dom::class(&picture, "held", true);
    let before = picture.next_element_sibling();
    HELD.set(Some(Held { picture, before }));
}

fn carry(event: Event) {
    let Some(picture) = HELD.with_borrow(|held| held.as_ref().map(|held| held.picture.clone())) else { return };
    let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
    let over = document().element_from_point(dom::narrow(event.client_x()), dom::narrow(event.client_y()));
    let Some(over) = over.and_then(|over| over.closest("#pictures li").ok().flatten()) else { return };
    let Some(list) = picture.parent_element().filter(|_| over != picture) else { return };
    let follows = dom::all(&list, "li").iter().position(|one| *one == over)
        > dom::all(&list, "li").iter().position(|one| *one == picture);
    let before = if follows { over.next_element_sibling() } else { Some(over) };
    _ = list.insert_before(&picture, before.as_deref());
}

fn let_go(keep: bool) {
    let Some(Held { picture, before }) = HELD.take() else { return };
    dom::class(&picture, "held", false);
    if picture.next_element_sibling() == before {
        return;
    }
    if keep {
        if let Some(section) = dom::find("#pictures") {
            sending::number(&section);
        }
        save();
    } else if let Some(list) = picture.parent_element() {
        _ = list.insert_before(&picture, before.as_deref());
    }
}

fn save() {
    let form = dom::find("form#editor").and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    let button = dom::find("form#editor [name=act][value=save]").and_then(|b| b.dyn_into::<HtmlElement>().ok());
    if let Some(form) = form {
        _ = form.request_submit_with_submitter(button.as_ref());
    }
}
