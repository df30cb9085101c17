//! All SQL of closings.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    TryInsertResult,
};
use shared::{ClosingId, ClosingState, ShopId};

use super::entity::{
    closing::{ActiveModel, Column, Entity, Model},
    policy,
};

/// Announces a closing; `false` if the shop has one.
pub async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<bool, DbErr> {
    let insert = Entity::insert(row.into_active_model()).on_conflict_do_nothing_on([Column::Live]);
    Ok(matches!(insert.exec_without_returning(db).await?, TryInsertResult::Inserted(1)))
}

pub async fn by_id(db: &impl ConnectionTrait, id: ClosingId) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// The closing, and nobody else changes it before this transaction ends.
pub async fn locked(db: &impl ConnectionTrait, id: ClosingId) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).lock_exclusive().one(db).await
}

/// The closing of a shop that is not withdrawn.
pub async fn live(db: &impl ConnectionTrait, shop: ShopId) -> Result<Option<Model>, DbErr> {
    Entity::find().filter(Column::Live.eq(shop)).one(db).await
}

/// The same, and nobody else changes it before this transaction ends.
pub async fn live_locked(db: &impl ConnectionTrait, shop: ShopId) -> Result<Option<Model>, DbErr> {
    Entity::find().filter(Column::Live.eq(shop)).lock_exclusive().one(db).await
}

/// The latest closing of a shop, withdrawn or not.
pub async fn latest(db: &impl ConnectionTrait, shop: ShopId) -> Result<Option<Model>, DbErr> {
    Entity::find().filter(Column::ShopId.eq(shop)).order_by_desc(Column::Id).one(db).await
}

pub async fn over(db: &impl ConnectionTrait) -> Result<Vec<ShopId>, DbErr> {
    let rows = Entity::find().select_only().column(Column::ShopId);
    rows.filter(Column::State.is_in([ClosingState::Closed, ClosingState::Settled])).into_tuple().all(db).await
}

/// Closings that something happens to by now, the longest waiting first.
pub async fn due(db: &impl ConnectionTrait, now: DateTime<Utc>, limit: u64) -> Result<Vec<ClosingId>, DbErr> {
    let due = Entity::find().select_only().column(Column::Id).filter(Column::DueAt.lte(now));
    due.order_by_asc(Column::DueAt).limit(limit).into_tuple().all(db).await
}

/// Changes what is set in `change` while the closing is in `state`.
pub async fn update(
    db: &impl ConnectionTrait,
    id: ClosingId,
    state: ClosingState,
    change: ActiveModel,
) -> Result<bool, DbErr> {
    let update = Entity::update_many().set(change).filter(Column::Id.eq(id)).filter(Column::State.eq(state));
    Ok(update.exec(db).await?.rows_affected == 1)
}

/// The policy in force at `at`.
pub async fn policy(db: &impl ConnectionTrait, at: DateTime<Utc>) -> Result<Option<policy::Model>, DbErr> {
    let found = policy::Entity::find().filter(policy::Column::ValidFrom.lte(at));
    found.order_by_desc(policy::Column::ValidFrom).order_by_desc(policy::Column::Id).one(db).await
}

pub async fn insert_policy(db: &impl ConnectionTrait, row: policy::Model) -> Result<(), DbErr> {
    policy::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}
