//! Doors for imports and set-up: the system only.

use chrono::{DateTime, Utc};
use shared::{CreatorId, ErrorCode, LocalText, MediaId, ProductId, Scene, VideoId, VideoState};

use super::{
    entity::{card, comment, video},
    queries,
};
use crate::{
    Actor, Error, Videos,
    affiliate::{self, Promise},
    db::Tx,
    media, outbox, search,
};

/// A clip to be.
#[derive(Debug, Clone)]
pub struct NewVideo {
    /// Who made it.
    pub creator: CreatorId,
    /// Their words.
    pub caption: LocalText,
    /// The film, in the media room.
    pub clip: MediaId,
    /// First picture, in the media room.
    pub poster: MediaId,
    /// Length in milliseconds.
    pub duration_ms: i64,
    /// Likes it had before it came here.
    pub likes: i64,
    /// Plays it had before it came here.
    pub plays: i64,
    /// When it was published; `None` for now.
    pub published_at: Option<DateTime<Utc>>,
    /// Products with the time they show, in milliseconds: from, to.
    pub cards: Vec<(ProductId, i64, i64)>,
    /// Name, words, likes and time of what viewers wrote.
    pub comments: Vec<(LocalText, LocalText, i64, DateTime<Utc>)>,
}

impl Videos<'_> {
    /// Publishes a clip with its cards, whose fee and commission are frozen now;
    /// `System` only. `NotFound` for an unknown product, `Invalid` (`cards`).
    pub async fn add_video(&self, actor: Actor, new: NewVideo) -> Result<VideoId, Error> {
        actor.require_system()?;
        let (clock, db) = (&self.shop().clock, self.shop().db.read());
        let (id, now) = (VideoId(clock.new_id()), clock.now());
        let (mut cards, mut promises) = (Vec::with_capacity(new.cards.len()), Vec::new());
        for (product_id, from_ms, to_ms) in new.cards {
            if from_ms < 0 || from_ms >= to_ms {
                return Err(Error::Invalid(vec!["cards"]));
            }
            let terms = affiliate::terms(self.0, db, new.creator, product_id, Scene::Video, now).await?;
            promises.extend(terms.promise);
            cards.push(card::Model {
                video_id: id,
                product_id,
                from_ms,
                to_ms,
                fee: terms.fee,
                commission: terms.commission,
                look_at: None,
                told: false,
            });
        }
        let comment = |(name, text, likes, at)| comment::Model {
            id: clock.new_id(),
            video_id: id,
            buyer_id: None,
            name,
            text,
            likes,
            at,
        };
        let comments: Vec<_> = new.comments.into_iter().map(comment).collect();
        let words = search::indexed([&new.caption]);
        let row = video::Model {
            id,
            creator_id: new.creator,
            caption: new.caption,
            clip: new.clip,
            poster: new.poster,
            duration_ms: new.duration_ms,
            state: VideoState::Published,
            publish_at: None,
            removed: false,
            likes: new.likes,
            comments: i64::try_from(comments.len()).unwrap_or_default(),
            plays: new.plays,
            published_at: new.published_at.unwrap_or(now),
            passed: true,
            round: 0,
            reasons: serde_json::json!([]),
            queued_at: None,
            words_version: 1,
            cards_version: 1,
        };
        let work = (row, cards, promises, comments, words);
        self.shop().db.write(move |tx| Box::pin(publish(tx, work.clone(), now))).await?;
        media::forget(self.0, new.poster).await;
        Ok(id)
    }

    /// Takes a clip away for good; operators and the system. `NotFound`.
    pub async fn remove(&self, actor: Actor, id: VideoId) -> Result<(), Error> {
        if !matches!(actor, Actor::System | Actor::Operator(_)) {
            return Err(ErrorCode::Forbidden.into());
        }
        let at = self.shop().clock.now();
        self.shop().db.write(move |tx| Box::pin(remove(tx, id, at))).await?;
        self.shop().catalog.video_changed(id).await;
        Ok(())
    }
}

type Work = (video::Model, Vec<card::Model>, Vec<Promise>, Vec<comment::Model>, String);

async fn publish(tx: &Tx, work: Work, at: DateTime<Utc>) -> Result<(), Error> {
    let (row, cards, promises, comments, words) = work;
    let (id, creator) = (row.id, row.creator_id);
    media::as_poster(tx, row.poster).await?;
    queries::insert_video(tx, row).await?;
    for card in cards {
        queries::insert_card(tx, card).await?;
    }
    for promise in promises {
        affiliate::keep_promise(tx, promise, at).await?;
    }
    for comment in comments {
        queries::insert_comment(tx, comment).await?;
    }
    search::put(tx, search::Kind::Video, id.0, words).await?;
    let payload = serde_json::json!({ "video_id": id, "creator_id": creator });
    outbox::append(tx, id.0, "video.published", &payload, at).await?;
    Ok(())
}

async fn remove(tx: &Tx, id: VideoId, at: DateTime<Utc>) -> Result<(), Error> {
    if !queries::remove(tx, id).await? {
        return Err(ErrorCode::NotFound.into());
    }
    search::remove(tx, id.0).await?;
    outbox::append(tx, id.0, "video.removed", &serde_json::json!({ "video_id": id }), at).await?;
    Ok(())
}
