use shared::{
    Duty, ErrorCode, Handle, Locale, Money, ProductId, ProductState, SkuId,
    dto::{Page, ProductCard, ProductDetail, ProductPage, SkuView},
};

use super::{
    NORMAL, ProductDraft, StockChange,
    cursor::After,
    draft,
    entity::product,
    glance::cards,
    publish, queries,
    record::{Record, categories, records},
    shop::shop_record,
    view,
};
use crate::{
    Actor, Catalog, Error,
    db::Tx,
    linked, search, showcase,
    staff::{Deed, act},
};

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

/// Products suggested below a product.
const RELATED: usize = 8;

impl Catalog<'_> {
    /// Products on sale, newest first or best match first, for everyone. With `q` the best 200 are
    /// the whole list. `Invalid` for a cursor that is none.
    pub async fn list(&self, _: Actor, query: ProductQuery, locale: Locale) -> Result<Page<ProductCard>, Error> {
        let db = self.shop().db.read();
        let limit = page_size(query.limit);
        let found = match query.q.as_deref().map(str::trim).filter(|q| !q.is_empty()) {
            Some(q) => Some(search::products(self.0, db, q).await?),
            None => None,
        };
        let shown = match &query.creator {
            Some(handle) => Some(showcase::products_of(self.0, db, handle).await?),
            None => None,
        };
        let among = match (found.clone(), shown) {
            (Some(found), Some(shown)) => Some(found.into_iter().filter(|id| shown.contains(id)).collect()),
            (found, shown) => found.or(shown),
        };
        let categories = match &query.category {
            Some(code) => Some(categories(self.0, db).await?.below(code)),
            None => None,
        };
        let ranked = found.is_some();
        let after = query.cursor.as_deref().filter(|_| !ranked).map(After::read).transpose()?;
        let after = after.map(|after| (after.listed_at, after.id));
        let rows = if ranked { u64::from(search::MOST) } else { u64::from(limit) + 1 };
        let listing = queries::Listing { categories, among, after, limit: rows };
        let mut rows = queries::listed(db, listing).await?;
        if let Some(found) = found {
            let from = query
                .cursor
                .as_deref()
                .map_or(Ok(0), str::parse::<usize>)
                .map_err(|_| Error::Invalid(vec!["cursor"]))?;
            rows.sort_by_key(|(id, _)| found.iter().position(|hit| hit == id));
            let size = usize::try_from(limit).unwrap_or_default();
            let next = (rows.len() > from.saturating_add(size)).then(|| (from + size).to_string());
            let ids: Vec<_> = rows.into_iter().skip(from).take(size).map(|(id, _)| id).collect();
            return Ok(Page { items: cards(self.0, db, &ids, locale).await?, next });
        }
        let more = rows.len() > usize::try_from(limit).unwrap_or_default();
        rows.truncate(usize::try_from(limit).unwrap_or_default());
        let last = rows.last().filter(|_| more);
        let next = last.and_then(|(id, at)| Some(After { listed_at: (*at)?, id: *id }.write()));
        let ids: Vec<_> = rows.into_iter().map(|(id, _)| id).collect();
        Ok(Page { items: cards(self.0, db, &ids, locale).await?, next })
    }

    /// One product, for everyone. `NotFound`; `Gone` if it was deleted, `ShopClosed` with its shop. A delisted or banned one is
    /// shown with its state, so that a page can say so and offer what is next.
    pub async fn product(&self, _: Actor, id: ProductId, locale: Locale) -> Result<ProductDetail, Error> {
        let db = self.shop().db.read();
        let (live, state, record) = self.now(id).await?;
        let shop = shop_record(self.0, db, record.row.shop_id).await?;
        if shop.closed {
            return Err(ErrorCode::ShopClosed.into());
        }
        let categories = categories(self.0, db).await?;
        Ok(view::detail(&live, state, &record, &shop, &categories, locale))
    }

    /// One product with what goes with it, for its page; errors as `product`.
    pub async fn page(&self, actor: Actor, id: ProductId, locale: Locale) -> Result<ProductPage, Error> {
        let product = self.product(actor, id, locale).await?;
        let db = self.shop().db.read();
        let shop = shop_record(self.0, db, product.card.shop_id).await?;
        let others: Vec<_> = shop.newest.iter().copied().filter(|other| *other != id).collect();
        let mut related = cards(self.0, db, &others, locale).await?;
        related.retain(|card| card.stock > 0 && card.state == ProductState::OnSale);
        related.truncate(RELATED);
        Ok(ProductPage { product, related })
    }

    /// Price and stock of each SKU of a product at this very moment, for pages from a cache.
    pub async fn live(&self, _: Actor, id: ProductId, locale: Locale) -> Result<Vec<SkuView>, Error> {
        let (live, _, record) = self.now(id).await?;
        Ok(view::skus(&live, &record, locale))
    }

    /// The product as it is at this moment, if viewers may know of it: one query.
    async fn now(&self, id: ProductId) -> Result<(Vec<queries::Live>, ProductState, std::sync::Arc<Record>), Error> {
        let db = self.shop().db.read();
        let live = queries::of_products(db, &[id]).await?;
        let (state, version) = live.first().map(|row| (row.state, row.version)).ok_or(ErrorCode::NotFound)?;
        match state {
            ProductState::Deleted => return Err(ErrorCode::Gone.into()),
            ProductState::Draft => return Err(ErrorCode::NotFound.into()),
            _ => {}
        }
        let record = records(self.0, db, [(id, version)]).await?.remove(&id).ok_or(ErrorCode::NotFound)?;
        Ok((live, state, record))
    }

    /// Sets the price of a SKU (审核免更新: no review); for members of its shop. `Conflict` if it is
    /// not `seen` any more.
    pub async fn set_price(&self, actor: Actor, sku: SkuId, seen: Money, price: Money) -> Result<(), Error> {
        let product = self.managed(actor, sku).await?;
        if price.currency != seen.currency || !draft::good_price(price) {
            return Err(Error::Invalid(vec!["price"]));
        }
        let deed = Deed::new(&self.shop().clock, actor);
        self.shop().db.write(move |tx| Box::pin(set_price(tx, product.clone(), sku, (seen, price), deed))).await
    }

    /// Changes the stock of a SKU; for members of its shop.
    pub async fn change_stock(&self, actor: Actor, sku: SkuId, change: StockChange) -> Result<(), Error> {
        let product = self.managed(actor, sku).await?;
        let pieces = match change {
            StockChange::Add(pieces) if (1..=1_000_000).contains(&pieces) => pieces,
            StockChange::Remove(pieces) if (1..=1_000_000).contains(&pieces) => -pieces,
            _ => return Err(Error::Invalid(vec!["pieces"])),
        };
        let deed = Deed::new(&self.shop().clock, actor);
        self.shop().db.write(move |tx| Box::pin(change_stock(tx, product.clone(), sku, pieces, deed))).await
    }

    /// Changes the pieces left of a SKU from `seen` to `wanted`, if nobody else changed its stock since `received`
    /// pieces had ever come in; what is sold meanwhile is no such change. For members of its shop. `Conflict`,
    /// `OutOfStock` below what orders claim, `Invalid` (`stock`).
    pub async fn set_stock(
        &self,
        actor: Actor,
        sku: SkuId,
        received: i32,
        seen: i32,
        wanted: i32,
    ) -> Result<(), Error> {
        let product = self.managed(actor, sku).await?;
        if !(0..=1_000_000).contains(&wanted) || !(0..=1_000_000).contains(&seen) {
            return Err(Error::Invalid(vec!["stock"]));
        }
        let (pieces, deed) = (wanted - seen, Deed::new(&self.shop().clock, actor));
        self.shop().db.write(move |tx| Box::pin(set_stock(tx, product.clone(), sku, (received, pieces), deed))).await
    }

    /// The product of a SKU that the actor may change; `NotFound` also for what it may not know of, `MasterElsewhere` for
    /// what is linked.
    async fn managed(&self, actor: Actor, sku: SkuId) -> Result<product::Model, Error> {
        let db = self.shop().db.read();
        let sku = queries::sku(db, sku).await?.ok_or(ErrorCode::NotFound)?;
        let product = queries::product(db, sku.product_id).await?.ok_or(ErrorCode::NotFound)?;
        self.0.identity().require_duty(actor, product.shop_id, Duty::Products).await?;
        linked::require_own(db, product.id).await?;
        Ok(product)
    }
}

