//! How goods get to buyers: parcels, carriers and their traces. Owns `shipment`, `shipment_item`,
//! `trace_event`.

mod carrier;
mod entity;
mod plan;
pub(crate) mod queries;
mod service;
mod trace;
mod view;

pub use carrier::{Booking, Carrier, CarrierError, Parcel, SandboxCarrier, Step, Track, Tracked};
pub(crate) use trace::pull;
pub(crate) use view::views;
