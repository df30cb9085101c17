//! The tables of closings.

pub mod closing {
    use sea_orm::entity::prelude::*;
    use shared::{BuyerId, ClosingId, ClosingState, ShopId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "closing")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ClosingId,
        pub shop_id: ShopId,
        /// The shop again, until it is withdrawn: one at a time.
        #[sea_orm(unique)]
        pub live: Option<ShopId>,
        pub state: ClosingState,
        /// Who announced it; `None` for the system.
        pub account_id: Option<BuyerId>,
        pub announced_at: DateTimeUtc,
        /// Goods are sold until then.
        pub ends_at: DateTimeUtc,
        /// When the timer looks at it; `None` if nothing happens by itself any more.
        pub due_at: Option<DateTimeUtc>,
        pub closed_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod policy {
    use sea_orm::entity::prelude::*;

    /// In force until a later one is.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "closing_policy")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub announce_days: i32,
        pub after_sale_days: i32,
        pub valid_from: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
