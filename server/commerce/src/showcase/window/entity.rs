//! Tables of the windows.

pub mod draft {
    use sea_orm::entity::prelude::*;
    use shared::{Arrangement, BuyerId, CreatorId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "window_draft")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub creator_id: CreatorId,
        pub arrangement: Arrangement,
        /// Counts the acts.
        pub version: i64,
        /// `None` for the system.
        pub changed_by: Option<BuyerId>,
        pub changed_at: DateTimeUtc,
        /// When it is published by itself.
        pub publish_at: Option<DateTimeUtc>,
        /// Who decided that.
        pub publish_by: Option<BuyerId>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod change {
    use sea_orm::entity::prelude::*;
    use shared::{BuyerId, CreatorId, WindowOp};

    /// How a change came about.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
    pub enum Kind {
        /// Somebody did it.
        Act,
        /// It takes an act back.
        Undo,
        /// It does an act again.
        Redo,
    }

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "window_change")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub creator_id: CreatorId,
        /// The draft's version after it.
        #[sea_orm(primary_key, auto_increment = false)]
        pub version: i64,
        pub op: WindowOp,
        pub inverse: WindowOp,
        pub kind: Kind,
        /// An act that is taken back at present.
        pub undone: bool,
        pub by: Option<BuyerId>,
        pub at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod version {
    use sea_orm::entity::prelude::*;
    use shared::{Arrangement, BuyerId, CreatorId};

    /// What was shown once.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "window_version")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub creator_id: CreatorId,
        /// 1, 2, 3, … per creator.
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i64,
        pub arrangement: Arrangement,
        pub by: Option<BuyerId>,
        pub at: DateTimeUtc,
        pub note: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
