//! All SQL of the inbox.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};
use shared::BuyerId;

use super::entity::{ActiveModel, Column, Entity, Model};

pub async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    let insert = Entity::insert(row.into_active_model()).on_conflict_do_nothing_on([Column::Id]);
    insert.exec_without_returning(db).await?;
    Ok(())
}

/// Latest first.
pub async fn of(db: &impl ConnectionTrait, account: BuyerId, limit: u64) -> Result<Vec<Model>, DbErr> {
    let own = Entity::find().filter(Column::AccountId.eq(account));
    own.order_by_desc(Column::At).order_by_desc(Column::Id).limit(limit).all(db).await
}

pub async fn read_all(db: &impl ConnectionTrait, account: BuyerId, at: DateTime<Utc>) -> Result<u64, DbErr> {
    let change = ActiveModel { read_at: Set(Some(at)), ..Default::default() };
    let unread = Entity::update_many().set(change).filter(Column::AccountId.eq(account));
    Ok(unread.filter(Column::ReadAt.is_null()).exec(db).await?.rows_affected)
}
