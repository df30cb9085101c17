//! The feed: one clip plays, the next is ready, product cards come and go with the clip's own time.

mod cards;
mod keys;
mod more;
mod player;
mod talk;

use leptos::prelude::*;
use web_sys::Element;

use super::{dom, page::fields};

/// Makes the feed play. A part of its own: only pages with clips load it.
#[lazy]
pub async fn start() {
    let Some(feed) = dom::find(".feed") else { return };
    super::sheet::start();
    player::start(&feed);
    cards::start();
    keys::start();
    talk::start();
}

/// The clip in view.
fn current() -> Option<Element> {
    dom::find(".clip.current")
}
