use std::{future::Future, sync::Arc, time::Duration};

use axum::http::{HeaderMap, HeaderValue, StatusCode};
use moka::future::Cache;
use tokio::sync::watch;

use super::template::Template;

/// Most bytes of pages that are kept.
const CAPACITY: u64 = 16 * 1024 * 1024;
/// Longest time without a look at the shop; changes are heard of sooner.
const TIME_TO_LIVE: Duration = Duration::from_secs(60);

/// Which page: its address, language and colours, as they read after so many changes of the shop.
/// A page that was begun before a change and ready after it is never shown.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    pub address: String,
    pub locale: &'static str,
    pub theme: Option<&'static str>,
    pub epoch: u64,
}

/// A page that was rendered.
#[derive(Debug)]
pub struct Entry {
    pub status: StatusCode,
    /// As the renderer set them; what differs per answer is not among them.
    pub headers: HeaderMap,
    pub template: Template,
    /// Names the content, whatever is filled into its gaps.
    pub etag: Option<HeaderValue>,
}

/// Pages that are the same for everyone who is not signed in.
#[derive(Clone)]
pub struct PageCache {
    pages: Cache<Key, Arc<Entry>>,
    /// Grows with every change that a page may show; the outbox owns it.
    epoch: watch::Receiver<u64>,
}

impl PageCache {
    /// Drops what `epoch` says is old.
    pub fn new(epoch: watch::Receiver<u64>) -> Self {
        let weight = |key: &Key, entry: &Arc<Entry>| {
            let bytes = key.address.len() + entry.template.weight() + 512;
            u32::try_from(bytes).unwrap_or(u32::MAX)
        };
        let pages = Cache::builder().max_capacity(CAPACITY).time_to_live(TIME_TO_LIVE).weigher(weight).build();
        Self { pages, epoch }
    }

    /// How many changes the shop has seen.
    pub fn epoch(&self) -> u64 {
        *self.epoch.borrow()
    }

    /// The page `key`, rendered at most once however many ask for it. Only good pages are kept.
    pub async fn get(&self, key: Key, render: impl Future<Output = Entry>) -> Arc<Entry> {
        let render = async {
            let entry = Arc::new(render.await);
            if entry.status == StatusCode::OK { Ok(entry) } else { Err(entry) }
        };
        match self.pages.try_get_with(key, render).await {
            Ok(entry) => entry,
            Err(entry) => Arc::clone(&entry),
        }
    }

    /// The page `key` if it is there.
    pub async fn peek(&self, key: &Key) -> Option<Arc<Entry>> {
        self.pages.get(key).await
    }
}
