//! The tables of deposits and of what they are asked for.

pub mod deposit {
    use sea_orm::entity::prelude::*;
    use shared::{ApplicationId, BuyerId, Currency, DepositId, DepositKind, DepositState, Money, PaymentId, ShopId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "deposit")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: DepositId,
        /// Whose account it is held in; the shop may not be open yet.
        pub shop_id: ShopId,
        /// Who is asked for it.
        pub payer: BuyerId,
        /// The shop's file: for one of kind `opening` what it was asked for.
        pub application_id: ApplicationId,
        pub kind: DepositKind,
        pub state: DepositState,
        pub amount_minor: i64,
        pub currency: Currency,
        pub created_at: DateTimeUtc,
        pub pay_by: DateTimeUtc,
        /// The shop, while this is the top-up it is asked for: one at a time.
        #[sea_orm(unique)]
        pub due_of: Option<ShopId>,
        /// When the timer ends a top-up that nobody paid.
        pub due_at: Option<DateTimeUtc>,
        /// The payment that is open for it, or paid it.
        pub payment_id: Option<PaymentId>,
        pub paid_at: Option<DateTimeUtc>,
        /// Whose part it is, if it went back before the rest: that one was paid for both.
        pub split_of: Option<DepositId>,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl Model {
        /// How much.
        pub const fn amount(&self) -> Money {
            Money::new(self.amount_minor, self.currency)
        }
    }
}

pub mod shop_category {
    use sea_orm::entity::prelude::*;
    use shared::{CategoryId, ShopId};

    /// Where a shop may sell; a shop without any was imported and owes nothing.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "shop_category")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub shop_id: ShopId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub category_id: CategoryId,
        pub since: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod request {
    use sea_orm::entity::prelude::*;
    use shared::{BuyerId, CategoryId, CategoryRequestId, CategoryRequestState, RejectReason, ShopId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "category_request")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CategoryRequestId,
        pub shop_id: ShopId,
        pub category_id: CategoryId,
        /// Shop and category until it is decided: one wish of a kind at a time.
        #[sea_orm(unique)]
        pub live: Option<String>,
        pub state: CategoryRequestState,
        /// Counts every change.
        pub version: i64,
        pub account_id: BuyerId,
        /// When it was asked for, or handed in.
        pub at: DateTimeUtc,
        pub reason: Option<RejectReason>,
        pub words: String,
        pub reviewer: Option<BuyerId>,
        pub decided_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod standing {
    use sea_orm::entity::prelude::*;
    use shared::ShopId;

    /// What was found when a shop's deposit was last held against what is asked.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "shop_standing")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub shop_id: ShopId,
        /// Less is held than asked.
        pub short: bool,
        pub required_minor: i64,
        /// Goods still have to be taken off, or brought back.
        pub sweep: bool,
        pub since: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
