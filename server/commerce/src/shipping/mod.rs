//! How goods get to buyers: parcels, carriers and their traces. Owns `shipment`, `shipment_item`,
//! `trace_event`.

mod carrier;
mod service;

pub use carrier::Carrier;
