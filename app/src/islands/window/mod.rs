//! The window's bench: acts without leaving the page, dragging, keys, the frame that follows, and the other editor.
//! The list itself is the state: one row is moved, never the list written anew.

mod act;
mod drag;
mod frame;
mod keys;
mod news;
mod panel;
mod stay;
mod switches;
mod typed;

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};
use web_sys::Element;

use super::dom;

/// How often the other editor is listened for.
const LISTEN: Duration = Duration::from_secs(3);

/// Makes the bench of this page come alive.
#[lazy]
pub async fn start() {
    dom::listen(&document(), "submit", typed::sent);
    dom::listen(&document(), "submit", act::submit);
    dom::listen(&document(), "keydown", keys::down);
    dom::listen(&document(), "click", panel::click);
    if let Some(list) = dom::find("[data-items]") {
        news::enable(&list);
    }
    drag::start();
    frame::start();
    _ = set_interval_with_handle(listen, LISTEN);
}

/// The bench.
fn bench() -> Option<Element> {
    dom::find("[data-window]")
}

/// The draft's version that the page shows.
fn version() -> i64 {
    bench().and_then(|bench| dom::attr(&bench, "data-version").parse().ok()).unwrap_or_default()
}

fn set_version(version: i64) {
    if let Some(bench) = bench() {
        _ = bench.set_attribute("data-version", &version.to_string());
    }
}

/// Asks whether somebody else has changed the draft, and shows it merged.
fn listen() {
    let Some(bench) = bench() else { return };
    if document().hidden() || !act::is_settled() {
        return;
    }
    let handle = dom::attr(&bench, "data-window");
    let url = format!("/fn/window/since?handle={handle}&seen={}&open={}", version(), panel::open());
    spawn_local(async move {
        let Ok(answer) = gloo_net::http::Request::get(&url).header("accept", "application/json").send().await else {
            return;
        };
        let Ok(text) = answer.text().await else { return };
        // Whatever was done here meanwhile is answered with all that is new.
        if answer.ok() && act::is_settled() {
            frame::mark();
            if news::show(&text).await {
                frame::renew();
            }
        }
    });
}
