//! Tables of the violations.

pub mod violation {
    use sea_orm::entity::prelude::*;
    use shared::{
        BuyerId, Effect, LocalText, Severity, ShopId, ViolationId, ViolationKind, ViolationState, ViolationTarget,
    };

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "violation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ViolationId,
        pub target: ViolationTarget,
        /// The id of that.
        pub target_id: Uuid,
        /// Whom it concerns: the person, or who owned the shop; `None` if nobody did.
        pub account_id: Option<BuyerId>,
        pub shop_id: Option<ShopId>,
        pub kind: ViolationKind,
        pub severity: Severity,
        pub effect: Effect,
        pub state: ViolationState,
        /// Counts every change.
        pub version: i64,
        /// What it is recorded against, by its name at that time.
        pub subject: LocalText,
        pub notice: LocalText,
        /// The state that the product or clip was in before it was taken off, by its name.
        pub restores: Option<String>,
        /// `None` for the system.
        pub recorded_by: Option<BuyerId>,
        pub opened_at: DateTimeUtc,
        /// `None` for until it is lifted.
        pub ends_at: Option<DateTimeUtc>,
        /// Until when it may be appealed.
        pub appeal_by: DateTimeUtc,
        pub appeal: Option<String>,
        pub appealed_at: Option<DateTimeUtc>,
        pub decision: Option<String>,
        pub decided_by: Option<BuyerId>,
        pub decided_at: Option<DateTimeUtc>,
        /// When it stopped to count; `None` as long as it does.
        pub closed_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod paper {
    use sea_orm::entity::prelude::*;
    use shared::{DocumentId, ViolationId};

    /// The content is in the object store, sealed, by this id.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "violation_paper")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: DocumentId,
        pub violation_id: ViolationId,
        /// Handed in by whom it concerns; else it is the operator's evidence.
        pub theirs: bool,
        pub pdf: bool,
        /// Bytes before sealing.
        pub size: i64,
        pub at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod access {
    use sea_orm::entity::prelude::*;
    use shared::{BuyerId, DocumentId, ViolationId};

    /// Somebody looked at a paper.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "violation_access")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub violation_id: ViolationId,
        pub paper_id: DocumentId,
        /// `None` for the system.
        pub reader: Option<BuyerId>,
        pub at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod rule {
    use sea_orm::entity::prelude::*;

    /// How violations are dealt with.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "violation_rule")]
    pub struct Model {
        /// Nil: there is one row at most.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// A new one may be appealed for so many days.
        pub appeal_days: i32,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
