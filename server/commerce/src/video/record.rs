use std::{collections::HashMap, sync::Arc, time::Duration};

use moka::future::Cache as Map;
use sea_orm::ConnectionTrait;
use shared::{Locale, VideoId, VideoState, dto};
use uuid::Uuid;

use super::{
    entity::{card, comment, video},
    queries,
};
use crate::{
    Commerce, Error,
    clock::rfc3339,
    media::{self, Picture},
};

/// Comments shown with a clip.
const COMMENTS: u64 = 20;
/// Clips that one visitor can scroll through.
const FEED: u64 = 1_000;

/// Clips as they read a moment ago; short-lived, because their counters move.
#[derive(Debug)]
pub(crate) struct Cache {
    clips: Map<VideoId, Arc<Record>>,
    feed: Map<(), Arc<Vec<VideoId>>>,
}

impl Default for Cache {
    fn default() -> Self {
        let soon = Duration::from_secs(5);
        Self {
            clips: Map::builder().max_capacity(1_000).time_to_live(soon).build(),
            feed: Map::builder().max_capacity(1).time_to_live(soon).build(),
        }
    }
}

impl Cache {
    /// Forgets what is known of the clip `id`, and the order of the feed.
    pub async fn invalidate(&self, id: Uuid) {
        self.clips.invalidate(&VideoId(id)).await;
        self.feed.invalidate_all();
    }

    pub(super) async fn forget(&self, id: VideoId) {
        self.clips.invalidate(&id).await;
    }
}

/// A clip with what is shown around it.
#[derive(Debug)]
pub(super) struct Record {
    pub row: video::Model,
    pub poster: Arc<Picture>,
    pub film: Option<Arc<Picture>>,
    pub cards: Vec<card::Model>,
    pub comments: Vec<comment::Model>,
}

impl Record {
    /// Whether everybody may see it.
    pub fn is_public(&self) -> bool {
        !self.row.removed && self.row.state == VideoState::Published
    }
}

/// The clips `ids` in their order, unknown ones left out. No query for those that are known.
pub(super) async fn clips(
    commerce: &Commerce,
    db: &impl ConnectionTrait,
    ids: &[VideoId],
) -> Result<Vec<Arc<Record>>, Error> {
    let cache = &commerce.0.catalog.videos.clips;
    let (mut found, mut unknown) = (Vec::with_capacity(ids.len()), Vec::new());
    for id in ids {
        match cache.get(id).await {
            Some(clip) => found.push(clip),
            None => unknown.push(*id),
        }
    }
    if !unknown.is_empty() {
        let mut cards: HashMap<VideoId, Vec<card::Model>> = HashMap::new();
        for card in queries::cards(db, &unknown).await? {
            cards.entry(card.video_id).or_default().push(card);
        }
        let rows = queries::by_ids(db, &unknown).await?;
        let wanted: Vec<_> = rows.iter().flat_map(|row| [row.poster, row.clip]).collect();
        let media = media::pictures(commerce, db, wanted).await?;
        for row in rows {
            let clip = Arc::new(Record {
                poster: media.get(&row.poster).cloned().unwrap_or_else(|| Picture::missing(row.poster)),
                film: media.get(&row.clip).cloned(),
                cards: cards.remove(&row.id).unwrap_or_default(),
                comments: queries::comments(db, row.id, COMMENTS).await?,
                row,
            });
            cache.insert(clip.row.id, clip.clone()).await;
            found.push(clip);
        }
    }
    found.sort_by_key(|clip| ids.iter().position(|id| *id == clip.row.id));
    Ok(found)
}

/// The feed's order, newest first.
pub(super) async fn feed(commerce: &Commerce, db: &impl ConnectionTrait) -> Result<Arc<Vec<VideoId>>, Error> {
    let cache = &commerce.0.catalog.videos.feed;
    if let Some(feed) = cache.get(&()).await {
        return Ok(feed);
    }
    let feed = Arc::new(queries::feed(db, FEED).await?);
    cache.insert((), feed.clone()).await;
    Ok(feed)
}

pub(super) fn comment_view(row: &comment::Model, locale: Locale) -> dto::Comment {
    dto::Comment {
        name: row.name.get(locale).to_owned(),
        text: row.text.get(locale).to_owned(),
        likes: row.likes,
        at: rfc3339(row.at),
    }
}
