//! A clip goes out, later or now, and comes in again.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::DbErr;
use shared::{CreatorId, ErrorCode, LocalText, MediaId, VideoEvent, VideoId, VideoState, dto::Reason};

use super::{entity::video, intake::NO_POSTER, note::Note, queries, review};
use crate::{Actor, Commerce, Error, Videos, catalog, closing, db::Tx, media, outbox, search, showcase, staff::act};

/// Longest caption in one language, in characters.
const CAPTION_CHARS: usize = 300;
/// How far ahead a clip may be scheduled.
const AHEAD: TimeDelta = TimeDelta::days(90);
/// Clips of one sweep.
const BATCH: u64 = 32;

impl Videos<'_> {
    /// Changes the words of a clip; for the people of its shop. One language is enough. Where clips need a review,
    /// what is out or has passed goes to the operator again, and what waits comes back. `Invalid` (`caption_zh`,
    /// `caption_en`): none, more than 300 characters, control characters; (`banned`): a word that must not be shown.
    /// `Conflict` if somebody else has changed the words since they were of version `seen`.
    pub async fn set_caption(
        &self,
        actor: Actor,
        id: VideoId,
        seen: Option<i64>,
        caption: LocalText,
    ) -> Result<(), Error> {
        let row = self.own(actor, id).await?;
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
        if caption == row.caption {
            return Ok(());
        }
        let out = matches!(row.state, VideoState::Published | VideoState::Scheduled);
        if out && catalog::banned(self.shop().db.read(), "caption", &caption).await?.is_some() {
            return Err(Error::Invalid(vec!["banned"]));
        }
        let at = self.shop().clock.now();
        let words = search::indexed([&caption]);
        let work = (caption, words, self.note(actor, &row).await?);
        self.change(id, move |tx| Box::pin(rename(tx, (id, seen), work.clone(), at))).await
    }

    /// Takes the poster from the film, at `at_ms`; for the people of its shop. `Invalid` (`at`) outside of
    /// it, `UnsupportedMedia` where this instance cannot take frames.
    pub async fn poster_from_frame(&self, actor: Actor, id: VideoId, at_ms: i64) -> Result<(), Error> {
        let row = self.own(actor, id).await?;
        if !(0..row.duration_ms).contains(&at_ms) {
            return Err(Error::Invalid(vec!["at"]));
        }
        let poster = media::film::frame(self.0, row.clip, at_ms).await?;
        self.put_poster(id, poster, self.note(actor, &row).await?).await
    }

    /// Takes a picture of their own as the poster; for the people of its shop. Errors as those of
    /// `media().upload`.
    pub async fn poster_from_picture(&self, actor: Actor, id: VideoId, bytes: bytes::Bytes) -> Result<(), Error> {
        let row = self.own(actor, id).await?;
        let poster = self.0.media().upload_poster(actor, bytes).await?;
        self.put_poster(id, poster, self.note(actor, &row).await?).await
    }

    /// Moves a clip through its life: `Publish`, `Schedule` (with a time to come, at most 90 days away),
    /// `Recall`, `Unlist`; for the people of its shop. The list of banned words looks at it before it goes out, and
    /// where clips need a review, the operator. Gives the state that it is in now. `Invalid` (`at`, `poster`,
    /// `caption_zh`), `IllegalTransition`, `Conflict` if it changed meanwhile.
    pub async fn move_on(
        &self,
        actor: Actor,
        id: VideoId,
        event: VideoEvent,
        at: Option<DateTime<Utc>>,
    ) -> Result<VideoState, Error> {
        let row = self.own(actor, id).await?;
        let now = self.shop().clock.now();
        let goes_out = match event {
            VideoEvent::Publish | VideoEvent::Schedule => true,
            VideoEvent::Recall | VideoEvent::Unlist => false,
            // The other steps are the operator's, and have doors of their own.
            _ => return Err(ErrorCode::IllegalTransition.into()),
        };
        let publish_at = match event {
            VideoEvent::Schedule => {
                let at = at.filter(|at| *at > now && *at <= now + AHEAD);
                Some(at.ok_or(Error::Invalid(vec!["at"]))?)
            }
            _ => None,
        };
        let mut step = Step { event, publish_at, reasons: Vec::new(), at: now };
        if goes_out {
            self.still_there(row.creator_id).await?;
            complete(&row)?;
            self.look(actor, &row, &mut step).await?;
        }
        let note = self.note(actor, &row).await?;
        let seen = goes_out.then_some(row);
        self.change(id, move |tx| Box::pin(move_on(tx, id, step.clone(), seen.clone(), note.clone()))).await
    }

    /// `ShopClosed` for the clips of a shop that has closed for good.
    pub(super) async fn still_there(&self, creator: CreatorId) -> Result<(), Error> {
        let db = self.shop().db.read();
        let found = showcase::creators(self.0, db, &[creator]).await?.pop();
        match found.and_then(|creator| creator.row.shop_id) {
            Some(shop) if closing::is_over(db, shop).await? => Err(ErrorCode::ShopClosed.into()),
            _ => Ok(()),
        }
    }

    /// What the rules make of a clip that wants to go out.
    async fn look(&self, actor: Actor, row: &video::Model, step: &mut Step) -> Result<(), Error> {
        let by_word = matches!(actor, Actor::System | Actor::Operator(_));
        if !by_word && row.state == VideoState::InReview {
            return Err(ErrorCode::IllegalTransition.into());
        }
        if by_word || row.passed {
            return Ok(());
        }
        let db = self.shop().db.read();
        step.reasons.extend(catalog::banned(db, "caption", &row.caption).await?);
        if !step.reasons.is_empty() {
            step.event = VideoEvent::SendBack;
        } else if queries::needs_review(db).await? {
            step.event = VideoEvent::Queue;
        }
        Ok(())
    }

    /// Throws a draft away; for the people of its shop. `IllegalTransition` for what was out once: it can
    /// be unlisted.
    pub async fn discard(&self, actor: Actor, id: VideoId) -> Result<(), Error> {
        let row = self.own(actor, id).await?;
        let note = self.note(actor, &row).await?;
        let discarded = self.shop().db.write::<_, Error, _>(move |tx| {
            let note = note.clone();
            Box::pin(async move {
                if !queries::delete(tx, id).await? {
                    return Err(ErrorCode::IllegalTransition.into());
                }
                note.write(tx, act::CLIP_DISCARDED).await
            })
        });
        discarded.await?;
        self.shop().catalog.video_changed(id).await;
        Ok(())
    }

    async fn put_poster(&self, id: VideoId, poster: MediaId, note: Note) -> Result<(), Error> {
        let at = self.shop().clock.now();
        self.change(id, move |tx| {
            let note = note.clone();
            Box::pin(async move {
                note.write(tx, act::CLIP_EDITED).await?;
                let row = queries::locked(tx, id).await?.ok_or(ErrorCode::NotFound)?;
                queries::set_poster(tx, id, poster).await?;
                review::changed(tx, row, at).await
            })
        })
        .await
    }

    /// Writes, and forgets what was known of the clip.
    pub(super) async fn change<T, F>(&self, id: VideoId, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: for<'t> Fn(&'t Tx) -> futures::future::BoxFuture<'t, Result<T, Error>> + Send + Sync + 'static,
    {
        let done = self.shop().db.write(work).await?;
        self.shop().catalog.video_changed(id).await;
        Ok(done)
    }
}

