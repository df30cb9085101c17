use super::machine::machine;

machine! {
    /// Where a parcel is.
    ShipmentState {
        /// The shop has printed the label.
        Created = "created", 1;
        /// The carrier has it.
        PickedUp = "picked_up", 2;
        /// Between two places.
        InTransit = "in_transit", 3;
        /// On the last way to the door.
        OutForDelivery = "out_for_delivery", 4;
        /// Handed over.
        Delivered = "delivered", 5;
        /// On its way back to the shop.
        Returned = "returned", 6;
    }
    /// What the carrier reports.
    ShipmentEvent {
        /// Collected.
        PickUp,
        /// Seen at a hub.
        Move,
        /// Loaded for the last way.
        GoOut,
        /// Handed over.
        Deliver,
        /// Refused or undeliverable.
        Return,
    }
    Created + PickUp => PickedUp;
    PickedUp + Move => InTransit;
    InTransit + Move => InTransit;
    InTransit + GoOut => OutForDelivery;
    OutForDelivery + Move => InTransit;
    OutForDelivery + Deliver => Delivered;
    PickedUp + Return => Returned;
    InTransit + Return => Returned;
    OutForDelivery + Return => Returned;
}
