//! Claims, sales and returns of pieces, with news for cached pages when a SKU sells out or is back.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use serde::Serialize;
use shared::{ProductId, SkuId};

use super::entity::line;
use crate::{Error, catalog, outbox};

/// Pieces per SKU in ascending order: two lines of one SKU are one claim, and two orders never wait
/// for each other's rows.
pub type Pieces = BTreeMap<SkuId, (ProductId, i32)>;

pub fn pieces<'a>(lines: impl IntoIterator<Item = &'a line::Model>) -> Pieces {
    let mut pieces = Pieces::new();
    for line in lines {
        pieces.entry(line.sku_id).or_insert((line.product_id, 0)).1 += line.quantity.get();
    }
    pieces
}

pub async fn hold(db: &impl ConnectionTrait, pieces: &Pieces, at: DateTime<Utc>) -> Result<(), Error> {
    for (sku, (_, claim)) in pieces {
        catalog::hold(db, *sku, *claim).await?;
    }
    Ok(tell(db, pieces, at, |_| 0).await?)
}

pub async fn release(db: &impl ConnectionTrait, pieces: &Pieces, at: DateTime<Utc>) -> Result<(), Error> {
    for (sku, (_, claim)) in pieces {
        catalog::release(db, *sku, *claim).await?;
    }
    Ok(tell(db, pieces, at, |freed| freed).await?)
}

/// Holds one piece that no order asks for.
pub(crate) async fn hold_one(
    db: &impl ConnectionTrait,
    (sku, product): (SkuId, ProductId),
    at: DateTime<Utc>,
) -> Result<(), Error> {
    hold(db, &Pieces::from([(sku, (product, 1))]), at).await
}

/// Lets it go again.
pub(crate) async fn release_one(
    db: &impl ConnectionTrait,
    (sku, product): (SkuId, ProductId),
    at: DateTime<Utc>,
) -> Result<(), Error> {
    release(db, &Pieces::from([(sku, (product, 1))]), at).await
}

pub async fn sell(db: &impl ConnectionTrait, pieces: &Pieces) -> Result<(), Error> {
    for (sku, (_, claim)) in pieces {
        catalog::sell(db, *sku, *claim).await?;
    }
    Ok(())
}

pub async fn restock(db: &impl ConnectionTrait, pieces: &Pieces, at: DateTime<Utc>) -> Result<(), Error> {
    for (sku, (_, sold)) in pieces {
        catalog::restock(db, *sku, *sold).await?;
    }
    Ok(tell(db, pieces, at, |back| back).await?)
}

#[derive(Serialize)]
struct StockChanged {
    product_id: ProductId,
    sku_id: SkuId,
    left: i32,
}

/// Tells of every SKU that has exactly `turning(pieces)` left: 0 after a claim, or what just came
/// back after a release, which means that it was 0 before. The SKU's row is locked by the change
/// before, so its news are numbered by one writer at a time.
async fn tell(
    db: &impl ConnectionTrait,
    pieces: &Pieces,
    at: DateTime<Utc>,
    turning: fn(i32) -> i32,
) -> Result<(), DbErr> {
    for (sku_id, left) in catalog::left(db, pieces.keys().copied().collect()).await? {
        let Some((product_id, moved)) = pieces.get(&sku_id).copied() else { continue };
        if left == turning(moved) {
            let news = StockChanged { product_id, sku_id, left };
            outbox::append(db, sku_id.0, "catalog.stock_changed", &news, at).await?;
        }
    }
    Ok(())
}