/// Rows on a page: 24 unless asked otherwise, at most 100.
pub(crate) const fn page_size(asked: u32) -> u32 {
    match asked {
        0 => 24,
        1..=100 => asked,
        _ => 100,
    }
}

async fn set_price(
    tx: &Tx,
    product: product::Model,
    sku: SkuId,
    (seen, price): (Money, Money),
    deed: Deed,
) -> Result<(), Error> {
    if !queries::set_price(tx, sku, seen, price).await? {
        return Err(ErrorCode::Conflict.into());
    }
    draft_price(tx, product.id, sku, (seen, price)).await?;
    queries::touch(tx, product.id).await?;
    told(tx, product, act::PRICE_CHANGED, deed).await
}

/// A draft that said the same as the online copy goes on doing so, or its next publication would bring the old price back.
async fn draft_price(tx: &Tx, product: ProductId, sku: SkuId, (seen, price): (Money, Money)) -> Result<(), Error> {
    let (Some(sku), Some(mut row)) = (queries::sku(tx, sku).await?, queries::draft(tx, product).await?) else {
        return Ok(());
    };
    let mut draft: ProductDraft = serde_json::from_value(row.draft).map_err(Error::failed("reading a draft"))?;
    let same = draft.skus.iter_mut().find(|known| known.code == sku.code && known.price == seen);
    let Some(same) = same else { return Ok(()) };
    same.price = price;
    same.market_price = same.market_price.filter(|market| market.minor > price.minor);
    row.draft = serde_json::to_value(&draft).map_err(Error::failed("writing a draft"))?;
    row.version += 1;
    if queries::replace_draft(tx, row).await? { Ok(()) } else { Err(ErrorCode::Conflict.into()) }
}

async fn set_stock(
    tx: &Tx,
    product: product::Model,
    sku: SkuId,
    (received, pieces): (i32, i32),
    deed: Deed,
) -> Result<(), Error> {
    if !queries::receive_seen(tx, sku, NORMAL, received, pieces).await? {
        let live = queries::stock_of(tx, sku, NORMAL).await?.ok_or(ErrorCode::NotFound)?;
        let code = if live.received == received { ErrorCode::OutOfStock } else { ErrorCode::Conflict };
        return Err(code.into());
    }
    told(tx, product, act::STOCK_CHANGED, deed).await
}

async fn change_stock(tx: &Tx, product: product::Model, sku: SkuId, pieces: i32, deed: Deed) -> Result<(), Error> {
    if !queries::receive(tx, sku, NORMAL, pieces).await? {
        return Err(ErrorCode::OutOfStock.into());
    }
    told(tx, product, act::STOCK_CHANGED, deed).await
}

/// Notes who did it and tells the others.
async fn told(tx: &Tx, product: product::Model, act: &str, deed: Deed) -> Result<(), Error> {
    deed.record(tx, product.shop_id, act, product.title).await?;
    publish::changed(tx, product.id, deed.at).await
}
