//! Clips that the operator takes off and gives back, inside another room's transaction.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use shared::{CreatorId, ErrorCode, LocalText, VideoEvent, VideoId, VideoState};

use super::{
    publish::{Step, moved},
    queries,
};
use crate::{Error, db::Tx};

/// Whose a clip is, and its words; `NotFound`.
pub(crate) async fn creator_of(db: &impl ConnectionTrait, id: VideoId) -> Result<(CreatorId, LocalText), Error> {
    let row = queries::by_ids(db, &[id]).await?.pop().filter(|row| !row.removed).ok_or(ErrorCode::NotFound)?;
    Ok((row.creator_id, row.caption))
}

/// Whether viewers see a clip.
pub(crate) async fn is_out(db: &impl ConnectionTrait, id: VideoId) -> Result<bool, DbErr> {
    let row = queries::by_ids(db, &[id]).await?.pop();
    Ok(row.is_some_and(|row| !row.removed && row.state == VideoState::Published))
}

/// Takes a clip off and gives the state that it was in. `NotFound`, `IllegalTransition` for what nobody sees.
pub(crate) async fn ban(tx: &Tx, id: VideoId, at: DateTime<Utc>) -> Result<VideoState, Error> {
    let row = queries::locked(tx, id).await?.ok_or(ErrorCode::NotFound)?;
    let was = row.state;
    if was != VideoState::Banned {
        moved(tx, row, step(VideoEvent::Ban, at)).await?;
    }
    Ok(was)
}

/// Gives a clip back; one that was out goes out again. Nothing happens to one that is not taken off any more.
pub(crate) async fn release(tx: &Tx, id: VideoId, was: Option<VideoState>, at: DateTime<Utc>) -> Result<(), Error> {
    let Some(row) = queries::locked(tx, id).await?.filter(|row| row.state == VideoState::Banned) else {
        return Ok(());
    };
    // What was changed meanwhile goes the way of every clip: its shop asks for it, and the rules look.
    let out = was == Some(VideoState::Published) && row.passed;
    let published_at = row.published_at;
    moved(tx, row, step(VideoEvent::Release, at)).await?;
    if out && let Some(row) = queries::locked(tx, id).await? {
        // It takes its old place in the feed: it is no news.
        moved(tx, row, step(VideoEvent::Publish, published_at)).await?;
    }
    Ok(())
}

const fn step(event: VideoEvent, at: DateTime<Utc>) -> Step {
    Step { event, publish_at: None, reasons: Vec::new(), at }
}
