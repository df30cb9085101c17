use super::machine::machine;

machine! {
    /// Where an order stands (the order states of 微信小店's API). The names are part of the API and of the database.
    OrderState {
        /// Placed; its stock is held until `pay_by`.
        PendingPayment = "pending_payment", 10;
        /// Paid; the shop owes a parcel.
        ToShip = "to_ship", 20;
        /// Some of it is on its way.
        PartlyShipped = "partly_shipped", 21;
        /// All of it is on its way.
        Shipped = "shipped", 30;
        /// Received and confirmed.
        Completed = "completed", 100;
        /// The shop cannot deliver what it sold; the money goes back.
        Oversold = "oversold", 190;
        /// Everything was refunded.
        Refunded = "refunded", 200;
        /// Given up before payment; its stock is free again.
        Cancelled = "cancelled", 250;
    }
    /// What can happen to an order.
    OrderEvent {
        /// The provider confirmed the payment.
        Pay,
        /// The buyer gave up before paying.
        Cancel,
        /// `pay_by` passed without payment.
        Expire,
        /// Some lines left, others are still here.
        ShipPart,
        /// The last line left.
        ShipRest,
        /// The buyer has it.
        Confirm,
        /// `confirm_by` passed.
        ConfirmByTime,
        /// The last line was refunded.
        RefundAll,
        /// The shop cannot deliver.
        Oversell,
    }
    PendingPayment + Pay => ToShip;
    PendingPayment + Cancel => Cancelled;
    PendingPayment + Expire => Cancelled;
    ToShip + ShipPart => PartlyShipped;
    ToShip + ShipRest => Shipped;
    ToShip + RefundAll => Refunded;
    ToShip + Oversell => Oversold;
    PartlyShipped + ShipPart => PartlyShipped;
    PartlyShipped + ShipRest => Shipped;
    PartlyShipped + RefundAll => Refunded;
    Shipped + Confirm => Completed;
    Shipped + ConfirmByTime => Completed;
    Shipped + RefundAll => Refunded;
}
