//! The stock of SKUs, and the statements that move it between its columns, each refusing what is not there.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QuerySelect, UpdateMany,
    sea_query::{Expr, SimpleExpr},
};
use shared::SkuId;

use super::super::{
    NORMAL,
    entity::stock::{self, Column},
};

/// Pieces of `skus` that can still be bought.
pub async fn left(db: &impl ConnectionTrait, skus: Vec<SkuId>) -> Result<Vec<(SkuId, i32)>, DbErr> {
    let rows = stock::Entity::find().select_only().columns([Column::SkuId, Column::OnHand, Column::Held]);
    let rows = rows.filter(Column::SkuId.is_in(skus)).filter(Column::Bucket.eq(NORMAL));
    let rows = rows.into_tuple::<(SkuId, i32, i32)>().all(db).await?;
    Ok(rows.into_iter().map(|(sku, on_hand, held)| (sku, on_hand - held)).collect())
}

pub async fn stock_of(db: &impl ConnectionTrait, sku: SkuId, bucket: &str) -> Result<Option<stock::Model>, DbErr> {
    stock::Entity::find_by_id((sku, bucket.to_owned())).one(db).await
}

/// Every bucket of every SKU, for the audit.
pub async fn all_stock(db: &impl ConnectionTrait) -> Result<Vec<stock::Model>, DbErr> {
    stock::Entity::find().all(db).await
}

pub async fn hold(db: &impl ConnectionTrait, sku: SkuId, bucket: &str, pieces: i32) -> Result<bool, DbErr> {
    let left = Expr::col(Column::OnHand).sub(Expr::col(Column::Held));
    let update = of(sku, bucket).col_expr(Column::Held, plus(Column::Held, pieces)).filter(left.gte(pieces));
    one_row(db, update).await
}

pub async fn release(db: &impl ConnectionTrait, sku: SkuId, bucket: &str, pieces: i32) -> Result<bool, DbErr> {
    let update = of(sku, bucket).col_expr(Column::Held, plus(Column::Held, -pieces)).filter(Column::Held.gte(pieces));
    one_row(db, update).await
}

pub async fn sell(db: &impl ConnectionTrait, sku: SkuId, bucket: &str, pieces: i32) -> Result<bool, DbErr> {
    let update = of(sku, bucket)
        .col_expr(Column::Held, plus(Column::Held, -pieces))
        .col_expr(Column::OnHand, plus(Column::OnHand, -pieces))
        .col_expr(Column::Sold, plus(Column::Sold, pieces))
        .filter(Column::Held.gte(pieces));
    one_row(db, update).await
}

pub async fn give(db: &impl ConnectionTrait, sku: SkuId, bucket: &str, pieces: i32) -> Result<bool, DbErr> {
    let update = of(sku, bucket)
        .col_expr(Column::Held, plus(Column::Held, -pieces))
        .col_expr(Column::OnHand, plus(Column::OnHand, -pieces))
        .col_expr(Column::Received, plus(Column::Received, -pieces))
        .filter(Column::Held.gte(pieces));
    one_row(db, update).await
}

pub async fn restock(db: &impl ConnectionTrait, sku: SkuId, bucket: &str, pieces: i32) -> Result<bool, DbErr> {
    let update = of(sku, bucket)
        .col_expr(Column::OnHand, plus(Column::OnHand, pieces))
        .col_expr(Column::Sold, plus(Column::Sold, -pieces))
        .filter(Column::Sold.gte(pieces));
    one_row(db, update).await
}

fn of(sku: SkuId, bucket: &str) -> UpdateMany<stock::Entity> {
    stock::Entity::update_many().filter(Column::SkuId.eq(sku)).filter(Column::Bucket.eq(bucket))
}

fn plus(column: Column, pieces: i32) -> SimpleExpr {
    Expr::col(column).add(pieces)
}

async fn one_row(db: &impl ConnectionTrait, update: UpdateMany<stock::Entity>) -> Result<bool, DbErr> {
    Ok(update.exec(db).await?.rows_affected == 1)
}
