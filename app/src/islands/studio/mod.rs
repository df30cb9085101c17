//! The back office alive: films and pictures sent in parts, progress as it happens, cards dragged along the clip's time,
//! pictures into their order.

mod bar;
mod pictures;
mod progress;
mod sending;
mod timeline;
mod tus;
mod upload;

use leptos::prelude::*;

use super::dom;

/// Wakes what is on the page. A part of its own: no viewer loads it.
#[lazy]
pub async fn start() {
    let Some(root) = document().document_element() else { return };
    upload::start();
    for place in dom::all(&root, "[data-progress]") {
        progress::start(&place);
    }
    timeline::start();
    pictures::start();
    sending::start();
}
