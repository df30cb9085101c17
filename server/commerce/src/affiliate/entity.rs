//! Tables of commissions and samples.

pub mod promoted {
    use sea_orm::entity::prelude::*;
    use shared::ProductId;

    /// A product that ever had a plan. Whoever changes its plans changes this row first.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "commission_product")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub product_id: ProductId,
        pub changes: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod plan {
    use sea_orm::entity::prelude::*;
    use shared::{BasisPoints, PlanId, PlanKind, ProductId, ShopId};

    /// What a merchant promises creators for selling a product. A fall and the end are written ahead with the moment
    /// from which they hold.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "commission_plan")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PlanId,
        pub product_id: ProductId,
        pub shop_id: ShopId,
        pub kind: PlanKind,
        pub rate: BasisPoints,
        /// A lower rate that was announced.
        pub next_rate: Option<BasisPoints>,
        /// From when it holds.
        pub next_at: Option<DateTimeUtc>,
        pub starts_at: DateTimeUtc,
        /// Exclusive; `None` for until further notice.
        pub ends_at: Option<DateTimeUtc>,
        pub made_at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod named {
    use sea_orm::entity::prelude::*;
    use shared::{CreatorId, PlanId};

    /// A creator whom a targeted or exclusive plan names.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "commission_named")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub plan_id: PlanId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub creator_id: CreatorId,
        pub since: DateTimeUtc,
        /// Exclusive; `None` as long as the plan holds.
        pub until: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod link {
    use sea_orm::entity::prelude::*;
    use shared::{BasisPoints, CreatorId, PlanId, ProductId};

    /// What a creator was promised when they took a product of another shop into their window.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "commission_link")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub creator_id: CreatorId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub product_id: ProductId,
        /// The plan that promised it; `None` for what was linked before there were plans: nobody can give notice of that.
        pub plan_id: Option<PlanId>,
        pub rate: BasisPoints,
        pub linked_at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod sample {
    use sea_orm::entity::prelude::*;
    use shared::{Address, BuyerId, CreatorId, ProductId, SampleId, SampleState, ShopId, SkuId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sample")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SampleId,
        pub product_id: ProductId,
        /// Which of its SKUs; `None` for what was asked for before there was a choice, and no piece is held for that.
        pub sku_id: Option<SkuId>,
        /// Who is asked.
        pub shop_id: ShopId,
        /// For whom.
        pub creator_id: CreatorId,
        /// Who asked.
        pub account_id: BuyerId,
        pub state: SampleState,
        /// Where it goes; shown to the merchant once they have agreed.
        pub address: Address,
        /// What the creator has in mind.
        pub note: String,
        /// Why the merchant said no.
        pub reason: String,
        /// Carrier and number of the parcel, as the merchant wrote them.
        pub parcel: String,
        pub asked_at: DateTimeUtc,
        pub changed_at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
