//! Tables of the clips.

pub mod video {
    use sea_orm::entity::prelude::*;
    use shared::{CreatorId, LocalText, MediaId, VideoId, VideoState};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "video")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: VideoId,
        pub creator_id: CreatorId,
        pub caption: LocalText,
        pub clip: MediaId,
        pub poster: MediaId,
        pub duration_ms: i64,
        pub state: VideoState,
        /// When it goes out by itself, while it is scheduled.
        pub publish_at: Option<DateTimeUtc>,
        /// Taken away for good; its address answers 410.
        pub removed: bool,
        pub likes: i64,
        pub comments: i64,
        pub plays: i64,
        /// When it went out; until then, when it was made.
        pub published_at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod card {
    use sea_orm::entity::prelude::*;
    use shared::{BasisPoints, ProductId, VideoId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "video_card")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub video_id: VideoId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub product_id: ProductId,
        pub from_ms: i64,
        pub to_ms: i64,
        /// The terms when the product was linked.
        pub fee: BasisPoints,
        pub commission: BasisPoints,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod like {
    use sea_orm::entity::prelude::*;
    use shared::{BuyerId, VideoId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "video_like")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub video_id: VideoId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub buyer_id: BuyerId,
        pub at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod play {
    use sea_orm::entity::prelude::*;
    use shared::{BuyerId, VideoId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "video_play")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub video_id: VideoId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub buyer_id: BuyerId,
        pub at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod comment {
    use sea_orm::entity::prelude::*;
    use shared::{BuyerId, LocalText, VideoId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "video_comment")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub video_id: VideoId,
        /// `None` for what came with an import.
        pub buyer_id: Option<BuyerId>,
        /// Shortened.
        pub name: LocalText,
        pub text: LocalText,
        pub likes: i64,
        pub at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
