use shared::{
    Handle, Locale, Money, ProductId, SkuId,
    dto::{Page, ProductCard, ProductDetail, ProductPage, SkuView},
};

use super::StockChange;
use crate::{Actor, Catalog, Error};

/// Which products to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProductQuery {
    /// Products on a page; 0 for the default of 24, at most 100.
    pub limit: u32,
    /// Where to go on.
    pub cursor: Option<String>,
    /// Words to find, by the search room.
    pub q: Option<String>,
    /// Code of a category; its descendants count.
    pub category: Option<String>,
    /// Handle of a creator.
    pub creator: Option<Handle>,
}

impl Catalog<'_> {
    /// Products on sale, newest first or best match first, for everyone.
    pub async fn list(&self, actor: Actor, query: ProductQuery, locale: Locale) -> Result<Page<ProductCard>, Error> {
        let _ = (actor, query, locale);
        todo!("goods")
    }

    /// One product, for everyone. `NotFound`; `Gone` if it was deleted. A delisted or banned one is
    /// shown with its state, so that a page can say so and offer what is next.
    pub async fn product(&self, actor: Actor, id: ProductId, locale: Locale) -> Result<ProductDetail, Error> {
        let _ = (actor, id, locale);
        todo!("goods")
    }

    /// One product with what goes with it, for its page; errors as `product`.
    pub async fn page(&self, actor: Actor, id: ProductId, locale: Locale) -> Result<ProductPage, Error> {
        let _ = (actor, id, locale);
        todo!("goods")
    }

    /// Price and stock of each SKU of a product at this very moment, for pages from a cache.
    pub async fn live(&self, actor: Actor, id: ProductId, locale: Locale) -> Result<Vec<SkuView>, Error> {
        let _ = (actor, id, locale);
        todo!("goods")
    }

    /// Sets the price of a SKU (审核免更新: no review); for members of its shop. `Conflict` if it is
    /// not `seen` any more.
    pub async fn set_price(&self, actor: Actor, sku: SkuId, seen: Money, price: Money) -> Result<(), Error> {
        let _ = (actor, sku, seen, price);
        todo!("goods")
    }

    /// Changes the stock of a SKU; for members of its shop.
    pub async fn change_stock(&self, actor: Actor, sku: SkuId, change: StockChange) -> Result<(), Error> {
        let _ = (actor, sku, change);
        todo!("goods")
    }
}
