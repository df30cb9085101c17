use sea_orm::ConnectionTrait;
use shared::{Locale, ProductId, ShopId, dto::ProductCard};

use super::{cards, queries};
use crate::{Commerce, Error};

/// Products of one shop that a list shows at most.
const MOST: u64 = 500;

/// What a shop has on sale, newest first.
pub(crate) async fn on_sale_of(
    commerce: &Commerce,
    db: &impl ConnectionTrait,
    shop: ShopId,
    locale: Locale,
) -> Result<Vec<ProductCard>, Error> {
    let ids = queries::newest_of_shop(db, shop, MOST).await?;
    cards(commerce, db, &ids, locale).await
}

/// What the same shop has on sale in the same category and could be shown instead, newest first.
pub(crate) async fn alike(
    commerce: &Commerce,
    db: &impl ConnectionTrait,
    product: ProductId,
    limit: u64,
    locale: Locale,
) -> Result<Vec<ProductCard>, Error> {
    let Some(row) = queries::product(db, product).await? else { return Ok(Vec::new()) };
    let ids = queries::newest_alike(db, &row, limit).await?;
    let mut found = cards(commerce, db, &ids, locale).await?;
    found.retain(|card| card.stock > 0);
    Ok(found)
}
