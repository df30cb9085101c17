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
        /// When it goes out by itself, while it is scheduled or waits for the operator.
        pub publish_at: Option<DateTimeUtc>,
        /// Taken away for good; its address answers 410.
        pub removed: bool,
        pub likes: i64,
        pub comments: i64,
        pub plays: i64,
        /// When it went out; until then, when it was made.
        pub published_at: DateTimeUtc,
        /// Good as it is: by the rules alone, or by the operator's word. Changing words or poster takes it away.
        pub passed: bool,
        /// How often it was handed in for review.
        pub round: i32,
        /// `[Reason]`: why it was sent back.
        pub reasons: Json,
        /// Since when it waits for the operator.
        pub queued_at: Option<DateTimeUtc>,
        /// Counts the changes of its words; who saves others must have seen them.
        pub words_version: i64,
        /// Counts the changes of its cards, likewise.
        pub cards_version: i64,
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
        /// Its product has changed since: whether it is still on sale is to be looked at.
        pub look_at: Option<DateTimeUtc>,
        /// Its people have been told that it leads nowhere.
        pub told: bool,
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

pub mod met {
    use sea_orm::entity::prelude::*;
    use shared::{BuyerId, ProductId, VideoId};

    /// Who met a card of a clip.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "video_card_met")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub video_id: VideoId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub product_id: ProductId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub buyer_id: BuyerId,
        pub tapped: bool,
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

pub mod rule {
    use sea_orm::entity::prelude::*;

    /// What the operator asks of clips.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "clip_rule")]
    pub struct Model {
        /// Nil: there is one row at most.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// Whether they go out by the operator's word only.
        pub review: bool,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
