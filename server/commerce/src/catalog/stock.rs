use sea_orm::ConnectionTrait;
use shared::{ErrorCode, SkuId};

use super::queries;
use crate::Error;

/// The bucket of ordinary sales.
pub(crate) const NORMAL: &str = "normal";

/// How a shop changes its stock: by differences, because two people who set it overwrite each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StockChange {
    /// So many pieces came in.
    Add(i32),
    /// So many pieces went out otherwise; refused with `out_of_stock` below what orders claim.
    Remove(i32),
}

/// Claims pieces for an unpaid order by one conditional statement: whoever comes first gets them, on
/// either database and at any isolation level. Call in ascending order of SKU. `OutOfStock` if fewer
/// are left.
pub(crate) async fn hold(db: &impl ConnectionTrait, sku: SkuId, pieces: i32) -> Result<(), Error> {
    changed(queries::hold(db, sku, NORMAL, pieces).await?)
}

/// Gives claimed pieces back: the order was not paid.
pub(crate) async fn release(db: &impl ConnectionTrait, sku: SkuId, pieces: i32) -> Result<(), Error> {
    changed(queries::release(db, sku, NORMAL, pieces).await?)
}

/// Claimed pieces now belong to a paid order.
pub(crate) async fn sell(db: &impl ConnectionTrait, sku: SkuId, pieces: i32) -> Result<(), Error> {
    changed(queries::sell(db, sku, NORMAL, pieces).await?)
}

/// Claimed pieces leave without being sold: samples. They count as taken out, so that what is said to be sold was bought.
pub(crate) async fn give(db: &impl ConnectionTrait, sku: SkuId, pieces: i32) -> Result<(), Error> {
    changed(queries::give(db, sku, NORMAL, pieces).await?)
}

/// Sold pieces come back before they left: the order was refunded.
pub(crate) async fn restock(db: &impl ConnectionTrait, sku: SkuId, pieces: i32) -> Result<(), Error> {
    changed(queries::restock(db, sku, NORMAL, pieces).await?)
}

const fn changed(yes: bool) -> Result<(), Error> {
    if yes { Ok(()) } else { Err(Error::Refused(ErrorCode::OutOfStock)) }
}
