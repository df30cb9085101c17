//! All SQL of orders.

use std::ops::Range;

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel, JoinType, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select, TryInsertResult,
    sea_query::{Alias, Expr, LikeExpr, OnConflict, SelectStatement},
};
use shared::{
    BuyerId, Currency, IdempotencyKey, Money, OrderId, OrderLineId, OrderState, PaymentId, ProductId, ShopId, dto::Sold,
};

use super::entity::{guard, line, order, placement};

/// Takes the buyer's key; `false` if an earlier request has it. Of two at once, the second waits here
/// until the first is committed or gone.
pub async fn take_key(db: &impl ConnectionTrait, row: placement::Model) -> Result<bool, DbErr> {
    let inserted = placement::Entity::insert(row.into_active_model())
        .on_conflict_do_nothing_on([placement::Column::BuyerId, placement::Column::IdempotencyKey])
        .exec_without_returning(db)
        .await?;
    Ok(matches!(inserted, TryInsertResult::Inserted(1)))
}

pub async fn placement(
    db: &impl ConnectionTrait,
    buyer: BuyerId,
    key: &IdempotencyKey,
) -> Result<Option<placement::Model>, DbErr> {
    placement::Entity::find_by_id((buyer, key.clone())).one(db).await
}

/// Forgets keys older than `before`: nobody tries again after that long.
pub async fn forget_keys(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<u64, DbErr> {
    let old = placement::Entity::delete_many().filter(placement::Column::At.lt(before));
    Ok(old.exec(db).await?.rows_affected)
}

pub async fn insert(
    db: &impl ConnectionTrait,
    orders: Vec<order::Model>,
    lines: Vec<line::Model>,
) -> Result<(), DbErr> {
    let orders = orders.into_iter().map(IntoActiveModel::into_active_model);
    order::Entity::insert_many(orders).exec_without_returning(db).await?;
    let lines = lines.into_iter().map(IntoActiveModel::into_active_model);
    line::Entity::insert_many(lines).exec_without_returning(db).await?;
    Ok(())
}

pub async fn by_id(db: &impl ConnectionTrait, id: OrderId) -> Result<Option<order::Model>, DbErr> {
    order::Entity::find_by_id(id).one(db).await
}

pub async fn by_number(db: &impl ConnectionTrait, number: &str) -> Result<Option<order::Model>, DbErr> {
    order::Entity::find().filter(order::Column::Number.eq(number)).one(db).await
}

pub async fn by_ids(db: &impl ConnectionTrait, ids: Vec<OrderId>) -> Result<Vec<order::Model>, DbErr> {
    order::Entity::find().filter(order::Column::Id.is_in(ids)).order_by_asc(order::Column::Id).all(db).await
}

/// The same, and nobody else changes them before this transaction ends.
pub async fn locked(db: &impl ConnectionTrait, ids: Vec<OrderId>) -> Result<Vec<order::Model>, DbErr> {
    let orders = order::Entity::find().filter(order::Column::Id.is_in(ids)).order_by_asc(order::Column::Id);
    orders.lock_exclusive().all(db).await
}

/// Lines of `orders`, in each basket's order.
pub async fn lines(db: &impl ConnectionTrait, orders: Vec<OrderId>) -> Result<Vec<line::Model>, DbErr> {
    if orders.is_empty() {
        return Ok(Vec::new());
    }
    let lines = line::Entity::find().filter(line::Column::OrderId.is_in(orders));
    lines.order_by_asc(line::Column::Position).all(db).await
}

/// Changes what is set in `change` if the order is still at `version`.
pub async fn update(
    db: &impl ConnectionTrait,
    id: OrderId,
    version: i64,
    change: order::ActiveModel,
) -> Result<bool, DbErr> {
    let update = order::Entity::update_many().set(change);
    let update = update.filter(order::Column::Id.eq(id)).filter(order::Column::Version.eq(version));
    Ok(update.exec(db).await?.rows_affected == 1)
}

/// Names the payment that is open for `ids`.
pub async fn set_payment(
    db: &impl ConnectionTrait,
    ids: Vec<OrderId>,
    payment: Option<PaymentId>,
) -> Result<(), DbErr> {
    let change = order::ActiveModel { payment_id: Set(payment), ..Default::default() };
    order::Entity::update_many().set(change).filter(order::Column::Id.is_in(ids)).exec(db).await?;
    Ok(())
}

/// The timer looks again at `due`; unless it moved on.
pub async fn postpone(db: &impl ConnectionTrait, id: OrderId, version: i64, due: DateTime<Utc>) -> Result<(), DbErr> {
    let change = order::ActiveModel { due_at: Set(Some(due)), ..Default::default() };
    update(db, id, version, change).await?;
    Ok(())
}

/// Ids of orders in `state` that are due, longest waiting first.
pub async fn due(
    db: &impl ConnectionTrait,
    state: OrderState,
    now: DateTime<Utc>,
    limit: u64,
) -> Result<Vec<OrderId>, DbErr> {
    let due = order::Entity::find().select_only().column(order::Column::Id);
    let due = due.filter(order::Column::State.eq(state)).filter(order::Column::DueAt.lte(now));
    due.order_by_asc(order::Column::DueAt).limit(limit).into_tuple().all(db).await
}

pub async fn hand_over(db: &impl ConnectionTrait, from: BuyerId, to: BuyerId) -> Result<(), DbErr> {
    let change = order::ActiveModel { buyer_id: Set(to), ..Default::default() };
    order::Entity::update_many().set(change).filter(order::Column::BuyerId.eq(from)).exec(db).await?;
    Ok(())
}

pub async fn set_shipped(db: &impl ConnectionTrait, id: OrderLineId, shipped: i32) -> Result<(), DbErr> {
    let change = line::ActiveModel { shipped: Set(shipped), ..Default::default() };
    line::Entity::update_many().set(change).filter(line::Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

/// A page of a buyer's orders, newest first.
pub async fn page(
    db: &impl ConnectionTrait,
    buyer: BuyerId,
    states: &[OrderState],
    words: Option<&str>,
    before: Option<OrderId>,
    limit: u64,
) -> Result<Vec<order::Model>, DbErr> {
    let mut orders = order::Entity::find().filter(order::Column::BuyerId.eq(buyer));
    if !states.is_empty() {
        orders = orders.filter(order::Column::State.is_in(states.iter().copied()));
    }
    if let Some(words) = words {
        let literal: String =
            words.chars().flat_map(|c| matches!(c, '%' | '_' | '\\').then_some('\\').into_iter().chain([c])).collect();
        let contains = || LikeExpr::new(format!("%{literal}%")).escape('\\');
        let title = Expr::col(order::Column::Words).like(contains());
        orders = orders.filter(Condition::any().add(title).add(order::Column::Number.eq(words)));
    }
    if let Some(before) = before {
        orders = orders.filter(order::Column::Id.lt(before));
    }
    orders.order_by_desc(order::Column::Id).limit(limit).all(db).await
}

/// How many of a buyer's orders are in each state.
pub async fn counts(db: &impl ConnectionTrait, buyer: BuyerId) -> Result<Vec<(OrderState, i64)>, DbErr> {
    order::Entity::find()
        .select_only()
        .column(order::Column::State)
        .column_as(Expr::col(order::Column::Id).count(), "orders")
        .filter(order::Column::BuyerId.eq(buyer))
        .group_by(order::Column::State)
        .into_tuple()
        .all(db)
        .await
}

/// Paid orders of a shop of which nothing was sent yet.
pub async fn to_ship(db: &impl ConnectionTrait, shop: ShopId) -> Result<i64, DbErr> {
    let waiting = order::Entity::find().filter(order::Column::ShopId.eq(shop));
    let waiting = waiting.filter(order::Column::State.eq(OrderState::ToShip)).count(db).await?;
    Ok(i64::try_from(waiting).unwrap_or(i64::MAX))
}

/// What a shop's orders came to that were paid after `when.start`, until `when.end`.
pub async fn sold(db: &impl ConnectionTrait, shop: ShopId, when: Range<DateTime<Utc>>) -> Result<Sold, DbErr> {
    let currency = Currency::default();
    let sum = Expr::col(order::Column::TotalMinor).sum().cast_as("BIGINT");
    let found = order::Entity::find()
        .select_only()
        .column_as(Expr::col(order::Column::Id).count(), "orders")
        .column_as(sum, "amount")
        .filter(order::Column::ShopId.eq(shop))
        .filter(order::Column::Currency.eq(currency))
        .filter(order::Column::PaidAt.gt(when.start))
        .filter(order::Column::PaidAt.lte(when.end))
        .into_tuple::<(i64, Option<i64>)>()
        .one(db)
        .await?;
    let (orders, amount) = found.unwrap_or_default();
    Ok(Sold { orders, amount: Money::new(amount.unwrap_or_default(), currency) })
}

/// Makes other orders of `buyer` for `product` wait until this transaction ends.
pub async fn guard(db: &impl ConnectionTrait, buyer: BuyerId, product: ProductId) -> Result<(), DbErr> {
    let row = guard::Model { buyer_id: buyer, product_id: product, version: 1 };
    let keys = [guard::Column::BuyerId, guard::Column::ProductId];
    let again = Expr::col((guard::Entity, guard::Column::Version)).add(1);
    let conflict = OnConflict::columns(keys).value(guard::Column::Version, again).to_owned();
    guard::Entity::insert(row.into_active_model()).on_conflict(conflict).exec_without_returning(db).await?;
    Ok(())
}

/// Pieces of `product` that `buyer` ordered since, given up ones not counted.
pub async fn bought(
    db: &impl ConnectionTrait,
    buyer: BuyerId,
    product: ProductId,
    since: DateTime<Utc>,
) -> Result<i64, DbErr> {
    let pieces = Expr::col((line::Entity, line::Column::Quantity)).sum().cast_as(Alias::new("bigint"));
    let join = line::Entity::belongs_to(order::Entity).from(line::Column::OrderId).to(order::Column::Id).into();
    let sum = line::Entity::find()
        .select_only()
        .column_as(pieces, "pieces")
        .join(JoinType::InnerJoin, join)
        .filter(line::Column::ProductId.eq(product))
        .filter(order::Column::BuyerId.eq(buyer))
        .filter(order::Column::PlacedAt.gte(since))
        .filter(order::Column::State.is_not_in([OrderState::Cancelled, OrderState::Refunded, OrderState::Oversold]));
    Ok(sum.into_tuple::<Option<i64>>().one(db).await?.flatten().unwrap_or_default())
}

/// Everything, for the audit.
pub async fn all(db: &impl ConnectionTrait) -> Result<(Vec<order::Model>, Vec<line::Model>), DbErr> {
    Ok((order::Entity::find().all(db).await?, line::Entity::find().all(db).await?))
}

/// The orders of a shop, for questions of other rooms.
fn of_shop(shop: ShopId) -> Select<order::Entity> {
    order::Entity::find().filter(order::Column::ShopId.eq(shop))
}

/// The ids of a shop's orders, to be asked about inside another question.
pub fn ids_of_shop(shop: ShopId) -> SelectStatement {
    of_shop(shop).select_only().column(order::Column::Id).into_query()
}

/// How many orders a shop has in each state.
pub async fn states_of(db: &impl ConnectionTrait, shop: ShopId) -> Result<Vec<(OrderState, i64)>, DbErr> {
    let rows = of_shop(shop).select_only().column(order::Column::State);
    let rows = rows.column_as(order::Column::Id.count(), "number").group_by(order::Column::State);
    rows.into_tuple().all(db).await
}

/// How many orders of a shop were received after `since`, and the latest of those moments.
pub async fn received_since(
    db: &impl ConnectionTrait,
    shop: ShopId,
    since: DateTime<Utc>,
) -> Result<(i64, Option<DateTime<Utc>>), DbErr> {
    let rows = of_shop(shop).select_only().column_as(order::Column::Id.count(), "number");
    let rows = rows.column_as(order::Column::CompletedAt.max(), "latest").filter(order::Column::CompletedAt.gt(since));
    Ok(rows.into_tuple().one(db).await?.unwrap_or_default())
}

/// When the last unpaid order of a shop ends by itself.
pub async fn last_pay_by(db: &impl ConnectionTrait, shop: ShopId) -> Result<Option<DateTime<Utc>>, DbErr> {
    let rows = of_shop(shop).select_only().column_as(order::Column::PayBy.max(), "latest");
    let rows = rows.filter(order::Column::State.eq(OrderState::PendingPayment));
    Ok(rows.into_tuple::<Option<DateTime<Utc>>>().one(db).await?.flatten())
}
