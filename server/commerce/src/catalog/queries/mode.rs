use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};
use shared::{OpeningMode, ShopId};

use super::super::entity::shop;

/// Changes the way of a shop; `false` if there is none.
pub async fn set_mode(db: &impl ConnectionTrait, id: ShopId, mode: OpeningMode) -> Result<bool, DbErr> {
    let update = shop::Entity::update_many().col_expr(shop::Column::Mode, Expr::value(mode.as_str()));
    Ok(update.filter(shop::Column::Id.eq(id)).exec(db).await?.rows_affected == 1)
}

/// How many shops have which way, those that have none left out.
pub async fn shops_by_mode(db: &impl ConnectionTrait) -> Result<Vec<(OpeningMode, i64)>, DbErr> {
    let rows = shop::Entity::find()
        .select_only()
        .column(shop::Column::Mode)
        .column_as(shop::Column::Id.count(), "shops")
        .group_by(shop::Column::Mode);
    rows.into_tuple().all(db).await
}

/// The newest shops of a way.
pub async fn shops_of_mode(db: &impl ConnectionTrait, mode: OpeningMode, limit: u64) -> Result<Vec<ShopId>, DbErr> {
    let of_mode = shop::Entity::find().select_only().column(shop::Column::Id).filter(shop::Column::Mode.eq(mode));
    of_mode.order_by_desc(shop::Column::Id).limit(limit).into_tuple().all(db).await
}
