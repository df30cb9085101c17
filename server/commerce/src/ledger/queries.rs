//! All SQL of the ledger.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Alias, Expr, SimpleExpr},
};
use shared::Currency;
use uuid::Uuid;

use super::entity::{Column, Entity, Model};

pub async fn insert(db: &impl ConnectionTrait, rows: Vec<Model>) -> Result<(), DbErr> {
    if rows.is_empty() {
        return Ok(());
    }
    Entity::insert_many(rows.into_iter().map(IntoActiveModel::into_active_model)).exec_without_returning(db).await?;
    Ok(())
}

/// PostgreSQL sums bigints to numeric.
fn sum() -> SimpleExpr {
    Expr::col(Column::Minor).sum().cast_as(Alias::new("bigint"))
}

/// Postings that do not add up to zero, for the audit.
pub async fn unbalanced(db: &impl ConnectionTrait) -> Result<Vec<(Uuid, String, Currency, i64)>, DbErr> {
    Entity::find()
        .select_only()
        .column(Column::Reference)
        .column(Column::Event)
        .column(Column::Currency)
        .column_as(sum(), "rest")
        .group_by(Column::Reference)
        .group_by(Column::Event)
        .group_by(Column::Currency)
        .having(Expr::col(Column::Minor).sum().ne(0))
        .into_tuple()
        .all(db)
        .await
}

/// Amount that `event` put on `account`, by reference, for the audit.
pub async fn of_event(db: &impl ConnectionTrait, event: &str, account: &str) -> Result<Vec<(Uuid, i64)>, DbErr> {
    Entity::find()
        .select_only()
        .column(Column::Reference)
        .column(Column::Minor)
        .filter(Column::Event.eq(event))
        .filter(Column::Account.eq(account))
        .into_tuple()
        .all(db)
        .await
}

/// What each owner has on `account`, for the audit.
pub async fn balances(db: &impl ConnectionTrait, account: &str) -> Result<Vec<(Option<Uuid>, i64)>, DbErr> {
    let sums = Entity::find().select_only().column(Column::Owner).column_as(sum(), "balance");
    sums.filter(Column::Account.eq(account)).group_by(Column::Owner).into_tuple().all(db).await
}

/// What `owner` has on `account`, minor units; credits are negative.
pub async fn balance(db: &impl ConnectionTrait, account: &str, owner: Uuid) -> Result<i64, DbErr> {
    let own = Entity::find().select_only().column_as(sum(), "balance").filter(Column::Account.eq(account));
    let balance = own.filter(Column::Owner.eq(owner)).into_tuple::<Option<i64>>().one(db).await?;
    Ok(balance.flatten().unwrap_or_default())
}

/// What moved on `account` of `owner`, the latest first: event, amount, time.
pub async fn entries(
    db: &impl ConnectionTrait,
    account: &str,
    owner: Uuid,
    limit: u64,
) -> Result<Vec<(String, i64, DateTime<Utc>)>, DbErr> {
    let own = Entity::find().select_only().columns([Column::Event, Column::Minor, Column::At]);
    let own = own.filter(Column::Account.eq(account)).filter(Column::Owner.eq(owner));
    own.order_by_desc(Column::At).order_by_desc(Column::Reference).limit(limit).into_tuple().all(db).await
}
