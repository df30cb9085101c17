//! All SQL of deposits.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect,
};
use shared::{ApplicationId, DepositId, DepositState, PaymentId};

use super::entity::{ActiveModel, Column, Entity, Model};

pub async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
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
    Entity::find().filter(Column::ApplicationId.eq(id)).one(db).await
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

pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Model>, DbErr> {
    Entity::find().all(db).await
}
