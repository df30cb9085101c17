//! Which product elsewhere a product is.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use shared::{ErrorCode, ProductId, ShopId};

use super::{entity::product_link, queries};
use crate::{Error, db::Tx};

/// Where a product is at its master.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its number there.
    pub number: String,
    /// Where it is found there; empty if that was not told.
    pub address: String,
    /// Its pictures came from there too, and are changed there.
    pub pictures: bool,
}

impl From<product_link::Model> for Place {
    fn from(row: product_link::Model) -> Self {
        Self { number: row.number, address: row.address, pictures: row.pictures }
    }
}

/// The places of those of `products` that are linked.
pub(crate) async fn places(
    db: &impl ConnectionTrait,
    products: &[ProductId],
) -> Result<HashMap<ProductId, Place>, Error> {
    let rows = queries::products(db, products).await?;
    Ok(rows.into_iter().map(|row| (row.product_id, row.into())).collect())
}

/// Where `product` is at its master, if it is linked.
pub(crate) async fn place(db: &impl ConnectionTrait, product: ProductId) -> Result<Option<Place>, Error> {
    Ok(places(db, &[product]).await?.remove(&product))
}

/// `MasterElsewhere` for a linked product: its price and stock are changed there.
pub(crate) async fn require_own(db: &impl ConnectionTrait, product: ProductId) -> Result<(), Error> {
    if place(db, product).await?.is_some() { Err(ErrorCode::MasterElsewhere.into()) } else { Ok(()) }
}

/// The products of `shop` by their numbers elsewhere.
pub(crate) async fn numbered(
    db: &impl ConnectionTrait,
    shop: ShopId,
    numbers: Vec<String>,
) -> Result<HashMap<String, ProductId>, Error> {
    let mut found = HashMap::new();
    for piece in numbers.chunks(500) {
        found.extend(queries::numbered(db, shop, piece).await?);
    }
    Ok(found)
}

/// Keeps where products are, in the transaction that writes them. The database refuses a number twice.
pub(crate) async fn keep(
    tx: &Tx,
    shop: ShopId,
    products: impl IntoIterator<Item = (ProductId, Place)>,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let row = |(product_id, Place { number, address, pictures })| product_link::Model {
        product_id,
        shop_id: shop,
        number,
        address,
        pictures,
        at,
    };
    Ok(queries::put_products(tx, products.into_iter().map(row).collect()).await?)
}

/// A product that is gone for good frees its number.
pub(crate) async fn forget(tx: &Tx, product: ProductId) -> Result<(), Error> {
    Ok(queries::remove_product(tx, product).await?)
}
