//! Tables of parcels.

pub mod shipment {
    use sea_orm::entity::prelude::*;
    use shared::{Address, LocalText, OrderId, ShipmentId, ShipmentState};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "shipment")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ShipmentId,
        pub order_id: OrderId,
        /// The carrier's name.
        pub carrier: LocalText,
        pub waybill: String,
        pub state: ShipmentState,
        /// Counts changes; the `seq` of the outbox rows about this parcel.
        pub version: i64,
        pub destination: Address,
        pub shipped_at: DateTimeUtc,
        pub expected_at: DateTimeUtc,
        /// When to ask the carrier next; `None` once it arrived.
        pub due_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod item {
    use sea_orm::entity::prelude::*;
    use shared::{OrderLineId, ShipmentId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "shipment_item")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub shipment_id: ShipmentId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub line_id: OrderLineId,
        pub quantity: i32,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod event {
    use sea_orm::entity::prelude::*;
    use shared::{LocalText, ShipmentId, ShipmentState};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "trace_event")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub shipment_id: ShipmentId,
        /// The carrier's numbering, from 1.
        #[sea_orm(primary_key, auto_increment = false)]
        pub seq: i32,
        pub at: DateTimeUtc,
        pub place: LocalText,
        /// What the parcel's state became.
        pub state: ShipmentState,
        pub text: LocalText,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
