use super::dto;
use crate::{OrderLineId, ShipmentId, ShipmentState};

dto! {
    /// A parcel.
    pub struct ShipmentView {
        /// Its id.
        pub id: ShipmentId,
        /// Carrier's name.
        pub carrier: String,
        /// Carrier's number.
        pub waybill: String,
        /// Where it is.
        pub state: ShipmentState,
        /// What is in it.
        pub items: Vec<ShipmentItem>,
        /// What happened to it, newest first.
        pub trace: Vec<TraceEvent>,
        /// When it left the shop.
        pub shipped_at: String,
        /// When it should arrive.
        pub expected_at: String,
    }

    /// Pieces of one line in a parcel.
    #[derive(Copy)]
    pub struct ShipmentItem {
        /// The line.
        pub line_id: OrderLineId,
        /// How many pieces of it.
        pub quantity: i32,
    }

    /// One step of a parcel.
    pub struct TraceEvent {
        /// When.
        pub at: String,
        /// Where, a city; may be empty.
        pub place: String,
        /// What the parcel's state became.
        pub state: ShipmentState,
        /// In words.
        pub text: String,
    }
}
