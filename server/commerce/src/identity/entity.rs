//! Tables of identity.

pub mod account {
    use sea_orm::entity::prelude::*;
    use shared::{BuyerId, Email, Phone};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "account")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: BuyerId,
        pub email: Option<Email>,
        pub phone: Option<Phone>,
        /// Argon2id in PHC form; `None` if it signs in by code only.
        pub password: Option<String>,
        pub name: String,
        /// Runs this instance.
        pub operator: bool,
        pub created_at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod session {
    use sea_orm::entity::prelude::*;
    use shared::BuyerId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "session")]
    pub struct Model {
        /// SHA-256 in hex: whoever reads this table cannot sign in with it.
        #[sea_orm(primary_key, auto_increment = false)]
        pub token_hash: String,
        pub account_id: BuyerId,
        pub expires_at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod login_code {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "login_code")]
    pub struct Model {
        /// A number has one code at a time.
        #[sea_orm(primary_key, auto_increment = false)]
        pub phone: String,
        /// HMAC in hex: a million codes are soon tried, so a plain hash would hide nothing.
        pub code_hash: String,
        /// Wrong codes so far.
        pub tries: i32,
        pub expires_at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod attempt {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "attempt")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub action: String,
        /// HMAC in hex of who or what it was tried on.
        #[sea_orm(primary_key, auto_increment = false)]
        pub subject: String,
        pub tries: i64,
        /// The first of these tries.
        pub since: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod address {
    use sea_orm::entity::prelude::*;
    use shared::{Address, AddressId, BuyerId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "address")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AddressId,
        /// An account, or a guest until they sign in.
        pub buyer_id: BuyerId,
        pub address: Address,
        pub is_default: bool,
        pub changed_at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod shop_member {
    use sea_orm::entity::prelude::*;
    use shared::{BuyerId, Role, ShopId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "shop_member")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub shop_id: ShopId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub account_id: BuyerId,
        pub role: Role,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod contact_access {
    use sea_orm::entity::prelude::*;
    use shared::BuyerId;

    /// An operator read phone number and e-mail address of an account in full.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "contact_access")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub account_id: BuyerId,
        /// `None` for the system.
        pub reader: Option<BuyerId>,
        pub at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
