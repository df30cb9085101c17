use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::ActiveValue::Set;
use shared::{
    BuyerId, ErrorCode, IdempotencyKey, Money, OrderId, OrderState, PaymentId, PaymentState, dto::PaymentMethod,
};

use super::{
    close,
    entity::{payment, payment_order},
    gateway::Prepay,
    queries,
};
use crate::{Commerce, Error, db::Tx, order};

/// The provider is asked about an open payment after this, in case its message got lost.
const FIRST_POLL: TimeDelta = TimeDelta::seconds(60);
/// How often a payment that stands in the way is closed before the caller hears of a conflict.
const TRIES: usize = 3;
/// Orders that one payment may pay: as many as a basket may have shops.
const MAX_ORDERS: usize = 50;

/// What is to be paid, fixed before the transaction starts.
#[derive(Clone)]
pub struct Draft {
    pub id: PaymentId,
    pub buyer: BuyerId,
    pub key: IdempotencyKey,
    /// Ascending, each once.
    pub orders: Vec<OrderId>,
    pub method: &'static str,
    pub at: DateTime<Utc>,
}

enum Outcome {
    /// This payment is open for exactly these orders.
    Ready(payment::Model),
    /// This one has to be closed first.
    InTheWay(PaymentId),
}

/// Writes the payment down and then tells the provider, see `Payments::create`.
pub async fn create(commerce: &Commerce, draft: Draft, method: PaymentMethod) -> Result<payment::Model, Error> {
    if !(1..=MAX_ORDERS).contains(&draft.orders.len()) {
        return Err(Error::Invalid(vec!["orders"]));
    }
    for _ in 0..TRIES {
        let again = draft.clone();
        let outcome = commerce.db().write(move |tx| Box::pin(open(tx, again.clone())));
        match outcome.await? {
            Outcome::Ready(payment) if payment.is_open() && payment.code_url.is_none() => {
                return announce(commerce, payment, method).await;
            }
            Outcome::Ready(payment) => return Ok(payment),
            Outcome::InTheWay(other) => {
                if close(commerce, other).await? == super::Closing::Paid {
                    return Err(ErrorCode::IllegalTransition.into());
                }
            }
        }
    }
    Err(ErrorCode::Conflict.into())
}

async fn open(tx: &Tx, draft: Draft) -> Result<Outcome, Error> {
    let orders = order::queries::locked(tx, draft.orders.clone()).await?;
    if orders.len() != draft.orders.len() || orders.iter().any(|order| order.buyer_id != draft.buyer) {
        return Err(ErrorCode::NotFound.into());
    }
    let waits =
        |order: &order::entity::order::Model| order.state == OrderState::PendingPayment && order.pay_by > draft.at;
    let payable = orders.iter().all(waits);
    if !payable {
        return repeated(tx, &draft).await?.ok_or_else(|| ErrorCode::IllegalTransition.into());
    }
    let named = orders.iter().filter_map(|order| order.payment_id).collect();
    let open = queries::by_ids(tx, named).await?.into_iter().find(payment::Model::is_open);
    if let Some(open) = open {
        // A failed attempt is over for its payer: trying again is a payment of its own.
        let fresh = open.state == PaymentState::Waiting;
        let same = fresh && open.method == draft.method && queries::orders_of(tx, open.id).await? == draft.orders;
        return Ok(if same { Outcome::Ready(open) } else { Outcome::InTheWay(open.id) });
    }
    let currency = orders.first().map(|order| order.currency).unwrap_or_default();
    let amount = Money::sum(currency, orders.iter().map(|order| order.money(order.total_minor)))?;
    let payment = payment::Model {
        id: draft.id,
        buyer_id: draft.buyer,
        idempotency_key: draft.key.clone(),
        method: draft.method.to_owned(),
        state: PaymentState::Waiting,
        amount_minor: amount.minor,
        currency,
        created_at: draft.at,
        pay_by: orders.iter().map(|order| order.pay_by).min().unwrap_or(draft.at),
        code_url: None,
        transaction_id: None,
        paid_at: None,
        due_at: Some(draft.at + FIRST_POLL),
        polls: 0,
    };
    let links = orders.iter().map(|order| payment_order::Model {
        payment_id: draft.id,
        order_id: order.id,
        amount_minor: order.total_minor,
    });
    if !queries::insert(tx, payment.clone(), links.collect()).await? {
        return repeated(tx, &draft).await?.ok_or_else(|| ErrorCode::KeyReused.into());
    }
    order::queries::set_payment(tx, draft.orders, Some(draft.id)).await?;
    Ok(Outcome::Ready(payment))
}

/// The payment that this key started, if it was for the same orders and method.
async fn repeated(tx: &Tx, draft: &Draft) -> Result<Option<Outcome>, Error> {
    let Some(first) = queries::by_key(tx, draft.buyer, &draft.key).await? else { return Ok(None) };
    let same = first.method == draft.method && queries::orders_of(tx, first.id).await? == draft.orders;
    if same { Ok(Some(Outcome::Ready(first))) } else { Err(ErrorCode::KeyReused.into()) }
}

/// Tells the provider; the same again does no harm, so a crash before the answer is kept costs nothing.
async fn announce(
    commerce: &Commerce,
    payment: payment::Model,
    method: PaymentMethod,
) -> Result<payment::Model, Error> {
    let prepay = Prepay {
        payment: payment.id,
        method,
        amount: payment.amount(),
        description: "Vitrine".to_owned(),
        pay_by: payment.pay_by,
        notify_url: format!("{}/api/v1/payments/notify", commerce.config().base_url),
    };
    let code_url = commerce.0.gateway.create(&prepay).await?.code_url;
    let (id, state) = (payment.id, payment.state);
    let kept = code_url.clone();
    commerce
        .db()
        .write(move |tx| {
            let change = payment::ActiveModel { code_url: Set(Some(kept.clone())), ..Default::default() };
            Box::pin(async move { Ok::<_, Error>(queries::update(tx, id, state, change).await?) })
        })
        .await?;
    Ok(payment::Model { code_url: Some(code_url), ..payment })
}
