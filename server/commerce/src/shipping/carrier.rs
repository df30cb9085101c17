//! What the shop needs of a carrier, in its own words, and the carrier of the demo.

use std::fmt;

use chrono::{DateTime, Utc};
use futures::{FutureExt, future::BoxFuture};
use shared::{Address, LocalText, ShipmentEvent, ShipmentId};

use super::plan;

/// A carrier: books parcels and says where they are. Both calls may be repeated and then mean the
/// same; none is made inside a database transaction.
pub trait Carrier: fmt::Debug + Send + Sync {
    /// Announces a parcel and gets its number. Repeating it with the same id is the same parcel.
    fn book<'a>(&'a self, parcel: &'a Parcel) -> BoxFuture<'a, Result<Booking, CarrierError>>;

    /// Everything that happened to a parcel until `now`, oldest first, numbered from 1 without gaps.
    fn trace<'a>(&'a self, track: &'a Track, now: DateTime<Utc>) -> BoxFuture<'a, Result<Tracked, CarrierError>>;
}

/// A parcel to be collected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parcel {
    /// Our id.
    pub shipment: ShipmentId,
    /// Where it goes.
    pub destination: Address,
    /// When the shop hands it over.
    pub shipped_at: DateTime<Utc>,
}

/// A parcel the carrier knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booking {
    /// The carrier's name.
    pub carrier: LocalText,
    /// Its number of the parcel.
    pub waybill: String,
    /// When it should arrive.
    pub expected_at: DateTime<Utc>,
}

/// Which parcel to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Track {
    /// The carrier's number.
    pub waybill: String,
    /// Where it goes.
    pub destination: Address,
    /// When it was handed over.
    pub shipped_at: DateTime<Utc>,
}

/// What is known of a parcel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tracked {
    /// What happened so far.
    pub steps: Vec<Step>,
    /// When to ask again; `None` if nothing will follow.
    pub next: Option<DateTime<Utc>>,
}

/// One thing that happened to a parcel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// 1, 2, 3, …
    pub seq: i32,
    /// When.
    pub at: DateTime<Utc>,
    /// Where.
    pub place: LocalText,
    /// What.
    pub event: ShipmentEvent,
    /// In words.
    pub text: LocalText,
}

/// The carrier does not answer: try again later.
#[derive(Debug, thiserror::Error)]
#[error("the carrier does not answer")]
pub struct CarrierError(#[source] pub Box<dyn std::error::Error + Send + Sync>);

impl From<CarrierError> for crate::Error {
    fn from(error: CarrierError) -> Self {
        tracing::warn!(error = &error as &dyn std::error::Error, "carrier");
        Self::Refused(shared::ErrorCode::Unavailable)
    }
}

/// A carrier whose parcels move as the clock does: everything follows from number and time, so it has
/// no memory and every process tells the same.
#[derive(Debug, Clone, Copy, Default)]
pub struct SandboxCarrier;

impl Carrier for SandboxCarrier {
    fn book<'a>(&'a self, parcel: &'a Parcel) -> BoxFuture<'a, Result<Booking, CarrierError>> {
        async move {
            let waybill = plan::waybill(parcel.shipment);
            let track = Track { waybill, destination: parcel.destination.clone(), shipped_at: parcel.shipped_at };
            let expected_at = plan::steps(&track).last().map_or(parcel.shipped_at, |step| step.at);
            let carrier = LocalText { zh: "云途速运".into(), en: "Cloudway Express".into() };
            Ok(Booking { carrier, waybill: track.waybill, expected_at })
        }
        .boxed()
    }

    fn trace<'a>(&'a self, track: &'a Track, now: DateTime<Utc>) -> BoxFuture<'a, Result<Tracked, CarrierError>> {
        async move {
            let (steps, ahead): (Vec<_>, Vec<_>) = plan::steps(track).into_iter().partition(|step| step.at <= now);
            Ok(Tracked { steps, next: ahead.first().map(|step| step.at) })
        }
        .boxed()
    }
}
