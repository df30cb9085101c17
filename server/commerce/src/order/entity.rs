//! Tables of orders.

pub mod order {
    use sea_orm::entity::prelude::*;
    use shared::{Address, BuyerId, Currency, LocalText, Money, OrderId, OrderState, PaymentId, ShopId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "orders")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: OrderId,
        pub number: String,
        pub buyer_id: BuyerId,
        pub shop_id: ShopId,
        /// As it read when ordered.
        pub shop_name: LocalText,
        pub handle: String,
        pub state: OrderState,
        /// Counts changes; the `seq` of the outbox rows about this order.
        pub version: i64,
        pub currency: Currency,
        /// Minor units of `currency`, as the others.
        pub goods_minor: i64,
        pub freight_minor: i64,
        pub discount_minor: i64,
        pub total_minor: i64,
        pub address: Address,
        pub note: String,
        /// What a search looks through: titles in every language, in lower case.
        pub words: String,
        pub ship_within_hours: i32,
        /// The longest of its lines' categories.
        pub confirm_days: i32,
        pub placed_at: DateTimeUtc,
        pub pay_by: DateTimeUtc,
        /// When the timer has to look at it, by state: expire, ship by itself (demo), confirm.
        pub due_at: Option<DateTimeUtc>,
        pub paid_at: Option<DateTimeUtc>,
        pub ship_by: Option<DateTimeUtc>,
        pub shipped_at: Option<DateTimeUtc>,
        pub confirm_by: Option<DateTimeUtc>,
        pub completed_at: Option<DateTimeUtc>,
        pub ended_at: Option<DateTimeUtc>,
        /// `buyer` or `timeout`.
        pub ended_by: Option<String>,
        /// The payment that is open or that paid it.
        pub payment_id: Option<PaymentId>,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl Model {
        /// `minor` units of the order's currency.
        pub const fn money(&self, minor: i64) -> Money {
            Money::new(minor, self.currency)
        }
    }
}

pub mod line {
    use sea_orm::entity::prelude::*;
    use shared::{BasisPoints, LocalText, MediaId, OrderId, OrderLineId, ProductId, Quantity, SkuId, Source};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "order_line")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: OrderLineId,
        pub order_id: OrderId,
        /// From 0, in the basket's order.
        pub position: i32,
        pub product_id: ProductId,
        pub sku_id: SkuId,
        /// Title, options and picture as they were when ordered; the shop may change them afterwards.
        pub title: LocalText,
        pub attributes: Json,
        pub picture: MediaId,
        /// Price of one piece, minor units of the order's currency.
        pub price_minor: i64,
        pub quantity: Quantity,
        pub amount_minor: i64,
        /// Predicted technical service fee: the rate of that moment and scene, rounded half-up once per line.
        pub fee_rate: BasisPoints,
        pub fee_minor: i64,
        /// Predicted commission of the source's creator; zero without one.
        pub commission_rate: BasisPoints,
        pub commission_minor: i64,
        /// Pieces handed to a carrier.
        pub shipped: i32,
        pub source: Source,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod standing {
    use sea_orm::entity::prelude::*;
    use shared::ProductId;

    /// What the orders of the last 90 days say of a product; counted anew every hour.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "product_standing")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub product_id: ProductId,
        /// Those with it that were paid.
        pub orders: i64,
        /// Those of them whose money went back.
        pub refunded: i64,
        /// Those of them that left.
        pub sent: i64,
        /// Half of those left within so many minutes after they were paid.
        pub ship_minutes: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod placement {
    use sea_orm::entity::prelude::*;
    use shared::{BuyerId, IdempotencyKey};

    /// The first use of an idempotency key.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "placement")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub buyer_id: BuyerId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub idempotency_key: IdempotencyKey,
        /// SHA-256 of the request: another request with the same key is a mistake.
        pub fingerprint: String,
        /// Ids of the orders it placed, in order.
        pub orders: Json,
        pub at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod guard {
    use sea_orm::entity::prelude::*;
    use shared::{BuyerId, ProductId};

    /// Its lock makes two orders of one buyer for one limited product wait for each other.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "purchase_guard")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub buyer_id: BuyerId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub product_id: ProductId,
        pub version: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
