//! A clip goes out, later or now, and comes in again.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::DbErr;
use shared::{CreatorId, ErrorCode, LocalText, MediaId, VideoEvent, VideoId, VideoState};

use super::{entity::video, intake::NO_POSTER, queries};
use crate::{Actor, Commerce, Error, Videos, db::Tx, media, outbox, search};

/// Longest caption in one language, in characters.
const CAPTION_CHARS: usize = 300;
/// How far ahead a clip may be scheduled.
const AHEAD: TimeDelta = TimeDelta::days(90);
/// Clips of one sweep.
const BATCH: u64 = 32;

impl Videos<'_> {
    /// Changes the words of a clip; for the people of its shop. One language is enough. `Invalid`
    /// (`caption_zh`, `caption_en`): none, more than 300 characters, control characters.
    pub async fn set_caption(&self, actor: Actor, id: VideoId, caption: LocalText) -> Result<(), Error> {
        self.own(actor, id).await?;
        let tidy = |text: &str| text.trim().to_owned();
        let caption = LocalText { zh: tidy(&caption.zh), en: tidy(&caption.en) };
        let bad =
            |text: &str| text.chars().count() > CAPTION_CHARS || text.chars().any(|c| c.is_control() && c != '\n');
        let mut faults = Vec::new();
        if bad(&caption.zh) || (caption.zh.is_empty() && caption.en.is_empty()) {
            faults.push("caption_zh");
        }
        if bad(&caption.en) {
            faults.push("caption_en");
        }
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let at = self.shop().clock.now();
        let words = search::indexed([&caption]);
        let work = (caption, words);
        self.change(id, move |tx| Box::pin(rename(tx, id, work.clone(), at))).await
    }

    /// Takes the poster from the film, at `at_ms`; for the people of its shop. `Invalid` (`at`) outside of
    /// it, `UnsupportedMedia` where this instance cannot take frames.
    pub async fn poster_from_frame(&self, actor: Actor, id: VideoId, at_ms: i64) -> Result<(), Error> {
        let row = self.own(actor, id).await?;
        if !(0..row.duration_ms).contains(&at_ms) {
            return Err(Error::Invalid(vec!["at"]));
        }
        let poster = media::film::frame(self.0, row.clip, at_ms).await?;
        self.put_poster(id, poster).await
    }

    /// Takes a picture of their own as the poster; for the people of its shop. Errors as those of
    /// `media().upload`.
    pub async fn poster_from_picture(&self, actor: Actor, id: VideoId, bytes: bytes::Bytes) -> Result<(), Error> {
        self.own(actor, id).await?;
        let picture = self.0.media().upload(actor, bytes, "").await?;
        self.put_poster(id, picture.id).await
    }

    /// Moves a clip through its life: `Publish`, `Schedule` (with a time to come, at most 90 days away),
    /// `Recall`, `Unlist`; for the people of its shop. `Invalid` (`at`, `poster`, `caption_zh`),
    /// `IllegalTransition`.
    pub async fn move_on(
        &self,
        actor: Actor,
        id: VideoId,
        event: VideoEvent,
        at: Option<DateTime<Utc>>,
    ) -> Result<(), Error> {
        let row = self.own(actor, id).await?;
        let now = self.shop().clock.now();
        if matches!(event, VideoEvent::Publish | VideoEvent::Schedule) {
            complete(&row)?;
        }
        let publish_at = match event {
            VideoEvent::Schedule => {
                let at = at.filter(|at| *at > now && *at <= now + AHEAD);
                Some(at.ok_or(Error::Invalid(vec!["at"]))?)
            }
            _ => None,
        };
        self.change(id, move |tx| Box::pin(move_on(tx, id, event, publish_at, now))).await
    }

    /// Throws a draft away; for the people of its shop. `IllegalTransition` for what was out once: it can
    /// be unlisted.
    pub async fn discard(&self, actor: Actor, id: VideoId) -> Result<(), Error> {
        self.own(actor, id).await?;
        let discarded = self.shop().db.write::<_, Error, _>(move |tx| {
            Box::pin(async move {
                if queries::delete(tx, id).await? { Ok(()) } else { Err(ErrorCode::IllegalTransition.into()) }
            })
        });
        discarded.await?;
        self.shop().catalog.videos.invalidate(id.0).await;
        Ok(())
    }

    async fn put_poster(&self, id: VideoId, poster: MediaId) -> Result<(), Error> {
        let at = self.shop().clock.now();
        self.change(id, move |tx| {
            Box::pin(async move {
                let row = queries::locked(tx, id).await?.ok_or(ErrorCode::NotFound)?;
                queries::set_poster(tx, id, poster).await?;
                tell(tx, &row, at).await
            })
        })
        .await
    }

    /// Writes, and forgets what was known of the clip.
    async fn change<F>(&self, id: VideoId, work: F) -> Result<(), Error>
    where
        F: for<'t> Fn(&'t Tx) -> futures::future::BoxFuture<'t, Result<(), Error>> + Send + Sync + 'static,
    {
        self.shop().db.write(work).await?;
        self.shop().catalog.videos.invalidate(id.0).await;
        Ok(())
    }
}

