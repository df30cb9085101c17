use std::{collections::HashSet, sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use moka::future::Cache as Map;
use sea_orm::ConnectionTrait;
use shared::{CreatorId, ErrorCode, GroupId, Handle, Locale, ProductId, dto::CreatorCard};
use uuid::Uuid;

use super::{
    entity::{creator, group},
    queries,
};
use crate::{
    Commerce, Error, closing,
    media::{self, Picture},
    video,
};

/// Creators and their arrangements, for a short time: what counts up (followers, clips) may lag.
#[derive(Debug)]
pub(crate) struct Cache {
    creators: Map<CreatorId, Arc<CreatorRecord>>,
    arrangements: Map<Handle, Arc<Arrangement>>,
}

impl Default for Cache {
    fn default() -> Self {
        let soon = Duration::from_secs(30);
        Self {
            creators: Map::builder().max_capacity(10_000).time_to_live(soon).build(),
            arrangements: Map::builder().max_capacity(500).time_to_live(soon).build(),
        }
    }
}

impl Cache {
    /// Forgets what is known of the creator `id`.
    pub async fn invalidate(&self, id: Uuid) {
        self.creators.invalidate(&CreatorId(id)).await;
        // Arrangements are known by handle; changes are rare and reading one again is cheap.
        self.arrangements.invalidate_all();
    }
}

/// A creator with their pictures.
#[derive(Debug)]
pub(crate) struct CreatorRecord {
    pub row: creator::Model,
    pub avatar: Arc<Picture>,
    pub cover: Arc<Picture>,
}

impl CreatorRecord {
    pub fn card(&self, locale: Locale) -> CreatorCard {
        CreatorCard {
            id: self.row.id,
            handle: self.row.handle.to_string(),
            name: self.row.name.get(locale).to_owned(),
            avatar: self.avatar.view(locale),
            verified: self.row.verified,
            followers: self.row.followers,
        }
    }
}

/// What a creator shows, in their order, without the hidden.
#[derive(Debug)]
pub(crate) struct Arrangement {
    pub creator: Arc<CreatorRecord>,
    pub items: Vec<Item>,
    pub groups: Vec<group::Model>,
    /// Published clips.
    pub videos: i64,
    /// What is to be known of the end of its shop.
    pub closing: Option<closing::Notice>,
}

/// One product of an arrangement.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub product: ProductId,
    /// Order among the pinned.
    pub pinned: Option<i32>,
    pub groups: HashSet<GroupId>,
    pub added_at: DateTime<Utc>,
}

/// The arrangement of the creator called `handle`; `NotFound`. No query if it is known.
pub(super) async fn arrangement(
    commerce: &Commerce,
    db: &impl ConnectionTrait,
    handle: &Handle,
) -> Result<Arc<Arrangement>, Error> {
    let cache = &commerce.0.catalog.showcases.arrangements;
    if let Some(arrangement) = cache.get(handle).await {
        return Ok(arrangement);
    }
    let row = queries::creator_by_handle(db, handle).await?.ok_or(ErrorCode::NotFound)?;
    let id = row.id;
    let creator = record(commerce, db, row).await?;
    let memberships = queries::memberships(db, id).await?;
    let groups_of =
        |product| memberships.iter().filter(|(_, member)| *member == product).map(|(group, _)| *group).collect();
    let items = queries::visible_items(db, id).await?.into_iter().map(|row| Item {
        product: row.product_id,
        pinned: row.pinned,
        groups: groups_of(row.product_id),
        added_at: row.added_at,
    });
    let closing = match creator.row.shop_id {
        Some(shop) => closing::notice(db, shop).await?,
        None => None,
    };
    let arrangement = Arc::new(Arrangement {
        closing,
        creator,
        items: items.collect(),
        groups: queries::groups(db, id).await?,
        videos: video::count_of(db, id).await?,
    });
    cache.insert(handle.clone(), arrangement.clone()).await;
    Ok(arrangement)
}

/// The creators `ids` in their order, unknown ones left out. No query for those that are known.
pub(crate) async fn creators(
    commerce: &Commerce,
    db: &impl ConnectionTrait,
    ids: &[CreatorId],
) -> Result<Vec<Arc<CreatorRecord>>, Error> {
    let cache = &commerce.0.catalog.showcases.creators;
    let (mut found, mut unknown) = (Vec::with_capacity(ids.len()), Vec::new());
    for id in ids {
        match cache.get(id).await {
            Some(creator) => found.push(creator),
            None => unknown.push(*id),
        }
    }
    if !unknown.is_empty() {
        for row in queries::creators_by_id(db, unknown).await? {
            found.push(record(commerce, db, row).await?);
        }
    }
    found.sort_by_key(|creator| ids.iter().position(|id| *id == creator.row.id));
    Ok(found)
}

pub(super) async fn record(
    commerce: &Commerce,
    db: &impl ConnectionTrait,
    row: creator::Model,
) -> Result<Arc<CreatorRecord>, Error> {
    let pictures = media::pictures(commerce, db, [row.avatar, row.cover]).await?;
    let picture = |id| pictures.get(&id).cloned().unwrap_or_else(|| Picture::missing(id));
    let creator = Arc::new(CreatorRecord { avatar: picture(row.avatar), cover: picture(row.cover), row });
    commerce.0.catalog.showcases.creators.insert(creator.row.id, creator.clone()).await;
    Ok(creator)
}
