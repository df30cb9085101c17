use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use uuid::{NoContext, Timestamp, Uuid};

/// Where the shop gets its time from, so that tests and the demo can stand at any moment. Clones
/// share one time.
#[derive(Debug, Clone)]
pub struct Clock {
    /// A moment that does not pass by itself, or the machine's.
    fixed: Option<DateTime<Utc>>,
    /// Milliseconds ahead of it.
    ahead: Arc<AtomicI64>,
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self { fixed: None, ahead: Arc::default() }
    }

    /// Stands at `moment` until it is advanced.
    pub fn fixed(moment: DateTime<Utc>) -> Self {
        Self { fixed: Some(moment), ahead: Arc::default() }
    }

    /// A clock that shows the same now and is advanced by itself.
    pub fn apart(&self) -> Self {
        Self { fixed: self.fixed, ahead: Arc::new(AtomicI64::new(self.ahead.load(Ordering::Relaxed))) }
    }

    /// Now, in UTC, in whole milliseconds: what a database keeps is what was written.
    pub fn now(&self) -> DateTime<Utc> {
        let base = self.fixed.unwrap_or_else(Utc::now);
        let ahead = TimeDelta::milliseconds(self.ahead.load(Ordering::Relaxed));
        DateTime::from_timestamp_millis((base + ahead).timestamp_millis()).unwrap_or(base)
    }

    /// Moves every clone forward by `delta`.
    pub fn advance(&self, delta: TimeDelta) {
        self.ahead.fetch_add(delta.num_milliseconds(), Ordering::Relaxed);
    }

    /// A new unique id that sorts by time, so that new rows land at the end of an index (UUIDv7).
    pub fn new_id(&self) -> Uuid {
        let now = self.now();
        let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
        Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, now.timestamp_subsec_nanos()))
    }
}

/// A moment as the API writes it.
pub(crate) fn rfc3339(moment: DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Secs, true)
}
