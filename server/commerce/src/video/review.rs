//! The operator's word on clips. Off until they ask for it: an instance begins with one person who is creator and
//! operator at once, and a queue that nobody reads would only keep clips from going out.

use chrono::{DateTime, Utc};
use shared::{
    ErrorCode, Locale, MessageId, ShopId, VideoEvent, VideoId, VideoState,
    dto::{Reason, ReasonFault, WaitingClip},
};

use super::{
    entity::video,
    publish::{self, Step, moved},
    queries, restrict, view,
};
use crate::{
    Actor, Error, Videos, catalog,
    clock::rfc3339,
    db::Tx,
    identity, inbox,
    media::{self, Picture},
    showcase,
};

/// Clips of the queue that are shown; the others follow as these are decided.
const SHOWN: u64 = 50;
/// What a reason can be about.
const FIELDS: [&str; 4] = ["caption", "film", "poster", "cards"];
/// Owners of a shop who hear of a word: more than one is rare.
const OWNERS: usize = 4;

impl Videos<'_> {
    /// Whether clips go out by the operator's word only; for operators.
    pub async fn needs_review(&self, actor: Actor) -> Result<bool, Error> {
        actor.require_operator()?;
        Ok(queries::needs_review(self.shop().db.read()).await?)
    }

    /// Sets that; for operators. What is out stays out.
    pub async fn set_review(&self, actor: Actor, review: bool) -> Result<(), Error> {
        actor.require_operator()?;
        let set = self
            .shop()
            .db
            .write::<_, Error, _>(move |tx| Box::pin(async move { Ok(queries::set_rule(tx, review).await?) }));
        set.await
    }

    /// Clips that wait, the longest waiting first, at most 50, and how many there are in all; for operators.
    pub async fn waiting(&self, actor: Actor, locale: Locale) -> Result<(Vec<WaitingClip>, u64), Error> {
        actor.require_operator()?;
        let db = self.shop().db.read();
        let rows = queries::waiting(db, SHOWN).await?;
        let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
        let makers: Vec<_> = rows.iter().map(|row| row.creator_id).collect();
        let creators = showcase::creators(self.0, db, &makers).await?;
        let cards = queries::cards(db, &ids).await?;
        let linked: Vec<_> = cards.iter().map(|card| card.product_id).collect();
        let titles = catalog::cards(self.0, db, &linked, locale).await?;
        let wanted: Vec<_> = rows.iter().flat_map(|row| [row.poster, row.clip]).collect();
        let media = media::pictures(self.0, db, wanted).await?;
        let mut waiting = Vec::with_capacity(rows.len());
        for row in rows {
            let Some(creator) = creators.iter().find(|creator| creator.row.id == row.creator_id) else { continue };
            let of_clip = cards.iter().filter(|card| card.video_id == row.id);
            let products = of_clip.filter_map(|card| titles.iter().find(|title| title.id == card.product_id));
            let poster = media.get(&row.poster).cloned().unwrap_or_else(|| Picture::missing(row.poster));
            waiting.push(WaitingClip {
                id: row.id,
                round: row.round,
                handle: creator.row.handle.clone(),
                creator: creator.row.name.get(locale).to_owned(),
                clip: view::film(&row, media.get(&row.clip).map(|film| &**film), &poster, locale),
                products: products.map(|card| (card.id, card.title.clone())).collect(),
                is_new: row.plays == 0,
                publish_at: row.publish_at.map(rfc3339),
                since: row.queued_at.map(rfc3339).unwrap_or_default(),
                reasons: serde_json::from_value(row.reasons).unwrap_or_default(),
                caption: row.caption,
            });
        }
        Ok((waiting, queries::count_waiting(db).await?))
    }

    /// The clip that was handed in as `round` is good: it goes out, at its time if that is to come; for operators.
    /// `IllegalTransition` if it does not wait, `Conflict` if it was handed in again meanwhile.
    pub async fn approve(&self, actor: Actor, id: VideoId, round: i32) -> Result<(), Error> {
        actor.require_operator()?;
        self.still_there(restrict::creator_of(self.shop().db.read(), id).await?.0).await?;
        let word = Word { round, reasons: Vec::new(), letters: self.letters(id).await?, at: self.shop().clock.now() };
        self.change(id, move |tx| Box::pin(decide(tx, id, word.clone()))).await
    }

    /// Sends the clip that was handed in as `round` back with what is wrong, by field (`caption`, `film`, `poster`,
    /// `cards`); for operators. `Invalid` (`reasons`) without a reason or with one beyond 300 characters, else as
    /// `approve`.
    pub async fn send_back(
        &self,
        actor: Actor,
        id: VideoId,
        round: i32,
        reasons: Vec<(String, String)>,
    ) -> Result<(), Error> {
        actor.require_operator()?;
        let reason = |(field, words): (String, String)| {
            let words = words.trim().to_owned();
            (!words.is_empty()).then_some(Reason { field, fault: ReasonFault::Operator, words })
        };
        let reasons: Vec<_> = reasons.into_iter().filter_map(reason).collect();
        let fits = |reason: &Reason| reason.words.chars().count() <= 300 && FIELDS.contains(&reason.field.as_str());
        if reasons.is_empty() || reasons.len() > FIELDS.len() || !reasons.iter().all(fits) {
            return Err(Error::Invalid(vec!["reasons"]));
        }
        let word = Word { round, reasons, letters: self.letters(id).await?, at: self.shop().clock.now() };
        self.change(id, move |tx| Box::pin(decide(tx, id, word.clone()))).await
    }

    /// Ids for the letters that tell of a word, and the shop whose owners get them. `NotFound`.
    pub(super) async fn letters(&self, id: VideoId) -> Result<(Option<ShopId>, Vec<MessageId>), Error> {
        let db = self.shop().db.read();
        let row = queries::by_ids(db, &[id]).await?.pop().filter(|row| !row.removed).ok_or(ErrorCode::NotFound)?;
        let creator = showcase::creators(self.0, db, &[row.creator_id]).await?.pop().ok_or(ErrorCode::NotFound)?;
        let ids = std::iter::repeat_with(|| MessageId(self.shop().clock.new_id())).take(OWNERS).collect();
        Ok((creator.row.shop_id, ids))
    }
}

