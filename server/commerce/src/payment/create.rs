use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr};
use shared::{
    BuyerId, Currency, DepositId, ErrorCode, IdempotencyKey, Money, OrderId, OrderState, PaymentId, PaymentState,
    dto::PaymentMethod,
};

use super::{
    close,
    entity::{payment, payment_order},
    gateway::Prepay,
    queries,
};
use crate::{Commerce, Error, db::Tx, deposit, order};

/// The provider is asked about an open payment after this, in case its message got lost.
const FIRST_POLL: TimeDelta = TimeDelta::seconds(60);
/// How often a payment that stands in the way is closed before the caller hears of a conflict.
const TRIES: usize = 3;
/// Orders that one payment may pay: as many as a basket may have shops.
const MAX_ORDERS: usize = 50;

/// What a payment is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// Ascending, each once.
    Orders(Vec<OrderId>),
    /// What a shop leaves as security.
    Deposit(DepositId),
}

impl Subject {
    /// What `payment` is for.
    pub async fn of(db: &impl ConnectionTrait, payment: &payment::Model) -> Result<Self, DbErr> {
        match payment.deposit_id {
            Some(deposit) => Ok(Self::Deposit(deposit)),
            None => Ok(Self::Orders(queries::orders_of(db, payment.id).await?)),
        }
    }

    const fn deposit(&self) -> Option<DepositId> {
        match self {
            Self::Deposit(id) => Some(*id),
            Self::Orders(_) => None,
        }
    }
}

/// What is to be paid, fixed before the transaction starts.
#[derive(Clone)]
pub struct Draft {
    pub id: PaymentId,
    pub buyer: BuyerId,
    pub key: IdempotencyKey,
    pub subject: Subject,
    pub method: &'static str,
    pub at: DateTime<Utc>,
}

enum Outcome {
    /// This payment is open for exactly these things.
    Ready(payment::Model),
    /// This one has to be closed first.
    InTheWay(PaymentId),
}

/// Writes the payment down and then tells the provider, see `Payments::create`.
pub async fn create(commerce: &Commerce, draft: Draft, method: PaymentMethod) -> Result<payment::Model, Error> {
    if let Subject::Orders(orders) = &draft.subject
        && !(1..=MAX_ORDERS).contains(&orders.len())
    {
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

/// What has to be paid, as it stands now.
struct Bill {
    /// Whether all of it waits to be paid.
    waits: bool,
    amount: Money,
    pay_by: DateTime<Utc>,
    /// Payments that were started for parts of it.
    started: Vec<PaymentId>,
    /// Amount of each order.
    orders: Vec<(OrderId, i64)>,
}

async fn bill(tx: &Tx, draft: &Draft) -> Result<Bill, Error> {
    match &draft.subject {
        Subject::Orders(ids) => of_orders(tx, draft, ids).await,
        Subject::Deposit(id) => {
            let deposit = deposit::queries::locked(tx, *id).await?.filter(|deposit| deposit.payer == draft.buyer);
            let deposit = deposit.ok_or(ErrorCode::NotFound)?;
            Ok(Bill {
                waits: deposit.waits(draft.at),
                amount: deposit.amount(),
                pay_by: deposit.pay_by,
                started: deposit.payment_id.into_iter().collect(),
                orders: Vec::new(),
            })
        }
    }
}

async fn of_orders(tx: &Tx, draft: &Draft, ids: &[OrderId]) -> Result<Bill, Error> {
    let orders = order::queries::locked(tx, ids.to_vec()).await?;
    if orders.len() != ids.len() || orders.iter().any(|order| order.buyer_id != draft.buyer) {
        return Err(ErrorCode::NotFound.into());
    }
    let waits =
        |order: &order::entity::order::Model| order.state == OrderState::PendingPayment && order.pay_by > draft.at;
    let currency: Currency = orders.first().map(|order| order.currency).unwrap_or_default();
    Ok(Bill {
        waits: orders.iter().all(waits),
        amount: Money::sum(currency, orders.iter().map(|order| order.money(order.total_minor)))?,
        pay_by: orders.iter().map(|order| order.pay_by).min().unwrap_or(draft.at),
        started: orders.iter().filter_map(|order| order.payment_id).collect(),
        orders: orders.iter().map(|order| (order.id, order.total_minor)).collect(),
    })
}

async fn open(tx: &Tx, draft: Draft) -> Result<Outcome, Error> {
    let bill = bill(tx, &draft).await?;
    if !bill.waits {
        return repeated(tx, &draft).await?.ok_or_else(|| ErrorCode::IllegalTransition.into());
    }
    let open = queries::by_ids(tx, bill.started).await?.into_iter().find(payment::Model::is_open);
    if let Some(open) = open {
        // A failed attempt is over for its payer: trying again is a payment of its own.
        let fresh = open.state == PaymentState::Waiting;
        let same = fresh && open.method == draft.method && Subject::of(tx, &open).await? == draft.subject;
        return Ok(if same { Outcome::Ready(open) } else { Outcome::InTheWay(open.id) });
    }
    let payment = payment::Model {
        id: draft.id,
        buyer_id: draft.buyer,
        idempotency_key: draft.key.clone(),
        method: draft.method.to_owned(),
        state: PaymentState::Waiting,
        deposit_id: draft.subject.deposit(),
        amount_minor: bill.amount.minor,
        currency: bill.amount.currency,
        created_at: draft.at,
        pay_by: bill.pay_by,
        code_url: None,
        transaction_id: None,
        paid_at: None,
        due_at: Some(draft.at + FIRST_POLL),
        polls: 0,
    };
    let link = |(order_id, amount_minor)| payment_order::Model { payment_id: draft.id, order_id, amount_minor };
    if !queries::insert(tx, payment.clone(), bill.orders.into_iter().map(link).collect()).await? {
        return repeated(tx, &draft).await?.ok_or_else(|| ErrorCode::KeyReused.into());
    }
    match draft.subject {
        Subject::Orders(orders) => order::queries::set_payment(tx, orders, Some(draft.id)).await?,
        Subject::Deposit(deposit) => deposit::queries::set_payment(tx, deposit, draft.id).await?,
    }
    Ok(Outcome::Ready(payment))
}

/// The payment that this key started, if it was for the same things and by the same method.
async fn repeated(tx: &Tx, draft: &Draft) -> Result<Option<Outcome>, Error> {
    let Some(first) = queries::by_key(tx, draft.buyer, &draft.key).await? else { return Ok(None) };
    let same = first.method == draft.method && Subject::of(tx, &first).await? == draft.subject;
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
