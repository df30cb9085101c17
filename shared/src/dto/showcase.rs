use super::{CreatorCard, Image, ProductCard, ProductDetail, dto};
use crate::{GroupId, WindowLook};

dto! {
    /// A creator's home page.
    pub struct CreatorHome {
        /// Who it is.
        pub creator: CreatorCard,
        /// About them.
        pub bio: String,
        /// Wide picture.
        pub cover: Image,
        /// The colours of the page.
        pub look: WindowLook,
        /// Products in the showcase.
        pub products: i64,
        /// Published clips.
        pub videos: i64,
        /// Whether the caller follows.
        pub following: bool,
        /// The shop is closing: nothing is sold from then on.
        pub closes_at: Option<String>,
    }

    /// A showcase's frame and the first page of its items.
    pub struct Showcase {
        /// Whose it is.
        pub home: CreatorHome,
        /// Pinned products, in the creator's order; shown large, on the first page only.
        pub pinned: Vec<ProductCard>,
        /// Groups that have products.
        pub groups: Vec<Group>,
        /// The products of this page.
        pub items: Vec<ProductCard>,
        /// Where the next page starts.
        pub next: Option<String>,
        /// Products that match the filter, pinned ones included.
        pub total: i64,
    }

    /// A topic of the showcase.
    pub struct Group {
        /// Its id.
        pub id: GroupId,
        /// Its name.
        pub name: String,
        /// Products in it.
        pub products: i64,
    }

    /// How a showcase is looked at.
    #[derive(Default)]
    #[serde(default)]
    pub struct ShowcaseQuery {
        /// Only this group.
        pub group: Option<GroupId>,
        /// The order of items.
        pub sort: Sort,
        /// Only products with these words.
        pub q: Option<String>,
        /// Lowest price, minor units.
        pub min: Option<i64>,
        /// Highest price, minor units.
        pub max: Option<i64>,
        /// Where to go on.
        pub cursor: Option<String>,
        /// Items on a page; 0 for the default of 24, at most 100.
        pub limit: u32,
    }

    /// The order of a showcase's items; sold-out ones are always last.
    #[derive(Copy, Default, Hash)]
    #[serde(rename_all = "snake_case")]
    pub enum Sort {
        /// As the creator arranged them.
        #[default]
        Arranged,
        /// Most sold first.
        Sold,
        /// Newest first.
        Newest,
        /// Cheapest first.
        PriceUp,
        /// Dearest first.
        PriceDown,
    }

    /// What a search finds.
    pub struct SearchResult {
        /// Products, best first.
        pub products: Vec<ProductCard>,
        /// Where the next page of products starts.
        pub next: Option<String>,
        /// Creators; first page only.
        pub creators: Vec<CreatorCard>,
        /// Clips; first page only.
        pub videos: Vec<super::VideoCard>,
    }

    /// What the product page shows.
    pub struct ProductPage {
        /// The product.
        pub product: ProductDetail,
        /// Others of the same shop, sold-out ones excluded.
        pub related: Vec<ProductCard>,
    }
}