/// The operator's word with everything fixed before its transaction; without reasons it is good.
#[derive(Clone)]
struct Word {
    round: i32,
    reasons: Vec<Reason>,
    letters: (Option<ShopId>, Vec<MessageId>),
    at: DateTime<Utc>,
}

async fn decide(tx: &Tx, id: VideoId, word: Word) -> Result<(), Error> {
    let Word { round, reasons, letters: (shop, letters), at } = word;
    let row = queries::locked(tx, id).await?.ok_or(ErrorCode::NotFound)?;
    if row.state != VideoState::InReview {
        return Err(ErrorCode::IllegalTransition.into());
    }
    if row.round != round {
        return Err(ErrorCode::Conflict.into());
    }
    let later = row.publish_at.filter(|time| *time > at);
    let (event, kind) = match (reasons.is_empty(), later) {
        (false, _) => (VideoEvent::SendBack, "clip.rejected"),
        (true, Some(_)) => (VideoEvent::Schedule, "clip.approved"),
        (true, None) => (VideoEvent::Publish, "clip.approved"),
    };
    let caption = if row.caption.zh.is_empty() { &row.caption.en } else { &row.caption.zh };
    let caption: String = caption.chars().take(40).collect();
    let publish_at = later.filter(|_| event == VideoEvent::Schedule);
    moved(tx, row, Step { event, publish_at, reasons, at }).await?;
    let Some(shop) = shop else { return Ok(()) };
    for (to, id_of_letter) in identity::owners(tx, shop).await?.into_iter().zip(letters) {
        let link = format!("/studio/clips/{id}");
        let letter = inbox::Letter { id: id_of_letter, to, kind, parts: vec![caption.clone()], link };
        inbox::send(tx, letter, at).await?;
    }
    Ok(())
}

/// Words or poster of a locked clip are others now: the operator's word was not on these. What waits comes back; what
/// is out goes to them again where they want it so, else everybody sees the change at once.
pub(super) async fn changed(tx: &Tx, row: video::Model, at: DateTime<Utc>) -> Result<(), Error> {
    let row = video::Model { passed: false, ..queries::locked(tx, row.id).await?.ok_or(ErrorCode::NotFound)? };
    let step = |event, publish_at| Step { event, publish_at, reasons: Vec::new(), at };
    match row.state {
        VideoState::InReview => moved(tx, row, step(VideoEvent::Recall, None)).await.map(|_| ()),
        VideoState::Published | VideoState::Scheduled if queries::needs_review(tx).await? => {
            let publish_at = row.publish_at;
            moved(tx, row, step(VideoEvent::Queue, publish_at)).await.map(|_| ())
        }
        state => {
            // Nobody asks for a review: what is out is good by the rules alone.
            let passed = matches!(state, VideoState::Published | VideoState::Scheduled);
            let next = video::Model { passed, ..row };
            queries::set_state(tx, state, next.clone()).await?;
            publish::tell(tx, &next, at).await
        }
    }
}
