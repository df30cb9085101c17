//! All SQL of payments.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    TryInsertResult,
    sea_query::{Alias, Expr, SelectStatement},
};
use shared::{BuyerId, IdempotencyKey, OrderId, PaymentId, PaymentState, RefundId, RefundState};

use super::entity::{notification, payment, payment_order, refund};

pub async fn by_id(db: &impl ConnectionTrait, id: PaymentId) -> Result<Option<payment::Model>, DbErr> {
    payment::Entity::find_by_id(id).one(db).await
}

pub async fn by_ids(db: &impl ConnectionTrait, ids: Vec<PaymentId>) -> Result<Vec<payment::Model>, DbErr> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    payment::Entity::find().filter(payment::Column::Id.is_in(ids)).all(db).await
}

/// The payment, and nobody else changes it before this transaction ends.
pub async fn locked(db: &impl ConnectionTrait, id: PaymentId) -> Result<Option<payment::Model>, DbErr> {
    payment::Entity::find_by_id(id).lock_exclusive().one(db).await
}

pub async fn by_key(
    db: &impl ConnectionTrait,
    buyer: BuyerId,
    key: &IdempotencyKey,
) -> Result<Option<payment::Model>, DbErr> {
    let payment = payment::Entity::find().filter(payment::Column::BuyerId.eq(buyer));
    payment.filter(payment::Column::IdempotencyKey.eq(key.clone())).one(db).await
}

/// Ids of the orders a payment pays, ascending.
pub async fn orders_of(db: &impl ConnectionTrait, id: PaymentId) -> Result<Vec<OrderId>, DbErr> {
    let orders = payment_order::Entity::find().select_only().column(payment_order::Column::OrderId);
    let orders = orders.filter(payment_order::Column::PaymentId.eq(id)).order_by_asc(payment_order::Column::OrderId);
    orders.into_tuple().all(db).await
}

/// Inserts a payment with its orders, if it has any; `false` if its buyer used the key before.
pub async fn insert(
    db: &impl ConnectionTrait,
    payment: payment::Model,
    orders: Vec<payment_order::Model>,
) -> Result<bool, DbErr> {
    let inserted = payment::Entity::insert(payment.into_active_model())
        .on_conflict_do_nothing_on([payment::Column::BuyerId, payment::Column::IdempotencyKey])
        .exec_without_returning(db)
        .await?;
    if !matches!(inserted, TryInsertResult::Inserted(1)) {
        return Ok(false);
    }
    if !orders.is_empty() {
        let orders = orders.into_iter().map(IntoActiveModel::into_active_model);
        payment_order::Entity::insert_many(orders).exec_without_returning(db).await?;
    }
    Ok(true)
}

/// Changes what is set in `change` while the payment is in `state`.
pub async fn update(
    db: &impl ConnectionTrait,
    id: PaymentId,
    state: PaymentState,
    change: payment::ActiveModel,
) -> Result<bool, DbErr> {
    let update = payment::Entity::update_many().set(change);
    let update = update.filter(payment::Column::Id.eq(id)).filter(payment::Column::State.eq(state));
    Ok(update.exec(db).await?.rows_affected == 1)
}

/// Payments the provider has to be asked about, longest waiting first.
pub async fn due(db: &impl ConnectionTrait, now: DateTime<Utc>, limit: u64) -> Result<Vec<PaymentId>, DbErr> {
    let due = payment::Entity::find().select_only().column(payment::Column::Id);
    let due = due.filter(payment::Column::DueAt.lte(now)).order_by_asc(payment::Column::DueAt);
    due.limit(limit).into_tuple().all(db).await
}

/// Takes the id of a message; `false` if it came before. Of two at once, the second waits here.
pub async fn insert_notification(db: &impl ConnectionTrait, row: notification::Model) -> Result<bool, DbErr> {
    let inserted = notification::Entity::insert(row.into_active_model())
        .on_conflict_do_nothing_on([notification::Column::Id])
        .exec_without_returning(db)
        .await?;
    Ok(matches!(inserted, TryInsertResult::Inserted(1)))
}

pub async fn set_outcome(db: &impl ConnectionTrait, id: &str, outcome: &str) -> Result<(), DbErr> {
    let change = notification::ActiveModel { outcome: sea_orm::Set(outcome.to_owned()), ..Default::default() };
    notification::Entity::update_many().set(change).filter(notification::Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

/// Messages with this outcome, for the audit.
pub async fn notifications(db: &impl ConnectionTrait, outcome: &str) -> Result<Vec<notification::Model>, DbErr> {
    notification::Entity::find().filter(notification::Column::Outcome.eq(outcome)).all(db).await
}

pub async fn insert_refund(db: &impl ConnectionTrait, row: refund::Model) -> Result<(), DbErr> {
    refund::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub async fn refund(db: &impl ConnectionTrait, id: RefundId) -> Result<Option<refund::Model>, DbErr> {
    refund::Entity::find_by_id(id).one(db).await
}

/// Changes what is set in `change` while the refund is in `state`.
pub async fn update_refund(
    db: &impl ConnectionTrait,
    id: RefundId,
    state: RefundState,
    change: refund::ActiveModel,
) -> Result<bool, DbErr> {
    let update = refund::Entity::update_many().set(change);
    let update = update.filter(refund::Column::Id.eq(id)).filter(refund::Column::State.eq(state));
    Ok(update.exec(db).await?.rows_affected == 1)
}

/// Refunds the provider has to be told or asked about.
pub async fn due_refunds(db: &impl ConnectionTrait, now: DateTime<Utc>, limit: u64) -> Result<Vec<RefundId>, DbErr> {
    let due = refund::Entity::find().select_only().column(refund::Column::Id);
    let due = due.filter(refund::Column::DueAt.lte(now)).order_by_asc(refund::Column::DueAt);
    due.limit(limit).into_tuple().all(db).await
}

/// How many refunds of `orders` are not at their buyers yet, and how much that is, minor units.
pub async fn owed_back(db: &impl ConnectionTrait, orders: SelectStatement) -> Result<(i64, i64), DbErr> {
    let sum = Expr::col(refund::Column::AmountMinor).sum().cast_as(Alias::new("bigint"));
    let open =
        refund::Entity::find().select_only().column_as(refund::Column::Id.count(), "number").column_as(sum, "total");
    let open = open.filter(refund::Column::State.ne(RefundState::Succeeded));
    let open = open.filter(refund::Column::OrderId.in_subquery(orders));
    let (number, total) = open.into_tuple::<(i64, Option<i64>)>().one(db).await?.unwrap_or_default();
    Ok((number, total.unwrap_or_default()))
}

pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<payment::Model>, DbErr> {
    payment::Entity::find().all(db).await
}

pub async fn all_links(db: &impl ConnectionTrait) -> Result<Vec<payment_order::Model>, DbErr> {
    payment_order::Entity::find().all(db).await
}

pub async fn all_refunds(db: &impl ConnectionTrait) -> Result<Vec<refund::Model>, DbErr> {
    refund::Entity::find().all(db).await
}