/// What nobody would look at does not go out.
fn complete(row: &video::Model) -> Result<(), Error> {
    let mut faults = Vec::new();
    if row.poster == NO_POSTER {
        faults.push("poster");
    }
    if row.caption.zh.is_empty() && row.caption.en.is_empty() {
        faults.push("caption_zh");
    }
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

async fn rename(tx: &Tx, id: VideoId, (caption, words): (LocalText, String), at: DateTime<Utc>) -> Result<(), Error> {
    let row = queries::locked(tx, id).await?.ok_or(ErrorCode::NotFound)?;
    queries::set_caption(tx, id, caption).await?;
    if row.state == VideoState::Published {
        search::put(tx, search::Kind::Video, id.0, words).await?;
    }
    tell(tx, &row, at).await
}

async fn move_on(
    tx: &Tx,
    id: VideoId,
    event: VideoEvent,
    publish_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let row = queries::locked(tx, id).await?.ok_or(ErrorCode::NotFound)?;
    let next = row.state.transition(event)?;
    let out = (event == VideoEvent::Publish).then_some(now);
    if !queries::set_state(tx, id, (row.state, next), publish_at, out).await? {
        return Err(ErrorCode::Conflict.into());
    }
    let payload = serde_json::json!({ "video_id": id, "creator_id": row.creator_id });
    match event {
        VideoEvent::Publish => {
            search::put(tx, search::Kind::Video, id.0, search::indexed([&row.caption])).await?;
            outbox::append(tx, id.0, "video.published", &payload, now).await?;
        }
        VideoEvent::Unlist => {
            search::remove(tx, id.0).await?;
            outbox::append(tx, id.0, "video.unlisted", &payload, now).await?;
        }
        VideoEvent::Schedule | VideoEvent::Recall => {}
    }
    Ok(())
}

/// Others must hear of a change to what everybody sees.
pub(super) async fn tell(tx: &Tx, row: &video::Model, at: DateTime<Utc>) -> Result<(), Error> {
    if row.state == VideoState::Published {
        let payload = serde_json::json!({ "video_id": row.id, "creator_id": row.creator_id });
        outbox::append(tx, row.id.0, "video.changed", &payload, at).await?;
    }
    Ok(())
}

/// Clips whose time to go out has come.
pub(crate) async fn due(commerce: &Commerce) -> Result<Vec<VideoId>, DbErr> {
    queries::due(commerce.db().read(), commerce.clock().now(), BATCH).await
}

/// Lets a clip out whose time has come.
pub(crate) async fn publish_due(commerce: &Commerce, id: VideoId) -> Result<(), Error> {
    let now = commerce.clock().now();
    commerce.db().write(move |tx| Box::pin(move_on(tx, id, VideoEvent::Publish, None, now))).await?;
    commerce.0.catalog.videos.invalidate(id.0).await;
    Ok(())
}

/// Takes in the clips of a creator whose shop has closed, up to `limit`: how many there were.
pub(crate) async fn take_in(tx: &Tx, creator: CreatorId, limit: u64, now: DateTime<Utc>) -> Result<u64, Error> {
    let mut taken = 0;
    for (id, state) in queries::out(tx, creator, limit).await? {
        let event = if state == VideoState::Scheduled { VideoEvent::Recall } else { VideoEvent::Unlist };
        move_on(tx, id, event, None, now).await?;
        taken += 1;
    }
    Ok(taken)
}
