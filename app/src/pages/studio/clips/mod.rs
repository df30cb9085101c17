//! `/studio/clips/…`: films of a shop from the first byte to the last figure.

mod acts;
mod arriving;
mod bench;
mod cards;
mod clip;
mod list;
mod new;
mod poster;

pub use clip::ClipPage;
pub use list::ClipsPage;
pub use new::NewClipPage;

use shared::{VideoState, dto::MyClip};

use crate::context::caller;

/// The class of a state's tag.
const fn tone(state: VideoState) -> &'static str {
    match state {
        VideoState::Published => "tag good",
        VideoState::Scheduled | VideoState::InReview => "tag warn",
        VideoState::Rejected | VideoState::Banned => "tag hot",
        VideoState::Draft | VideoState::Unlisted => "tag",
    }
}

/// Milliseconds as seconds, as they are typed.
fn seconds(ms: i64) -> String {
    let text = format!("{}.{:03}", ms / 1_000, ms % 1_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A clip's name, for people.
fn named(clip: &MyClip) -> String {
    clip.caption.get(caller().locale).to_owned()
}
