use super::{Image, dto};
use crate::{
    AttributeKind, BasisPoints, CategoryId, EditState, FreightId, LocalText, Money, ProductId, ProductState,
    ShelfGroupId, ShopId, SkuId,
};

dto! {
    /// The heaps that a shop's people sort their products into.
    #[derive(Copy, Hash, Default)]
    #[serde(rename_all = "snake_case")]
    pub enum ShelfTab {
        /// Everything but what is in the recycle bin.
        #[default]
        All,
        /// On sale.
        OnSale,
        /// Never listed.
        Draft,
        /// The draft waits for the operator.
        InReview,
        /// The draft was sent back.
        Rejected,
        /// Taken off, by the shop or by the operator.
        Off,
        /// In the recycle bin.
        Recycled,
    }

    /// Which products of a shop its people want to see.
    #[derive(Default)]
    pub struct ShelfQuery {
        /// The heap.
        pub tab: ShelfTab,
        /// A part of a title or of a SKU's code.
        pub q: Option<String>,
        /// Only those with a SKU below the shop's threshold.
        pub low: bool,
        /// Only those of a group and of the groups within it.
        pub group: Option<ShelfGroupId>,
        /// Only those in no group.
        pub ungrouped: bool,
        /// Where to go on.
        pub cursor: Option<String>,
        /// Rows on a page; 0 for the default.
        pub limit: u32,
    }

    /// Products of a shop as its people see them.
    pub struct Shelf {
        /// One page, the latest change first.
        pub rows: Vec<ShelfRow>,
        /// Where the next page starts.
        pub next: Option<String>,
        /// How many there are in each heap, as `ShelfTab` orders them.
        pub counts: Vec<(ShelfTab, i64)>,
        /// How many have a SKU below the threshold.
        pub low: i64,
        /// From how many pieces on a SKU is not low.
        pub threshold: i32,
        /// The shop's groups, each followed by those within it.
        pub groups: Vec<ShelfGroup>,
    }

    /// A group of a shop's own products.
    pub struct ShelfGroup {
        /// Its id.
        pub id: ShelfGroupId,
        /// The group that it is within; `None` at the top.
        pub parent: Option<ShelfGroupId>,
        /// Its name.
        pub name: String,
        /// Products in it itself.
        pub products: i64,
    }

    /// One product in the shop's own list.
    pub struct ShelfRow {
        /// Its id.
        pub id: ProductId,
        /// The draft's title.
        pub title: String,
        /// The draft's first picture.
        pub image: Option<Image>,
        /// Where the online copy stands.
        pub state: ProductState,
        /// Where the draft stands.
        pub edit: EditState,
        /// Whether there is an online copy that the draft may differ from.
        pub listed: bool,
        /// Its SKUs: the online ones, else those of the draft.
        pub skus: Vec<ShelfSku>,
        /// Pieces sold so far.
        pub sold: i64,
        /// When the draft was last changed, RFC 3339.
        pub changed_at: String,
        /// When it will be listed by itself, RFC 3339.
        pub list_at: Option<String>,
        /// When it will be taken off by itself, RFC 3339.
        pub delist_at: Option<String>,
    }

    /// One SKU in the shop's own list.
    pub struct ShelfSku {
        /// Its id; `None` until it is online.
        pub id: Option<SkuId>,
        /// The shop's own number.
        pub code: String,
        /// The chosen values; empty if there is nothing to choose.
        pub name: String,
        /// Price of one piece.
        pub price: Money,
        /// Pieces that can still be bought.
        pub stock: i32,
        /// Pieces of unpaid orders.
        pub held: i32,
        /// Pieces ever put in: what an edit of the stock must have seen.
        pub received: i32,
    }

    /// Why a draft was sent back.
    pub struct Reason {
        /// The field, by its name in the draft.
        pub field: String,
        /// What is wrong with it.
        pub fault: ReasonFault,
        /// The word, the amount, the attribute; the operator's own words.
        pub words: String,
    }

    /// What can be wrong with a draft beside its form.
    #[derive(Copy, Hash)]
    #[serde(rename_all = "snake_case")]
    pub enum ReasonFault {
        /// A word that must not be used; `words` is the word.
        BannedWord,
        /// Cheaper than the category allows; `words` is the least amount.
        BelowFloor,
        /// The category asks for an attribute; `words` is its name.
        MissingAttribute,
        /// The attribute cannot have this value; `words` is its name.
        WrongAttribute,
        /// The category takes no new goods.
        ClosedCategory,
        /// The shop does not sell in the category.
        CategoryNotHeld,
        /// Said by the operator; `words` are theirs.
        Operator,
    }

    /// A field in which the draft is not what is online.
    pub struct Difference {
        /// The field, by its name in the draft.
        pub field: String,
        /// Code of the SKU it belongs to.
        pub sku: Option<String>,
        /// What viewers see; `None` if there is nothing.
        pub online: Option<String>,
        /// What the draft says; `None` if it says nothing.
        pub draft: Option<String>,
        /// Takes effect without a review.
        pub at_once: bool,
    }

    /// A category that a product can be put into, with what products of it state.
    pub struct CategoryChoice {
        /// Its id.
        pub id: CategoryId,
        /// Its unique name.
        pub code: String,
        /// Names from the root.
        pub path: Vec<String>,
        /// What it states.
        pub attributes: Vec<AttributeChoice>,
        /// The fee of ordinary sales.
        pub fee: BasisPoints,
        /// It takes no new goods; what is there may stay.
        pub closed: bool,
        /// The shop may sell there.
        pub held: bool,
    }

    /// What a product of a category states.
    pub struct AttributeChoice {
        /// Stable key.
        pub key: String,
        /// As people read it.
        pub name: String,
        /// What its value is.
        pub kind: AttributeKind,
        /// Whether a product must state it.
        pub required: bool,
        /// What can be chosen.
        pub options: Vec<LocalText>,
    }

    /// When the operator looks at a draft before it goes online.
    #[derive(Copy, Hash, Default)]
    #[serde(rename_all = "snake_case")]
    pub enum ReviewRule {
        /// Never: the automatic rules decide.
        #[default]
        None,
        /// What was never listed.
        NewProducts,
        /// Everything that takes effect after review.
        EveryChange,
    }

    /// What the operator asks of the products of a category.
    pub struct ProductRule {
        /// The category and all below it; `None` for all.
        pub category: Option<CategoryId>,
        /// When to look.
        pub review: ReviewRule,
        /// Lowest price of a piece, minor units.
        pub floor_minor: Option<i64>,
        /// Keys of attributes that a product must state.
        pub required: Vec<String>,
    }

    /// A draft that waits for the operator.
    pub struct Waiting {
        /// The product.
        pub id: ProductId,
        /// Counts the draft's changes: what is approved must be what was seen.
        pub version: i64,
        /// Whose it is.
        pub shop_id: ShopId,
        /// Its shop's name.
        pub shop: String,
        /// The draft's title.
        pub title: String,
        /// The draft's first picture.
        pub image: Option<Image>,
        /// Never listed before.
        pub is_new: bool,
        /// Since when it waits, RFC 3339.
        pub since: String,
    }

    /// A delivery price list that a product may name.
    pub struct FreightChoice {
        /// Its id.
        pub id: FreightId,
        /// From this amount on delivery is free, minor units.
        pub free_from_minor: Option<i64>,
        /// The lowest fee, minor units.
        pub from_minor: i64,
    }
}
