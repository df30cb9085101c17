use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, TryInsertResult,
};
use shared::{CategoryRequestId, CategoryRequestState, ShopId};

use super::super::entity::request::{ActiveModel, Column, Entity, Model};

/// Asks for a category; `false` if the shop asks for it already.
pub async fn insert_request(db: &impl ConnectionTrait, row: Model) -> Result<bool, DbErr> {
    let insert = Entity::insert(row.into_active_model()).on_conflict_do_nothing_on([Column::Live]);
    Ok(matches!(insert.exec_without_returning(db).await?, TryInsertResult::Inserted(1)))
}

pub async fn request(db: &impl ConnectionTrait, id: CategoryRequestId) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// What a shop asked for, the latest first.
pub async fn requests_of(db: &impl ConnectionTrait, shop: ShopId, limit: u64) -> Result<Vec<Model>, DbErr> {
    let own = Entity::find().filter(Column::ShopId.eq(shop));
    own.order_by_desc(Column::At).order_by_desc(Column::Id).limit(limit).all(db).await
}

/// What the operator has to look at, the longest waiting first.
pub async fn waiting(db: &impl ConnectionTrait, limit: u64) -> Result<Vec<Model>, DbErr> {
    let rows = Entity::find().filter(Column::State.eq(CategoryRequestState::InReview));
    rows.order_by_asc(Column::At).order_by_asc(Column::Id).limit(limit).all(db).await
}

/// How many wishes of a shop the operator looks at.
pub async fn count_waiting(db: &impl ConnectionTrait, shop: ShopId) -> Result<u64, DbErr> {
    let own = Entity::find().filter(Column::ShopId.eq(shop));
    own.filter(Column::State.eq(CategoryRequestState::InReview)).count(db).await
}

/// Changes what is set in `change` if it is still as it read at `version`.
pub async fn update_request(
    db: &impl ConnectionTrait,
    id: CategoryRequestId,
    version: i64,
    change: ActiveModel,
) -> Result<bool, DbErr> {
    let update = Entity::update_many().set(change).filter(Column::Id.eq(id)).filter(Column::Version.eq(version));
    Ok(update.exec(db).await?.rows_affected == 1)
}
