//! Tables of files that are on their way.

pub mod upload {
    use sea_orm::entity::prelude::*;
    use shared::{BuyerId, ShopId, UploadFault, UploadId, UploadPurpose, UploadState};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "upload")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: UploadId,
        pub shop_id: ShopId,
        pub account_id: BuyerId,
        pub purpose: UploadPurpose,
        /// What the sender calls it.
        pub name: String,
        /// Bytes in all.
        pub length: i64,
        /// Bytes that are durable, from the first one on without a gap.
        pub received: i64,
        pub state: UploadState,
        /// Of the work that follows, in thousandths.
        pub progress: i32,
        pub fault: Option<UploadFault>,
        /// How often the work was begun.
        pub tries: i32,
        /// Until then one process works on it.
        pub claimed_until: Option<DateTimeUtc>,
        pub made_at: DateTimeUtc,
        /// Forgotten after that, with all its bytes.
        pub expires_at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod part {
    use sea_orm::entity::prelude::*;
    use shared::UploadId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "upload_part")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub upload_id: UploadId,
        /// Its first byte's place in the file.
        #[sea_orm(primary_key, auto_increment = false)]
        pub start: i64,
        /// Names it in the object store.
        pub id: Uuid,
        /// Bytes.
        pub size: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
