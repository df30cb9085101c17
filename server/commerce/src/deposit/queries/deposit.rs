use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    TryInsertResult,
    sea_query::{Alias, Expr, SimpleExpr},
};
use shared::{ApplicationId, DepositId, DepositKind, DepositState, PaymentId, ShopId};

use super::super::entity::deposit::{ActiveModel, Column, Entity, Model};

pub async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Asks for a top-up; `false` if the shop is asked for one already.
pub async fn insert_top_up(db: &impl ConnectionTrait, row: Model) -> Result<bool, DbErr> {
    let insert = Entity::insert(row.into_active_model()).on_conflict_do_nothing_on([Column::DueOf]);
    Ok(matches!(insert.exec_without_returning(db).await?, TryInsertResult::Inserted(1)))
}

pub async fn by_id(db: &impl ConnectionTrait, id: DepositId) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// The deposit, and nobody else changes it before this transaction ends.
pub async fn locked(db: &impl ConnectionTrait, id: DepositId) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).lock_exclusive().one(db).await
}

/// The deposit an application was asked for.
pub async fn of_application(db: &impl ConnectionTrait, id: ApplicationId) -> Result<Option<Model>, DbErr> {
    let own = Entity::find().filter(Column::ApplicationId.eq(id));
    own.filter(Column::Kind.eq(DepositKind::Opening)).filter(Column::SplitOf.is_null()).one(db).await
}

/// The top-up a shop is asked for.
pub async fn due_of(db: &impl ConnectionTrait, shop: ShopId) -> Result<Option<Model>, DbErr> {
    Entity::find().filter(Column::DueOf.eq(shop)).one(db).await
}

/// The deposits of a shop in `state`, the oldest first, and nobody else changes them before this transaction ends.
pub async fn of_shop(db: &impl ConnectionTrait, shop: ShopId, state: DepositState) -> Result<Vec<Model>, DbErr> {
    let own = Entity::find().filter(Column::ShopId.eq(shop)).filter(Column::State.eq(state));
    own.order_by_asc(Column::Id).lock_exclusive().all(db).await
}

/// PostgreSQL sums bigints to numeric.
fn sum() -> SimpleExpr {
    Expr::col(Column::AmountMinor).sum().cast_as(Alias::new("bigint"))
}

/// What a shop has in `state`, minor units.
pub async fn total(db: &impl ConnectionTrait, shop: ShopId, state: DepositState) -> Result<i64, DbErr> {
    let own = Entity::find().select_only().column_as(sum(), "total").filter(Column::ShopId.eq(shop));
    Ok(own.filter(Column::State.eq(state)).into_tuple::<Option<i64>>().one(db).await?.flatten().unwrap_or_default())
}

/// What is held for each shop, minor units.
pub async fn held(db: &impl ConnectionTrait) -> Result<Vec<(ShopId, i64)>, DbErr> {
    let all = Entity::find().select_only().column(Column::ShopId).column_as(sum(), "total");
    all.filter(Column::State.eq(DepositState::Paid)).group_by(Column::ShopId).into_tuple().all(db).await
}

/// Changes what is set in `change` while the deposit is in `state`.
pub async fn update(
    db: &impl ConnectionTrait,
    id: DepositId,
    state: DepositState,
    change: ActiveModel,
) -> Result<bool, DbErr> {
    let update = Entity::update_many().set(change).filter(Column::Id.eq(id)).filter(Column::State.eq(state));
    Ok(update.exec(db).await?.rows_affected == 1)
}

/// Notes the payment that is open for it.
pub async fn set_payment(db: &impl ConnectionTrait, id: DepositId, payment: PaymentId) -> Result<(), DbErr> {
    let change = ActiveModel { payment_id: Set(Some(payment)), ..Default::default() };
    Entity::update_many().set(change).filter(Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

/// Top-ups that nobody paid in time.
pub async fn late(db: &impl ConnectionTrait, now: DateTime<Utc>, limit: u64) -> Result<Vec<DepositId>, DbErr> {
    let late = Entity::find().select_only().column(Column::Id).filter(Column::DueAt.lte(now));
    late.order_by_asc(Column::DueAt).limit(limit).into_tuple().all(db).await
}

pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Model>, DbErr> {
    Entity::find().all(db).await
}
