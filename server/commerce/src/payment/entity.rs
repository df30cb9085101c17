//! Tables of payments.

pub mod payment {
    use sea_orm::entity::prelude::*;
    use shared::{BuyerId, Currency, DepositId, IdempotencyKey, Money, PaymentId, PaymentState};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "payment")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PaymentId,
        /// Who started it. Whom it belongs to is decided by its orders, which may move to an account.
        pub buyer_id: BuyerId,
        /// Unique per buyer.
        pub idempotency_key: IdempotencyKey,
        /// `wechat`, `alipay`, `card`.
        pub method: String,
        pub state: PaymentState,
        /// The deposit it pays; `None` if it pays orders.
        pub deposit_id: Option<DepositId>,
        /// Sum of its orders, minor units.
        pub amount_minor: i64,
        pub currency: Currency,
        pub created_at: DateTimeUtc,
        /// The earliest of what it pays.
        pub pay_by: DateTimeUtc,
        /// From the provider; `None` until it answered.
        pub code_url: Option<String>,
        /// The provider's number of the money.
        pub transaction_id: Option<String>,
        pub paid_at: Option<DateTimeUtc>,
        /// When to ask the provider next; `None` once it is decided.
        pub due_at: Option<DateTimeUtc>,
        /// How often it was asked.
        pub polls: i32,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl Model {
        /// What the provider must have collected, exactly.
        pub const fn amount(&self) -> Money {
            Money::new(self.amount_minor, self.currency)
        }

        /// Whether the payer can still pay it.
        pub const fn is_open(&self) -> bool {
            matches!(self.state, PaymentState::Waiting | PaymentState::Failed)
        }
    }
}

pub mod payment_order {
    use sea_orm::entity::prelude::*;
    use shared::{OrderId, PaymentId};

    /// Which orders a payment pays.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "payment_order")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub payment_id: PaymentId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub order_id: OrderId,
        pub amount_minor: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod refund {
    use sea_orm::entity::prelude::*;
    use shared::{Currency, DepositId, Money, OrderId, PaymentId, RefundId, RefundState};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "refund")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: RefundId,
        pub payment_id: PaymentId,
        /// The order it is for; without order and deposit it is money that came in vain.
        pub order_id: Option<OrderId>,
        /// The deposit it is for.
        pub deposit_id: Option<DepositId>,
        /// `in_vain`, `order` or `deposit`.
        pub reason: String,
        pub state: RefundState,
        pub amount_minor: i64,
        pub currency: Currency,
        pub created_at: DateTimeUtc,
        /// When to tell or ask the provider next; `None` once it is decided.
        pub due_at: Option<DateTimeUtc>,
        pub ended_at: Option<DateTimeUtc>,
        pub polls: i32,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl Model {
        /// What goes back.
        pub const fn amount(&self) -> Money {
            Money::new(self.amount_minor, self.currency)
        }
    }
}

pub mod notification {
    use sea_orm::entity::prelude::*;
    use shared::PaymentId;

    /// A message of the provider that was verified, and what became of it.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "notification")]
    pub struct Model {
        /// The provider's id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// `trade` or `refund`.
        pub kind: String,
        pub payment_id: Option<PaymentId>,
        /// What it says was paid.
        pub amount_minor: i64,
        /// `applied`, `repeated`, `in_vain`, `wrong_amount`, `unknown`.
        pub outcome: String,
        pub at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
