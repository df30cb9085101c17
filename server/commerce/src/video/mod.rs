//! Short videos: clips from the first draft on, their timed product cards with the terms frozen when they
//! were linked, the operator's word on them, likes, plays and comments. Owns `video`, `video_card`, `video_like`,
//! `video_play`, `video_card_met`,
//! `video_comment`, `clip_rule`.

mod admin;
mod cards;
mod entity;
mod intake;
mod links;
mod met;
mod mine;
mod note;
mod publish;
mod queries;
mod reach;
mod record;
mod restrict;
mod review;
mod service;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
mod view;

pub use admin::NewVideo;
pub use cards::CardTime;
pub(crate) use links::{look, product_changed, unlooked};
pub(crate) use publish::{due, publish_due, take_in};
pub(crate) use reach::reach;
pub(crate) use record::Cache;
pub(crate) use restrict::{ban, creator_of, is_out, release};
pub(crate) use view::{best_for, cards};

use sea_orm::ConnectionTrait;
use shared::CreatorId;

use crate::Error;

/// Published clips of a creator.
pub(crate) async fn count_of(db: &impl ConnectionTrait, creator: CreatorId) -> Result<i64, Error> {
    Ok(i64::try_from(queries::count_of(db, creator).await?).unwrap_or(i64::MAX))
}
