use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use shared::SkuId;

use super::{
    entity::stock::{Column, Entity},
    stock::NORMAL,
};

/// Pieces of `skus` that can still be bought.
pub(crate) async fn left(db: &impl ConnectionTrait, skus: Vec<SkuId>) -> Result<Vec<(SkuId, i32)>, DbErr> {
    let stock = Entity::find().select_only().column(Column::SkuId).column(Column::OnHand).column(Column::Held);
    let stock = stock.filter(Column::SkuId.is_in(skus)).filter(Column::Bucket.eq(NORMAL));
    let rows = stock.into_tuple::<(SkuId, i32, i32)>().all(db).await?;
    Ok(rows.into_iter().map(|(sku, on_hand, held)| (sku, on_hand - held)).collect())
}

/// Every bucket of every SKU, for the audit.
pub(crate) async fn all_stock(db: &impl ConnectionTrait) -> Result<Vec<super::entity::stock::Model>, DbErr> {
    super::queries::all_stock(db).await
}
