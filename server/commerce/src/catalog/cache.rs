use std::{
    sync::{Arc, atomic::AtomicI64},
    time::Duration,
};

use moka::future::Cache as Map;
use shared::{CreatorId, ProductId, ShopId, VideoId};
use tokio::sync::watch;
use uuid::Uuid;

use super::{categories::Categories, record::Record, shop::ShopRecord};
use crate::{showcase, video};

/// Records that change rarely, as they read at some version; dropped by outbox events, and on the node
/// that made the change as soon as it is true, so that whoever changed something sees it. Price, stock
/// and state are never in here: they are read live, and a live row with another version than the
/// record's replaces the record at once.
#[derive(Debug)]
pub struct Cache {
    pub(super) products: Map<ProductId, Arc<Record>>,
    pub(super) shops: Map<ShopId, Arc<ShopRecord>>,
    pub(super) categories: Map<(), Arc<Categories>>,
    /// The minute in which this process last looked for products that run out.
    pub(super) low_minute: AtomicI64,
    /// The parts of other rooms, so that whoever reports events needs to know one place only.
    pub(crate) showcases: showcase::Cache,
    pub(crate) videos: video::Cache,
    /// Counts the changes that pages kept elsewhere may show.
    epoch: watch::Sender<u64>,
}

impl Default for Cache {
    fn default() -> Self {
        // Counts that a shop shows (products, sales) may lag, but not for long.
        let soon = Duration::from_secs(30);
        Self {
            products: Map::new(5_000),
            shops: Map::builder().max_capacity(1_000).time_to_live(soon).build(),
            categories: Map::builder().max_capacity(1).time_to_live(Duration::from_secs(300)).build(),
            low_minute: AtomicI64::default(),
            showcases: showcase::Cache::default(),
            videos: video::Cache::default(),
            epoch: watch::Sender::new(0),
        }
    }
}

impl Cache {
    /// Forgets what the event `kind` of `aggregate` made stale. To be called with every event of a
    /// kind that starts with `catalog.`, `showcase.` or `video.`; others are ignored.
    pub async fn invalidate(&self, kind: &str, aggregate: Uuid) {
        match kind {
            "catalog.product_changed" => {
                self.products.invalidate(&ProductId(aggregate)).await;
                // The shop's list of products may have changed with it.
                self.shops.invalidate_all();
            }
            "catalog.shop_changed" => self.shops.invalidate(&ShopId(aggregate)).await,
            "catalog.platforms_changed" => self.shops.invalidate_all(),
            "catalog.categories_changed" => self.categories.invalidate_all(),
            _ if kind.starts_with("showcase.") => self.showcases.invalidate(aggregate).await,
            _ if kind.starts_with("video.") => self.videos.invalidate(aggregate).await,
            _ => {}
        }
        self.epoch.send_modify(|epoch| *epoch += 1);
    }

    /// What `creator` shows has changed.
    pub async fn showcase_changed(&self, creator: CreatorId) {
        self.invalidate("showcase.changed", creator.0).await;
    }

    /// What is shown of or on clip `id` has changed.
    pub async fn video_changed(&self, id: VideoId) {
        self.invalidate("video.changed", id.0).await;
    }

    /// A number that grows when something changed that a kept page may show.
    pub fn epoch(&self) -> watch::Receiver<u64> {
        self.epoch.subscribe()
    }
}
