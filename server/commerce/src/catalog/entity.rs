//! Tables of the catalogue.

pub mod shop {
    use sea_orm::entity::prelude::*;
    use shared::{FreightId, LocalText, MediaId, OpeningMode, ShopId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "shop")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ShopId,
        pub name: LocalText,
        pub logo: Option<MediaId>,
        /// Score × 100 of 5.
        pub score_pct: i32,
        pub phone: String,
        /// What its parcels cost unless a product says otherwise.
        pub freight_id: FreightId,
        /// Nothing may be listed anew: the operator's word.
        pub no_listing: bool,
        /// Nothing is sold: the operator's word.
        pub suspended: bool,
        /// Nothing is sold any more: the shop closes.
        pub ended: bool,
        /// How it gets its goods.
        pub mode: OpeningMode,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod freight_template {
    use sea_orm::entity::prelude::*;
    use shared::{FreightId, FreightTemplate};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "freight_template")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: FreightId,
        pub template: FreightTemplate,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod category {
    use sea_orm::entity::prelude::*;
    use shared::{CategoryId, LocalText};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "category")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CategoryId,
        /// `None` at the root.
        pub parent_id: Option<CategoryId>,
        pub code: String,
        /// As it was founded, like all below; `category_term` says what became of it.
        pub name: LocalText,
        /// `[AttributeName]`, in the order products show them.
        pub attributes: Json,
        /// Needed to sell here, minor units.
        pub deposit_minor: i64,
        /// Receipt counts as confirmed so many days after the last parcel left.
        pub confirm_days: i32,
        pub seven_day_return: bool,
        /// Its place among its siblings.
        pub position: i32,
        /// Counts its changes; whoever changes it holds this row.
        pub revision: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod category_term {
    use sea_orm::entity::prelude::*;
    use shared::{CategoryId, Term};

    /// What the operator says of a category, in force until the next of its kind.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "category_term")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub category_id: CategoryId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub term: Term,
        #[sea_orm(primary_key, auto_increment = false)]
        pub valid_from: DateTimeUtc,
        /// A `shared::TermValue`.
        pub value: Json,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod term_change {
    use sea_orm::entity::prelude::*;
    use shared::{BuyerId, CategoryId, Scene, Term, TermChangeId};

    /// Who changed the tables, when, what and from when on; kept for good.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "term_change")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: TermChangeId,
        pub category_id: CategoryId,
        /// The category's, by this change: the order of its changes.
        pub revision: i64,
        pub term: Term,
        /// Of a fee.
        pub scene: Option<Scene>,
        /// A `shared::TermValue`; `None` if there was none.
        pub was: Option<Json>,
        pub becomes: Json,
        pub valid_from: DateTimeUtc,
        /// `None` for the instance itself.
        pub account_id: Option<BuyerId>,
        pub at: DateTimeUtc,
        /// It was taken back before it began.
        pub withdrawn_at: Option<DateTimeUtc>,
        pub withdrawn_by: Option<BuyerId>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod fee_rate {
    use sea_orm::entity::prelude::*;
    use shared::{BasisPoints, CategoryId, Scene};

    /// Technical service fee by category × scene with validity (技术服务费).
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "fee_rate")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub category_id: CategoryId,
        /// `None` for every scene without a row of its own.
        pub scene: Option<Scene>,
        pub rate: BasisPoints,
        pub valid_from: DateTimeUtc,
        /// Exclusive; `None` for until further notice.
        pub valid_to: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod product {
    use sea_orm::entity::prelude::*;
    use shared::{BasisPoints, CategoryId, FreightId, LocalText, ProductId, ProductState, ShopId};

    /// The online copy, as viewers see it. Edits go to `product_draft` and arrive here when listed.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "product")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ProductId,
        pub shop_id: ShopId,
        pub category_id: CategoryId,
        pub state: ProductState,
        pub title: LocalText,
        pub subtitle: LocalText,
        /// Pictures, description, attributes, options, protections, limit: what only its own page needs.
        pub content: Json,
        pub ship_within_hours: i32,
        /// Overrides the shop's template.
        pub freight_id: Option<FreightId>,
        /// What its shop's own content earns with it; what others earn is said by the plans of the affiliate room.
        pub commission: BasisPoints,
        pub sold: i64,
        /// Counts changes; part of every ETag.
        pub version: i64,
        pub listed_at: Option<DateTimeUtc>,
        /// When it goes on sale by itself.
        pub list_at: Option<DateTimeUtc>,
        /// When it goes off sale by itself.
        pub delist_at: Option<DateTimeUtc>,
        /// The shop has been told that it runs out, and it has not been filled up since.
        pub low_told: bool,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod product_draft {
    use sea_orm::entity::prelude::*;
    use shared::{EditState, ProductId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "product_draft")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub product_id: ProductId,
        /// A whole `ProductDraft`.
        pub draft: Json,
        pub changed_at: DateTimeUtc,
        pub state: EditState,
        /// Counts changes of the draft.
        pub version: i64,
        /// Titles and codes in lower case: what the shop's people find it by.
        pub words: String,
        /// `[[field, text]]`: what was typed and fits no field yet.
        pub typed: Json,
        /// `[Reason]`: why it was sent back.
        pub reasons: Json,
        /// Since when it waits for the operator.
        pub submitted_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod sku {
    use sea_orm::entity::prelude::*;
    use shared::{Currency, Money, ProductId, SkuId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sku")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SkuId,
        pub product_id: ProductId,
        /// The shop's own number.
        pub code: String,
        /// Order among the product's SKUs.
        pub position: i32,
        /// Index of the chosen value of each option: `[0, 1]`.
        pub choice: Json,
        /// Minor units of `currency`.
        pub price_minor: i64,
        pub market_price_minor: Option<i64>,
        pub currency: Currency,
        pub weight_g: i32,
        /// Index into the product's pictures.
        pub picture: Option<i32>,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl Model {
        pub const fn price(&self) -> Money {
            Money::new(self.price_minor, self.currency)
        }
    }
}

pub mod stock {
    use sea_orm::entity::prelude::*;
    use shared::SkuId;

    /// Pieces of one SKU in one bucket (`normal`, `flash`, `creator`). Always
    /// `received = on_hand + sold` and `0 <= held <= on_hand`.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "stock")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub sku_id: SkuId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub bucket: String,
        /// Pieces in the warehouse that are not sold.
        pub on_hand: i32,
        /// Pieces of those that unpaid orders claim.
        pub held: i32,
        /// Pieces that paid orders own.
        pub sold: i32,
        /// Pieces ever put in, less those taken out.
        pub received: i32,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod review {
    use sea_orm::entity::prelude::*;
    use shared::{LocalText, ProductId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "review")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub product_id: ProductId,
        pub name: String,
        pub stars: i32,
        pub text: LocalText,
        pub sku: LocalText,
        pub at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod product_rule {
    use sea_orm::entity::prelude::*;

    /// What the operator asks of the products of a category.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "product_rule")]
    pub struct Model {
        /// Nil for every category.
        #[sea_orm(primary_key, auto_increment = false)]
        pub category_id: Uuid,
        /// A `ReviewRule` by its name.
        pub review: String,
        pub floor_minor: Option<i64>,
        /// Keys of attributes.
        pub required: Json,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod banned_word {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "banned_word")]
    pub struct Model {
        /// Lower case.
        #[sea_orm(primary_key, auto_increment = false)]
        pub word: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod stock_alert {
    use sea_orm::entity::prelude::*;
    use shared::ShopId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "stock_alert")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub shop_id: ShopId,
        /// A SKU with fewer pieces left is low.
        pub threshold: i32,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod product_import {
    use sea_orm::entity::prelude::*;
    use shared::{BuyerId, ImportId, ImportState, ShopId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "product_import")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ImportId,
        pub shop_id: ShopId,
        /// Who sent it; `None` for the system.
        pub account_id: Option<BuyerId>,
        pub name: String,
        /// The file as text; empty once the import has ended.
        pub file: String,
        /// Whether what is good is listed at once.
        pub list: bool,
        pub state: ImportState,
        /// What the check found: `import::Check`.
        pub check_result: Json,
        /// Products that can be written.
        pub products: i32,
        /// Products that were looked at: where the next batch begins.
        pub done: i32,
        pub done_skus: i32,
        /// Products that are there, but were sent back or wait for the operator.
        pub waiting: i32,
        /// Some process works on it until then.
        pub leased_until: Option<DateTimeUtc>,
        pub at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod shop_group {
    use sea_orm::entity::prelude::*;
    use shared::{ShelfGroupId, ShopId};

    /// A group of a shop's own products; two levels.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "shop_group")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ShelfGroupId,
        pub shop_id: ShopId,
        /// `None` at the top.
        pub parent_id: Option<ShelfGroupId>,
        pub name: String,
        /// Its place among those beside it.
        pub position: i32,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod shop_group_product {
    use sea_orm::entity::prelude::*;
    use shared::{ProductId, ShelfGroupId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "shop_group_product")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub product_id: ProductId,
        pub group_id: ShelfGroupId,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
