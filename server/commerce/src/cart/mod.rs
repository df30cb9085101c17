//! What buyers have set aside: lines keep where they were met and what they cost then. Owns `cart_line`.

mod entity;
mod merge;
mod queries;
mod service;

pub(crate) use merge::merge;
use sea_orm::{ConnectionTrait, DbErr};
use shared::{BuyerId, SkuId, dto::LineRequest};

/// The selected lines of a buyer's cart, last changed first.
pub(crate) async fn selected(db: &impl ConnectionTrait, buyer: BuyerId) -> Result<Vec<LineRequest>, DbErr> {
    let lines = queries::of_buyer(db, buyer).await?;
    let request =
        |line: entity::Model| LineRequest { sku_id: line.sku_id, quantity: line.quantity, source: line.source };
    Ok(lines.into_iter().filter(|line| line.selected).map(request).collect())
}

/// Takes bought SKUs out of a buyer's cart.
pub(crate) async fn bought(db: &impl ConnectionTrait, buyer: BuyerId, skus: Vec<SkuId>) -> Result<(), DbErr> {
    queries::remove_skus(db, buyer, skus).await
}