/// A step of a clip, with everything fixed before its transaction.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub event: VideoEvent,
    /// When it is to go out; `None` at once, or not at all.
    pub publish_at: Option<DateTime<Utc>>,
    /// Why it is sent back.
    pub reasons: Vec<Reason>,
    pub at: DateTime<Utc>,
}

/// What the log calls a step.
const fn moves(event: VideoEvent) -> &'static str {
    match event {
        VideoEvent::Publish => act::CLIP_PUBLISHED,
        VideoEvent::Schedule => act::CLIP_SCHEDULED,
        VideoEvent::Unlist => act::CLIP_UNLISTED,
        VideoEvent::Recall => act::CLIP_RECALLED,
        // It was to go out, and goes to the operator or comes back.
        _ => act::CLIP_SUBMITTED,
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

async fn rename(
    tx: &Tx,
    (id, seen): (VideoId, Option<i64>),
    (caption, words, note): (LocalText, String, Note),
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let row = queries::locked(tx, id).await?.ok_or(ErrorCode::NotFound)?;
    if row.caption == caption {
        return Ok(());
    }
    if seen.is_some_and(|seen| seen != row.words_version) {
        return Err(ErrorCode::Conflict.into());
    }
    note.write(tx, act::CLIP_EDITED).await?;
    queries::set_caption(tx, id, caption, row.words_version + 1).await?;
    if row.state == VideoState::Published {
        search::put(tx, search::Kind::Video, id.0, words).await?;
    }
    review::changed(tx, row, at).await
}

/// Takes the step, if the clip still is what was `seen`.
async fn move_on(
    tx: &Tx,
    id: VideoId,
    step: Step,
    seen: Option<video::Model>,
    note: Note,
) -> Result<VideoState, Error> {
    let row = queries::locked(tx, id).await?.ok_or(ErrorCode::NotFound)?;
    let same = |seen: &video::Model| (&seen.caption, seen.poster) == (&row.caption, row.poster);
    if !seen.as_ref().is_none_or(same) {
        return Err(ErrorCode::Conflict.into());
    }
    note.write(tx, moves(step.event)).await?;
    moved(tx, row, step).await
}

/// Takes a step of a clip that is locked, and tells who must hear of it.
pub(super) async fn moved(tx: &Tx, row: video::Model, step: Step) -> Result<VideoState, Error> {
    let Step { event, publish_at, reasons, at } = step;
    let (id, from) = (row.id, row.state);
    let to = from.transition(event)?;
    let next = video::Model {
        state: to,
        publish_at,
        published_at: if to == VideoState::Published { at } else { row.published_at },
        passed: row.passed || matches!(to, VideoState::Published | VideoState::Scheduled),
        round: if event == VideoEvent::Queue { row.round + 1 } else { row.round },
        reasons: serde_json::to_value(&reasons).map_err(Error::failed("writing reasons"))?,
        queued_at: (event == VideoEvent::Queue).then_some(at),
        ..row
    };
    let payload = serde_json::json!({ "video_id": id, "creator_id": next.creator_id });
    let words = search::indexed([&next.caption]);
    if !queries::set_state(tx, from, next).await? {
        return Err(ErrorCode::Conflict.into());
    }
    if to == VideoState::Published {
        queries::look_at_all(tx, id, at).await?;
        search::put(tx, search::Kind::Video, id.0, words).await?;
        outbox::append(tx, id.0, "video.published", &payload, at).await?;
    } else if from == VideoState::Published {
        search::remove(tx, id.0).await?;
        outbox::append(tx, id.0, "video.unlisted", &payload, at).await?;
    }
    Ok(to)
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

/// Lets a clip out whose time has come; what the operator has not seen goes to them first, where they want it so.
pub(crate) async fn publish_due(commerce: &Commerce, id: VideoId) -> Result<(), Error> {
    let at = commerce.clock().now();
    let videos = commerce.video();
    let out = videos.change(id, move |tx| {
        Box::pin(async move {
            let row = queries::locked(tx, id).await?.ok_or(ErrorCode::NotFound)?;
            let waits = !row.passed && queries::needs_review(tx).await?;
            let event = if waits { VideoEvent::Queue } else { VideoEvent::Publish };
            moved(tx, row, Step { event, publish_at: None, reasons: Vec::new(), at }).await
        })
    });
    out.await.map(|_| ())
}

/// Takes in the clips of a creator whose shop has closed, up to `limit`: how many there were.
pub(crate) async fn take_in(tx: &Tx, creator: CreatorId, limit: u64, now: DateTime<Utc>) -> Result<u64, Error> {
    let mut taken = 0;
    for (id, state) in queries::out(tx, creator, limit).await? {
        let event = if state == VideoState::Published { VideoEvent::Unlist } else { VideoEvent::Recall };
        let row = queries::locked(tx, id).await?.ok_or(ErrorCode::NotFound)?;
        moved(tx, row, Step { event, publish_at: None, reasons: Vec::new(), at: now }).await?;
        taken += 1;
    }
    Ok(taken)
}
