use chrono::DateTime;
use shared::{
    ErrorCode, Handle, LocalText, Locale, VideoId, VideoState,
    dto::{Comment, Page, VideoCard, VideoView},
};

use super::{
    entity::{comment, like, play, video},
    queries,
    record::{clips, comment_view, feed},
    view,
};
use crate::{
    Actor, Error, Videos,
    db::Tx,
    identity::{self, Limit},
    showcase,
};

/// Clips on a page of the feed: one to watch, one ready, one to come; the next page is fetched meanwhile.
const FEED_PAGE: usize = 3;
/// Clips on a page of a creator's.
const LIST_PAGE: usize = 24;
/// Longest comment, in characters.
const COMMENT_CHARS: usize = 200;

impl Videos<'_> {
    /// The feed, 6 clips a page: newest first, or from `start` on (`NotFound`, `Gone`) and around, so
    /// that whoever comes by a link can see all of it. `Invalid` (`cursor`).
    pub async fn feed(
        &self,
        actor: Actor,
        start: Option<VideoId>,
        cursor: Option<String>,
        locale: Locale,
    ) -> Result<Page<VideoView>, Error> {
        let db = self.shop().db.read();
        let all = feed(self.0, db).await?;
        let (start, after) = match cursor.as_deref() {
            Some(cursor) => read_cursor(cursor)?,
            None => (start, None),
        };
        if after.is_none()
            && let Some(start) = start
        {
            self.check(start).await?;
        }
        let turn = start.and_then(|start| all.iter().position(|id| *id == start)).unwrap_or_default();
        let around: Vec<_> = all[turn..].iter().chain(&all[..turn]).copied().collect();
        let from = after.and_then(|after| around.iter().position(|id| *id == after)).map_or(0, |at| at + 1);
        let ids: Vec<_> = around.iter().copied().skip(from).take(FEED_PAGE).collect();
        let first = around.first().copied();
        let last = ids.last().filter(|_| around.len() > from + ids.len());
        let next = last.zip(first).map(|(last, first)| format!("{}.{}", first.0.simple(), last.0.simple()));
        Ok(Page { items: view::views(self.0, db, actor, &ids, locale).await?, next })
    }

    /// One clip; `NotFound`, `Gone`.
    pub async fn video(&self, actor: Actor, id: VideoId, locale: Locale) -> Result<VideoView, Error> {
        self.check(id).await?;
        let found = view::views(self.0, self.shop().db.read(), actor, &[id], locale).await?.pop();
        found.ok_or_else(|| ErrorCode::NotFound.into())
    }

    /// `NotFound` or `Gone` unless the clip is published.
    pub(super) async fn check(&self, id: VideoId) -> Result<(), Error> {
        match clips(self.0, self.shop().db.read(), &[id]).await?.first() {
            None => Err(ErrorCode::NotFound.into()),
            Some(clip) if clip.row.removed => Err(ErrorCode::Gone.into()),
            // Not out yet, or in again: as if there were none.
            Some(clip) if clip.row.state != VideoState::Published => Err(ErrorCode::NotFound.into()),
            Some(_) => Ok(()),
        }
    }

    /// A creator's clips, newest first, 24 a page; `NotFound`.
    pub async fn of_creator(
        &self,
        _: Actor,
        handle: &Handle,
        cursor: Option<String>,
        locale: Locale,
    ) -> Result<Page<VideoCard>, Error> {
        let db = self.shop().db.read();
        let creator = showcase::id_of(self.0, db, handle).await?;
        let after = cursor.as_deref().map(|cursor| {
            let (millis, id) = cursor.split_once('.')?;
            Some((DateTime::from_timestamp_millis(millis.parse().ok()?)?, id.parse().ok()?))
        });
        let after = after.map(|after| after.ok_or(Error::Invalid(vec!["cursor"]))).transpose()?;
        let mut rows = queries::of_creator(db, creator, after, LIST_PAGE as u64 + 1).await?;
        let more = rows.len() > LIST_PAGE;
        rows.truncate(LIST_PAGE);
        let last = rows.last().filter(|_| more);
        let next = last.map(|row| format!("{}.{}", row.published_at.timestamp_millis(), row.id.0.simple()));
        let items = view::cards(self.0, db, rows.iter().map(|row| row.id).collect(), locale).await?;
        Ok(Page { items, next })
    }

    /// Likes or stops liking; any buyer. Returns the number of likes. `NotFound`, `Gone`.
    pub async fn like(&self, actor: Actor, id: VideoId, on: bool) -> Result<i64, Error> {
        let buyer_id = actor.require_buyer()?;
        self.check(id).await?;
        let row = like::Model { video_id: id, buyer_id, at: self.shop().clock.now() };
        let likes = self.shop().db.write(move |tx| Box::pin(set_like(tx, row.clone(), on))).await?;
        self.shop().catalog.videos.forget(id).await;
        Ok(likes)
    }

    /// Says something, 1 to 200 characters; accounts only, at most 10 a minute. `Invalid` (`text`),
    /// `NotFound`, `Gone`, `RateLimited`.
    pub async fn comment(&self, actor: Actor, id: VideoId, text: &str) -> Result<Comment, Error> {
        let buyer = actor.require_account()?;
        let text = text.trim();
        let good =
            (1..=COMMENT_CHARS).contains(&text.chars().count()) && !text.chars().any(|c| c.is_control() && c != '\n');
        if !good {
            return Err(Error::Invalid(vec!["text"]));
        }
        self.check(id).await?;
        identity::allow(self.0, Limit::Comment, &buyer.to_string()).await?;
        let name = identity::public_name(self.0, buyer).await?;
        let said = |text: &str| LocalText { zh: text.to_owned(), en: String::new() };
        let row = comment::Model {
            id: self.shop().clock.new_id(),
            video_id: id,
            buyer_id: Some(buyer),
            name: said(&name),
            text: said(text),
            likes: 0,
            at: self.shop().clock.now(),
        };
        let view = comment_view(&row, Locale::default());
        self.shop().db.write(move |tx| Box::pin(add_comment(tx, row.clone()))).await?;
        self.shop().catalog.videos.forget(id).await;
        Ok(view)
    }

    /// Counts a play; anybody, once per buyer and clip. Those who are nobody are not counted.
    pub async fn played(&self, actor: Actor, id: VideoId) -> Result<(), Error> {
        self.check(id).await?;
        let Some(buyer_id) = actor.buyer() else { return Ok(()) };
        let row = play::Model { video_id: id, buyer_id, at: self.shop().clock.now() };
        self.shop().db.write(move |tx| Box::pin(count_play(tx, row.clone()))).await
    }
}

