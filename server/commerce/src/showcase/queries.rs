//! All SQL of the showcases.

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use shared::ShopId;

use super::entity::creator;

pub async fn creator_of_shop(db: &impl ConnectionTrait, id: ShopId) -> Result<Option<creator::Model>, DbErr> {
    let found = creator::Entity::find().filter(creator::Column::ShopId.eq(id));
    found.order_by_asc(creator::Column::OpenedAt).one(db).await
}

pub async fn insert_creator(db: &impl ConnectionTrait, row: creator::Model) -> Result<(), DbErr> {
    creator::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}
