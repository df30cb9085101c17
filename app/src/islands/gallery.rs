//! The product's pictures: which one is seen, thumbnails, and one large.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, MouseEvent};

use super::dom;

pub fn start() {
    dom::listen(&document(), "scroll", seen);
    dom::listen(&document(), "click", click);
}

/// Keeps "2 / 5" and the marked thumbnail with the picture in view.
fn seen(event: Event) {
    let Some(gallery) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    if !gallery.class_list().contains("gallery") {
        return;
    }
    let shots = gallery.children();
    let (count, width) = (shots.length(), shots.item(0).map_or(0, |shot| shot.client_width()).max(1));
    let at = usize::try_from((gallery.scroll_left() + width / 2) / width).unwrap_or_default();
    let Ok(Some(photos)) = gallery.closest(".photos") else { return };
    if let Some(label) = dom::within(&photos, "[data-count]") {
        label.set_text_content(Some(&format!("{} / {count}", at + 1)));
    }
    for (i, thumb) in dom::all(&photos, "[data-thumb]").iter().enumerate() {
        _ = if i == at { thumb.set_attribute("aria-current", "true") } else { thumb.remove_attribute("aria-current") };
    }
}

fn click(event: Event) {
    if plain(&event) {
        if let Some(thumb) = dom::hit(&event, "[data-thumb]") {
            event.prevent_default();
            turn_to(&thumb);
        } else if let Some(shot) = dom::hit(&event, "[data-zoom]") {
            event.prevent_default();
            enlarge(
                &dom::attr(&shot, "href"),
                &dom::within(&shot, "img").map(|img| dom::attr(&img, "alt")).unwrap_or_default(),
            );
        }
    }
}

/// A click that is not meant to open another tab.
pub fn plain(event: &Event) -> bool {
    event
        .dyn_ref::<MouseEvent>()
        .is_some_and(|e| e.button() == 0 && !(e.ctrl_key() || e.meta_key() || e.shift_key() || e.alt_key()))
}

fn turn_to(thumb: &Element) {
    let Ok(Some(photos)) = thumb.closest(".photos") else { return };
    let Some(gallery) = dom::within(&photos, ".gallery") else { return };
    let Some(shot) = dom::attr(thumb, "data-thumb").parse().ok().and_then(|i| gallery.children().item(i)) else {
        return;
    };
    dom::turn(&gallery, &shot);
}

/// The picture alone, to pinch and move; a second tap makes it larger, Esc or the button closes it.
fn enlarge(src: &str, alt: &str) {
    let made = || -> Option<HtmlDialogElement> {
        let dialog: HtmlDialogElement = document().create_element("dialog").ok()?.dyn_into().ok()?;
        dialog.set_class_name("zoom");
        let close = document().create_element("button").ok()?;
        close.set_class_name("ib glass");
        _ = close.set_attribute("aria-label", "×");
        close.set_inner_html("<svg class=\"i\" aria-hidden=\"true\"><use href=\"/icons.svg#close\"></use></svg>");
        let image = document().create_element("img").ok()?;
        _ = image.set_attribute("src", src);
        _ = image.set_attribute("alt", alt);
        _ = dialog.append_child(&close);
        _ = dialog.append_child(&image);
        _ = document().body()?.append_child(&dialog);
        Some(dialog)
    };
    let Some(dialog) = made() else { return };
    _ = dialog.show_modal();
    let box_ = dialog.clone();
    dom::listen(&dialog, "click", move |event| {
        if let Some(image) = dom::hit(&event, "img") {
            _ = image.class_list().toggle("large");
        } else {
            box_.close();
        }
    });
    let box_ = dialog.clone();
    dom::listen(&dialog, "close", move |_| box_.remove());
}
