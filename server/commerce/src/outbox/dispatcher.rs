use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use tokio::sync::{broadcast, watch};
use uuid::Uuid;

use super::{entity::Model, queries};
use crate::{Actor, Commerce, Error};

/// An id that is still missing after this long was rolled back: no transaction lives longer.
const PATIENCE: Duration = Duration::from_secs(10);
/// Rows that are told again at the start, since some of their neighbours may not be committed yet.
const OVERLAP: i64 = 200;
/// Rows in one read.
const BATCH: u64 = 1000;
/// Ids that are waited for at most; more would mean that something else is wrong.
const MISSING: usize = 4000;
/// Events that a slow subscriber may be behind; beyond, it is told that it missed some.
const BACKLOG: usize = 4096;

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What it happened to.
    pub aggregate: Uuid,
    /// 1, 2, 3, … per aggregate.
    pub seq: i64,
    /// `order.paid`, `catalog.stock_changed`, …
    pub kind: String,
    /// JSON.
    pub payload: String,
}

/// Reads the outbox on one node and tells that node's subscribers. What it drops and tells is in this
/// process's memory, so it starts a little before the present
/// and keeps no position.
///
/// PostgreSQL gives ids before it commits, so a smaller id may appear after a larger one. The ids that
/// were skipped are remembered and asked for again until they appear or [`PATIENCE`] ends. Rows of
/// one aggregate are always in order, because the row that counts its versions is locked until commit.
pub struct Dispatcher {
    commerce: Commerce,
    /// Everything up to here was told, or is in `missing`.
    last: Option<i64>,
    /// Ids below `last` that were not there yet, and since when.
    missing: BTreeMap<i64, Instant>,
    events: broadcast::Sender<Event>,
}

impl Dispatcher {
    /// Starts with the first [`Self::poll`], [`OVERLAP`] rows before the present.
    pub fn new(commerce: Commerce) -> Self {
        let (events, _) = broadcast::channel(BACKLOG);
        Self { commerce, last: None, missing: BTreeMap::new(), events }
    }

    /// Every event from now on, after the shop's own caches have heard of it.
    pub fn events(&self) -> broadcast::Receiver<Event> {
        self.events.subscribe()
    }

    /// A number that grows when something changed that a cached page may show.
    pub fn epoch(&self) -> watch::Receiver<u64> {
        self.commerce.0.catalog.epoch()
    }

    /// Reads what is new and tells it; returns how many events that were. The server calls it every
    /// 250 ms. After an error nothing is lost: the next call reads the same again.
    pub async fn poll(&mut self, actor: Actor) -> Result<usize, Error> {
        actor.require_system()?;
        let db = self.commerce.db().clone();
        let Some(mut last) = self.last else {
            self.last = Some((queries::newest(db.read()).await? - OVERLAP).max(0));
            return Ok(0);
        };
        let mut told = 0;
        if !self.missing.is_empty() {
            let late = queries::among(db.read(), self.missing.keys().copied().collect()).await?;
            for row in late {
                self.missing.remove(&row.id);
                self.tell(row).await;
                told += 1;
            }
            self.missing.retain(|_, since| since.elapsed() < PATIENCE);
        }
        loop {
            let rows = queries::after(db.read(), last, BATCH).await?;
            let full = rows.len() as u64 == BATCH;
            for row in rows {
                let since = Instant::now();
                let room = MISSING.saturating_sub(self.missing.len());
                self.missing.extend((last + 1..row.id).rev().take(room).map(|id| (id, since)));
                last = row.id;
                self.tell(row).await;
                told += 1;
            }
            self.last = Some(last);
            if !full {
                return Ok(told);
            }
        }
    }

    async fn tell(&self, row: Model) {
        let Model { aggregate, seq, kind, payload, .. } = row;
        if ["catalog.", "showcase.", "video."].iter().any(|shown| kind.starts_with(shown)) {
            self.commerce.0.catalog.invalidate(&kind, aggregate).await;
        }
        // Nobody listening is fine.
        _ = self.events.send(Event { aggregate, seq, kind, payload });
    }
}
