use std::sync::Arc;

use sea_orm::ConnectionTrait;
use shared::{FreightId, FreightTemplate, Locale, MediaId, ProductId, ShopId, dto::ShopView};

use super::{entity::shop, queries};
use crate::{
    Commerce, Error, closing, linked,
    media::{self, Picture},
    showcase,
};

/// What is known of a shop.
#[derive(Debug)]
pub(crate) struct ShopRecord {
    pub row: shop::Model,
    /// Handle of its creator; empty if it has none yet.
    pub handle: String,
    pub logo: Arc<Picture>,
    /// Its own template and those its products may name.
    pub freight: FreightTemplate,
    /// Products on sale, newest first, as many as a page could suggest.
    pub newest: Vec<ProductId>,
    pub products: i64,
    pub sold: i64,
    /// It has closed for good.
    pub closed: bool,
    /// The shop elsewhere that is master of its goods.
    pub link: Option<linked::Link>,
}

impl ShopRecord {
    pub fn view(&self, locale: Locale) -> ShopView {
        ShopView {
            id: self.row.id,
            name: self.row.name.get(locale).to_owned(),
            logo: self.logo.view(locale),
            handle: self.handle.clone(),
            score_pct: self.row.score_pct,
            products: self.products,
            sold: self.sold,
        }
    }
}

/// Products of a shop that its other products' pages choose from.
const SUGGESTED: u64 = 24;

/// The shop `id`; an error if there is none, for products always have one.
pub(crate) async fn shop_record(
    commerce: &Commerce,
    db: &impl ConnectionTrait,
    id: ShopId,
) -> Result<Arc<ShopRecord>, Error> {
    let cache = &commerce.0.catalog.shops;
    if let Some(shop) = cache.get(&id).await {
        return Ok(shop);
    }
    let row = queries::shop(db, id).await?.ok_or(shared::ErrorCode::NotFound)?;
    let freight = template(db, row.freight_id).await?;
    let creator = showcase::of_shop(db, id).await?;
    let logo = row.logo.or(creator.as_ref().map(|creator| creator.avatar)).unwrap_or(MediaId(id.0));
    let logo = media::pictures(commerce, db, [logo]).await?.remove(&logo).unwrap_or_else(|| Picture::missing(logo));
    let handle = creator.map(|creator| creator.handle.to_string()).unwrap_or_default();
    let newest = queries::newest_of_shop(db, id, SUGGESTED).await?;
    let (products, sold) = queries::shop_totals(db, id).await?;
    let closed = closing::is_over(db, id).await?;
    let link = linked::link_of(db, id).await?;
    let shop = Arc::new(ShopRecord { row, handle, logo, freight, newest, products, sold, closed, link });
    cache.insert(id, shop.clone()).await;
    Ok(shop)
}

/// The delivery prices `id`.
pub(crate) async fn template(db: &impl ConnectionTrait, id: FreightId) -> Result<FreightTemplate, Error> {
    let row = queries::freight(db, id).await?;
    row.map(|row| row.template).ok_or_else(|| Error::from(shared::ErrorCode::NotFound))
}
