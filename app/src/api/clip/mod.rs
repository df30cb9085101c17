//! What the people of a shop do with its clips.

mod caption;
mod cards;
mod discard;
mod moves;
mod poster;
mod review;
mod swap;

pub use caption::save_clip_caption;
pub use cards::{CardForm, save_clip_cards};
pub use discard::{cancel_upload, discard_clip};
pub use moves::move_clip;
pub use poster::choose_clip_frame;
pub use review::{approve_clip, reject_clip, set_clip_rule};
pub use swap::swap_clip_card;
