//! Tables of applications and of the rules they are measured by.

pub mod application {
    use sea_orm::entity::prelude::*;
    use shared::{ApplicationId, ApplicationState, BuyerId, MediaId, ShopId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "application")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ApplicationId,
        pub account_id: BuyerId,
        /// The applicant again, until it is void: one at a time.
        #[sea_orm(unique)]
        pub live: Option<BuyerId>,
        /// The name in addresses that it has reserved by being handed in.
        #[sea_orm(unique)]
        pub handle: Option<String>,
        pub state: ApplicationState,
        /// See [`super::super::form::Form`].
        pub form: Json,
        /// Counts every change.
        pub version: i64,
        /// How often it was handed in.
        pub round: i32,
        /// Of the shop to be.
        #[sea_orm(unique)]
        pub shop_id: ShopId,
        /// Plain pictures of the showcase to be.
        pub avatar: Option<MediaId>,
        pub cover: Option<MediaId>,
        pub created_at: DateTimeUtc,
        pub submitted_at: Option<DateTimeUtc>,
        /// When a decision is promised, or the deposit is due.
        pub deadline: Option<DateTimeUtc>,
        /// When the timer looks at it; `None` if nothing happens by itself.
        pub due_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod round {
    use sea_orm::entity::prelude::*;
    use shared::{ApplicationId, BuyerId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "application_round")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub application_id: ApplicationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i32,
        pub at: DateTimeUtc,
        /// Field and value of everything that was handed in; the number is sealed.
        pub snapshot: Json,
        /// A list of `shared::dto::Verdict`.
        pub verdicts: Json,
        pub approved: Option<bool>,
        pub reviewer: Option<BuyerId>,
        pub judged_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod document {
    use sea_orm::entity::prelude::*;
    use shared::{ApplicationId, CategoryId, DocumentId, DocumentKind};

    /// The content is in the object store, sealed, by this id.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "document")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: DocumentId,
        pub application_id: ApplicationId,
        pub kind: DocumentKind,
        pub category_id: Option<CategoryId>,
        pub pdf: bool,
        /// Bytes before sealing.
        pub size: i64,
        pub at: DateTimeUtc,
        /// Another one took its place.
        pub replaced_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod document_access {
    use sea_orm::entity::prelude::*;
    use shared::{ApplicationId, BuyerId, DocumentId};

    /// Somebody looked at a paper, or (`document_id` is `None`) at the number in the form.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "document_access")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub application_id: ApplicationId,
        pub document_id: Option<DocumentId>,
        /// `None` for the system.
        pub reader: Option<BuyerId>,
        pub at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod agreement {
    use sea_orm::entity::prelude::*;
    use shared::{AgreementId, AgreementKind, BuyerId, LocalText};

    /// One version; never changed.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "agreement")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AgreementId,
        pub kind: AgreementKind,
        pub version: i32,
        pub title: LocalText,
        pub body: LocalText,
        pub hash: String,
        pub valid_from: DateTimeUtc,
        /// `None` for the instance itself.
        pub published_by: Option<BuyerId>,
        pub published_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod signature {
    use sea_orm::entity::prelude::*;
    use shared::{AgreementId, ApplicationId, BuyerId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "signature")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub application_id: ApplicationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub agreement_id: AgreementId,
        /// Of the text that was signed.
        pub hash: String,
        pub signer: BuyerId,
        pub at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod real_name {
    use sea_orm::entity::prelude::*;
    use shared::BuyerId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "real_name")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub account_id: BuyerId,
        /// Name and number.
        pub sealed: String,
        pub masked: String,
        pub at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod rule {
    use sea_orm::entity::prelude::*;
    use shared::{OpeningMode, RuleKind};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "eligibility_rule")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub kind: RuleKind,
        /// `None` for every mode.
        pub mode: Option<OpeningMode>,
        pub wanted: i64,
        pub valid_from: DateTimeUtc,
        /// Exclusive; `None` for until further notice.
        pub valid_to: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod policy {
    use sea_orm::entity::prelude::*;
    use shared::DepositBy;

    /// In force until a later one is.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "opening_policy")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub deposit_by: DepositBy,
        /// Least deposit, whatever the categories ask, minor units.
        pub least_minor: i64,
        pub review_hours: i32,
        pub pay_hours: i32,
        pub valid_from: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
