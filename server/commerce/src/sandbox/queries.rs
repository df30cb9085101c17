//! All SQL of the provider's books.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, TryInsertResult,
};

use super::entity::{key, refund, trade};

pub async fn trade(db: &impl ConnectionTrait, id: &str) -> Result<Option<trade::Model>, DbErr> {
    trade::Entity::find_by_id(id.to_owned()).one(db).await
}

/// `false` if it is there already.
pub async fn insert_trade(db: &impl ConnectionTrait, row: trade::Model) -> Result<bool, DbErr> {
    let inserted = trade::Entity::insert(row.into_active_model())
        .on_conflict_do_nothing_on([trade::Column::OutTradeNo])
        .exec_without_returning(db)
        .await?;
    Ok(matches!(inserted, TryInsertResult::Inserted(1)))
}

/// Moves a trade to `to` if it is in one of `from`.
pub async fn move_trade(db: &impl ConnectionTrait, id: &str, from: &[&str], to: &str) -> Result<bool, DbErr> {
    let change = trade::ActiveModel { state: Set(to.to_owned()), ..Default::default() };
    change_trade(db, id, from, change).await
}

/// Marks a trade paid if it is in one of `from`.
pub async fn pay_trade(
    db: &impl ConnectionTrait,
    id: &str,
    from: &[&str],
    transaction: String,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let change = trade::ActiveModel {
        state: Set("SUCCESS".to_owned()),
        transaction_id: Set(Some(transaction)),
        success_time: Set(Some(at)),
        ..Default::default()
    };
    change_trade(db, id, from, change).await
}

async fn change_trade(
    db: &impl ConnectionTrait,
    id: &str,
    from: &[&str],
    change: trade::ActiveModel,
) -> Result<bool, DbErr> {
    let update = trade::Entity::update_many().set(change).filter(trade::Column::OutTradeNo.eq(id));
    let update = update.filter(trade::Column::State.is_in(from.iter().copied()));
    Ok(update.exec(db).await?.rows_affected == 1)
}

pub async fn refund(db: &impl ConnectionTrait, id: &str) -> Result<Option<refund::Model>, DbErr> {
    refund::Entity::find_by_id(id.to_owned()).one(db).await
}

pub async fn refunds_of(db: &impl ConnectionTrait, trade: &str) -> Result<Vec<refund::Model>, DbErr> {
    refund::Entity::find().filter(refund::Column::OutTradeNo.eq(trade)).all(db).await
}

/// `false` if it is there already.
pub async fn insert_refund(db: &impl ConnectionTrait, row: refund::Model) -> Result<bool, DbErr> {
    let inserted = refund::Entity::insert(row.into_active_model())
        .on_conflict_do_nothing_on([refund::Column::OutRefundNo])
        .exec_without_returning(db)
        .await?;
    Ok(matches!(inserted, TryInsertResult::Inserted(1)))
}

pub async fn key(db: &impl ConnectionTrait) -> Result<Option<key::Model>, DbErr> {
    key::Entity::find_by_id(1).one(db).await
}

/// Keeps the first key; of two processes that start at once, one wins.
pub async fn insert_key(db: &impl ConnectionTrait, row: key::Model) -> Result<(), DbErr> {
    let key = key::Entity::insert(row.into_active_model()).on_conflict_do_nothing_on([key::Column::Id]);
    key.exec_without_returning(db).await?;
    Ok(())
}
