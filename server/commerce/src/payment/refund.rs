//! Money on its way back: decided in a transaction, sent and asked after by the timer.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::ActiveValue::Set;
use shared::{DepositId, ErrorCode, Money, OrderId, PaymentId, RefundEvent, RefundId, RefundState};

use super::{
    Noticed,
    entity::refund,
    gateway::{RefundAnswer, Repay},
    queries, settle,
};
use crate::{Commerce, Error, db::Tx, deposit, ledger, order::RefundOf};

/// Writes down that the money of an order goes back.
pub(crate) async fn owe(tx: &Tx, id: RefundId, of: RefundOf, at: DateTime<Utc>) -> Result<(), Error> {
    insert(tx, id, of.payment, For::Order(of.order), Money::new(of.minor, of.currency), at).await
}

/// Writes down that a deposit goes back. The refund has the deposit's own number: a second one breaks the primary key.
pub(crate) async fn owe_deposit(
    tx: &Tx,
    id: DepositId,
    payment: PaymentId,
    amount: Money,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    insert(tx, RefundId(id.0), payment, For::Deposit(id), amount, at).await
}

/// What money goes back for.
#[derive(Debug, Clone, Copy)]
pub enum For {
    Order(OrderId),
    Deposit(DepositId),
    /// It came when nothing waited for it any more.
    InVain,
}

pub async fn insert(
    tx: &Tx,
    id: RefundId,
    payment: PaymentId,
    why: For,
    amount: Money,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let (order_id, deposit_id, reason) = match why {
        For::Order(order) => (Some(order), None, "order"),
        For::Deposit(deposit) => (None, Some(deposit), "deposit"),
        For::InVain => (None, None, "in_vain"),
    };
    let row = refund::Model {
        id,
        payment_id: payment,
        order_id,
        deposit_id,
        reason: reason.to_owned(),
        state: RefundState::Requested,
        amount_minor: amount.minor,
        currency: amount.currency,
        created_at: at,
        due_at: Some(at),
        ended_at: None,
        polls: 0,
    };
    Ok(queries::insert_refund(tx, row).await?)
}

/// Tells the provider to send the money, or asks whether it did, and applies the answer.
pub(crate) async fn send(commerce: &Commerce, id: RefundId) -> Result<(), Error> {
    let db = commerce.db();
    let refund = queries::refund(db.read(), id).await?.ok_or(ErrorCode::NotFound)?;
    let payment = queries::by_id(db.read(), refund.payment_id).await?.ok_or(ErrorCode::NotFound)?;
    let at = commerce.clock().now();
    let gateway = &commerce.0.gateway;
    let request = Repay {
        refund: id,
        payment: payment.id,
        amount: refund.amount(),
        total: payment.amount(),
        reason: refund.reason.clone(),
    };
    let answer = match refund.state {
        RefundState::Requested => gateway.refund(&request).await.map(Some),
        RefundState::Processing => gateway.query_refund(id).await,
        RefundState::Succeeded | RefundState::Abnormal => return Ok(()),
    };
    let answer = answer.unwrap_or_else(|error| {
        tracing::warn!(refund = %id, error = &error as &dyn std::error::Error, "a refund has to wait");
        None
    });
    let next = at + super::service::backoff(refund.polls);
    db.write(move |tx| {
        let state = refund.state;
        let change =
            refund::ActiveModel { due_at: Set(Some(next)), polls: Set(refund.polls + 1), ..Default::default() };
        Box::pin(async move {
            queries::update_refund(tx, id, state, change).await?;
            if let Some(answer) = answer {
                apply(tx, id, answer, at).await?;
            }
            Ok(())
        })
    })
    .await
}

/// Applies how a refund stands at the provider, once.
pub async fn apply(tx: &Tx, id: RefundId, answer: RefundAnswer, at: DateTime<Utc>) -> Result<Noticed, Error> {
    let Some(refund) = queries::refund(tx, id).await? else { return Ok(Noticed::Unknown) };
    let event = match answer {
        RefundAnswer::Processing => RefundEvent::Accept,
        RefundAnswer::Succeeded => RefundEvent::Succeed,
        RefundAnswer::Abnormal => RefundEvent::Break,
    };
    // What does not apply is old news: an acceptance after the success, a second success.
    let Ok(state) = refund.state.transition(event) else { return Ok(Noticed::Repeated) };
    let mut change = refund::ActiveModel { state: Set(state), ..Default::default() };
    match answer {
        RefundAnswer::Processing => change.due_at = Set(Some(at + TimeDelta::seconds(60))),
        RefundAnswer::Succeeded | RefundAnswer::Abnormal => {
            change.due_at = Set(None);
            change.ended_at = Set(Some(at));
        }
    }
    if !queries::update_refund(tx, id, refund.state, change).await? {
        return Ok(Noticed::Repeated);
    }
    if answer == RefundAnswer::Succeeded {
        let mut posting = ledger::Posting::new(at);
        posting.refund_paid(id, refund.amount_minor, refund.currency);
        posting.write(tx).await?;
        match (refund.order_id, refund.deposit_id) {
            (None, None) => settle::given_back(tx, refund.payment_id).await?,
            (_, Some(deposit)) => deposit::returned(tx, deposit).await?,
            (Some(_), None) => {}
        }
    }
    Ok(Noticed::Applied)
}
