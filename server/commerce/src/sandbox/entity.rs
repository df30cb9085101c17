//! The provider's books.

pub mod trade {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sandbox_trade")]
    pub struct Model {
        /// The shop's id of the payment.
        #[sea_orm(primary_key, auto_increment = false)]
        pub out_trade_no: String,
        /// `NOTPAY`, `SUCCESS`, `PAYERROR`, `CLOSED`.
        pub state: String,
        pub total: i64,
        pub currency: String,
        pub transaction_id: Option<String>,
        pub success_time: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod refund {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sandbox_refund")]
    pub struct Model {
        /// The shop's id of the refund.
        #[sea_orm(primary_key, auto_increment = false)]
        pub out_refund_no: String,
        pub out_trade_no: String,
        pub refund: i64,
        pub currency: String,
        pub success_time: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod key {
    use sea_orm::entity::prelude::*;

    /// The one key that signs, shared by every process of the demo.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sandbox_key")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i32,
        pub serial: String,
        /// PKCS#8, base64.
        pub pkcs8: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