/// The clip a round started with, and the last one shown.
fn read_cursor(cursor: &str) -> Result<(Option<VideoId>, Option<VideoId>), Error> {
    let parsed = cursor.split_once('.').and_then(|(first, last)| Some((first.parse().ok()?, last.parse().ok()?)));
    let (first, last) = parsed.ok_or(Error::Invalid(vec!["cursor"]))?;
    Ok((Some(first), Some(last)))
}

async fn set_like(tx: &Tx, row: like::Model, on: bool) -> Result<i64, Error> {
    let id = row.video_id;
    let changed =
        if on { queries::insert_like(tx, row).await? } else { queries::delete_like(tx, id, row.buyer_id).await? };
    if changed {
        queries::count(tx, id, video::Column::Likes, if on { 1 } else { -1 }).await?;
    }
    let row = queries::by_ids(tx, &[id]).await?.pop().ok_or(ErrorCode::NotFound)?;
    Ok(row.likes)
}

pub(super) async fn add_comment(tx: &Tx, row: comment::Model) -> Result<(), Error> {
    let id = row.video_id;
    queries::insert_comment(tx, row).await?;
    Ok(queries::count(tx, id, video::Column::Comments, 1).await?)
}

async fn count_play(tx: &Tx, row: play::Model) -> Result<(), Error> {
    let id = row.video_id;
    if queries::insert_play(tx, row).await? {
        queries::count(tx, id, video::Column::Plays, 1).await?;
    }
    Ok(())
}
