//! Tables of what is linked.

pub mod platform {
    use sea_orm::entity::prelude::*;
    use shared::{BuyerId, LocalText, OpeningMode, PlatformId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "platform")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PlatformId,
        /// By which way of opening its shops are linked; never changed.
        pub mode: OpeningMode,
        pub name: LocalText,
        /// `[Host]`: where addresses may lead.
        pub hosts: Json,
        /// Whoever applies may choose it.
        pub open: bool,
        /// Counts its changes.
        pub version: i64,
        pub changed_at: DateTimeUtc,
        /// `None` for the instance itself.
        pub changed_by: Option<BuyerId>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod shop_link {
    use sea_orm::entity::prelude::*;
    use shared::{PlatformId, ShopId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "shop_link")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub shop_id: ShopId,
        pub platform_id: PlatformId,
        /// What it is called there.
        pub name: String,
        /// Its number there.
        pub number: String,
        /// Where it is found there; empty if it did not say.
        pub address: String,
        pub at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod product_link {
    use sea_orm::entity::prelude::*;
    use shared::{ProductId, ShopId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "product_link")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub product_id: ProductId,
        pub shop_id: ShopId,
        /// Its number elsewhere, once in a shop.
        pub number: String,
        /// Where it is found there; empty if that was not told.
        pub address: String,
        /// The table brought its pictures too.
        pub pictures: bool,
        pub at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
