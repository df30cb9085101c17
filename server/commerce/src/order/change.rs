//! The moves of an order that other rooms cause, inside their transaction.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ActiveValue::Set, ConnectionTrait};
use serde::Serialize;
use shared::{BuyerId, CreatorId, ErrorCode, OrderEvent, OrderId, OrderState, PaymentId, ShopId};

use super::{
    entity::{line, order},
    queries, stock,
};
use crate::{
    Config, Error, ledger,
    outbox::{self, News},
};

/// What subscribers learn of an order.
#[derive(Debug, Serialize)]
pub struct OrderNews {
    pub order_id: OrderId,
    pub buyer_id: BuyerId,
    pub shop_id: ShopId,
    pub state: OrderState,
}

impl OrderNews {
    pub const fn of(order: &order::Model, state: OrderState, seq: i64, kind: &'static str) -> News<'static, Self> {
        let &order::Model { id, buyer_id, shop_id, .. } = order;
        News { aggregate: id.0, seq, kind, payload: Self { order_id: id, buyer_id, shop_id, state } }
    }
}

/// Moves `order` by `event`, sets what `change` says and returns the news of it. `IllegalTransition`;
/// `Conflict` if somebody else moved it meanwhile.
pub async fn transition(
    db: &impl ConnectionTrait,
    order: &order::Model,
    event: OrderEvent,
    kind: &'static str,
    change: order::ActiveModel,
) -> Result<News<'static, OrderNews>, Error> {
    let state = order.state.transition(event)?;
    let seq = order.version + 1;
    let change = order::ActiveModel { state: Set(state), version: Set(seq), ..change };
    if !queries::update(db, order.id, order.version, change).await? {
        return Err(ErrorCode::Conflict.into());
    }
    Ok(OrderNews::of(order, state, seq, kind))
}

/// How the payment of several orders ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Paid {
    /// All of them are paid now.
    Now,
    /// At least one did not wait for payment any more: nothing was changed.
    InVain,
}

/// Marks `ids` paid by `payment`: stock sold, ledger posted, deadlines set. All or nothing.
pub(crate) async fn pay(
    db: &impl ConnectionTrait,
    config: &Config,
    ids: Vec<OrderId>,
    payment: PaymentId,
    at: DateTime<Utc>,
) -> Result<Paid, Error> {
    let orders = queries::locked(db, ids.clone()).await?;
    if orders.len() != ids.len() || orders.iter().any(|order| order.state != OrderState::PendingPayment) {
        return Ok(Paid::InVain);
    }
    let lines = queries::lines(db, ids).await?;
    let mut posting = ledger::Posting::new(at);
    let mut news = Vec::with_capacity(orders.len());
    for order in &orders {
        let change = order::ActiveModel {
            payment_id: Set(Some(payment)),
            paid_at: Set(Some(at)),
            ship_by: Set(Some(at + TimeDelta::hours(order.ship_within_hours.into()))),
            due_at: Set(config.ship_after.map(|after| at + after)),
            ..Default::default()
        };
        news.push(transition(db, order, OrderEvent::Pay, "order.paid", change).await?);
        posting.paid(&money(order, lines.iter().filter(|line| line.order_id == order.id)));
    }
    stock::sell(db, &stock::pieces(&lines)).await?;
    posting.write(db).await?;
    outbox::record(db, news, at).await?;
    Ok(Paid::Now)
}

/// What an order moves in the ledger.
fn money<'a>(order: &order::Model, lines: impl IntoIterator<Item = &'a line::Model>) -> ledger::OrderMoney {
    let mut fee = 0;
    let mut commissions = BTreeMap::<CreatorId, i64>::new();
    for line in lines {
        fee += line.fee_minor;
        if let Some(creator) = line.source.creator.filter(|_| line.commission_minor != 0) {
            *commissions.entry(creator).or_default() += line.commission_minor;
        }
    }
    let &order::Model { id, shop_id, currency, total_minor, .. } = order;
    let commissions = commissions.into_iter().collect();
    ledger::OrderMoney { order: id, shop: shop_id, currency, total: total_minor, fee, commissions }
}

/// Marks pieces of a locked order as handed over, all lines given by their new `shipped`.
pub(crate) async fn ship(
    db: &impl ConnectionTrait,
    order: &order::Model,
    lines: &[line::Model],
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let all = lines.iter().all(|line| line.shipped == line.quantity.get());
    let event = if all { OrderEvent::ShipRest } else { OrderEvent::ShipPart };
    let mut change = order::ActiveModel { due_at: Set(None), ..Default::default() };
    if all {
        let confirm_by = at + TimeDelta::days(order.confirm_days.into());
        change.shipped_at = Set(Some(at));
        change.confirm_by = Set(Some(confirm_by));
        change.due_at = Set(Some(confirm_by));
    }
    let news = transition(db, order, event, "order.shipped", change).await?;
    for line in lines {
        queries::set_shipped(db, line.id, line.shipped).await?;
    }
    Ok(outbox::record(db, [news], at).await?)
}

/// Completes an order by `event` (`Confirm` or `ConfirmByTime`).
pub(crate) async fn complete(
    db: &impl ConnectionTrait,
    order: &order::Model,
    event: OrderEvent,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let change = order::ActiveModel { completed_at: Set(Some(at)), due_at: Set(None), ..Default::default() };
    let news = transition(db, order, event, "order.completed", change).await?;
    Ok(outbox::record(db, [news], at).await?)
}

/// What is owed to a buyer for a refunded order.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RefundOf {
    pub order: OrderId,
    pub payment: PaymentId,
    pub minor: i64,
    pub currency: shared::Currency,
}

/// Ends a paid order of which nothing was shipped: its pieces are for sale again and its money is
/// owed to the buyer. `event` is `RefundAll` or `Oversell`.
pub(crate) async fn refund(
    db: &impl ConnectionTrait,
    order: &order::Model,
    event: OrderEvent,
    at: DateTime<Utc>,
) -> Result<RefundOf, Error> {
    let payment = order.payment_id.filter(|_| order.state == OrderState::ToShip).ok_or(ErrorCode::IllegalTransition)?;
    let lines = queries::lines(db, vec![order.id]).await?;
    let change = order::ActiveModel { ended_at: Set(Some(at)), due_at: Set(None), ..Default::default() };
    let news = transition(db, order, event, "order.refunded", change).await?;
    stock::restock(db, &stock::pieces(&lines), at).await?;
    let mut posting = ledger::Posting::new(at);
    posting.order_refund(&money(order, &lines));
    posting.write(db).await?;
    outbox::record(db, [news], at).await?;
    Ok(RefundOf { order: order.id, payment, minor: order.total_minor, currency: order.currency })
}
