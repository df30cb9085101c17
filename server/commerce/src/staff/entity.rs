//! Tables of the staff.

pub mod invitation {
    use sea_orm::entity::prelude::*;
    use shared::{InvitationId, Role, ShopId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "shop_invitation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: InvitationId,
        pub shop_id: ShopId,
        pub role: Role,
        /// For whom, in the words of whoever made it.
        pub note: String,
        /// SHA-256 in hex: whoever reads this table cannot join with it.
        pub token_hash: String,
        pub expires_at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod activity {
    use sea_orm::entity::prelude::*;
    use shared::{ActivityId, BuyerId, LocalText, ShopId};

    /// Never changed, never removed.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "activity")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ActivityId,
        pub shop_id: ShopId,
        /// `None` if the shop did it by itself.
        pub account_id: Option<BuyerId>,
        /// One of [`super::super::act`].
        pub act: String,
        pub subject: LocalText,
        pub at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
