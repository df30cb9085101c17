//! Tables of the showcases.

pub mod creator {
    use sea_orm::entity::prelude::*;
    use shared::{CreatorId, Handle, LocalText, MediaId, ShopId, WindowLook};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "creator")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CreatorId,
        pub handle: Handle,
        /// The shop whose goods are at home here; `None` for creators who only recommend.
        pub shop_id: Option<ShopId>,
        pub name: LocalText,
        pub bio: LocalText,
        pub avatar: MediaId,
        pub cover: MediaId,
        pub verified: bool,
        /// Counted along with `follow`, from the number it started with.
        pub followers: i64,
        pub opened_at: DateTimeUtc,
        /// The colours of the showcase.
        pub look: WindowLook,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod group {
    use sea_orm::entity::prelude::*;
    use shared::{CreatorId, GroupId, LocalText};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "showcase_group")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: GroupId,
        pub creator_id: CreatorId,
        pub name: LocalText,
        pub position: i32,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod item {
    use sea_orm::entity::prelude::*;
    use shared::{CreatorId, ProductId};

    /// A reference, never a copy: the product is shown as it is now.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "showcase_item")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub creator_id: CreatorId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub product_id: ProductId,
        pub position: i32,
        /// Order among the pinned; `None` if it is not one of them.
        pub pinned: Option<i32>,
        pub hidden: bool,
        pub added_at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod item_group {
    use sea_orm::entity::prelude::*;
    use shared::{GroupId, ProductId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "showcase_item_group")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub group_id: GroupId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub product_id: ProductId,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod follow {
    use sea_orm::entity::prelude::*;
    use shared::{BuyerId, CreatorId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "follow")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub creator_id: CreatorId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub buyer_id: BuyerId,
        pub at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
