//! What the provider says about a payment becomes true here, in one transaction.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use shared::{PaymentEvent, PaymentId, PaymentState, RefundId};

use super::{
    close::closed,
    entity::{notification, payment},
    gateway::{Notice, NoticeContent, Trade, TradeState},
    queries, refund,
};
use crate::{
    Commerce, Error,
    db::Tx,
    deposit, ledger,
    order::{self, Paid},
};

/// What a message of the provider led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noticed {
    /// It changed something.
    Applied,
    /// It was known already.
    Repeated,
    /// The money came for orders or a deposit that are closed or paid already: it goes back.
    InVain,
    /// Another amount than asked for: nothing is paid, a person has to look.
    WrongAmount,
    /// Nothing of ours.
    Unknown,
}

impl Noticed {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Repeated => "repeated",
            Self::InVain => "in_vain",
            Self::WrongAmount => "wrong_amount",
            Self::Unknown => "unknown",
        }
    }
}

/// Applies a message once, whoever else applies it at the same time.
pub async fn notice(commerce: &Commerce, tx: &Tx, notice: Notice) -> Result<Noticed, Error> {
    let at = commerce.clock().now();
    let (kind, payment_id, amount) = match &notice.content {
        NoticeContent::Trade(trade) => ("trade", Some(trade.payment), trade.amount),
        NoticeContent::Refund(..) => ("refund", None, None),
    };
    let row = notification::Model {
        id: notice.id.clone(),
        kind: kind.to_owned(),
        payment_id,
        amount_minor: amount.map(|amount| amount.minor).unwrap_or_default(),
        outcome: Noticed::Applied.name().to_owned(),
        at,
    };
    if !queries::insert_notification(tx, row).await? {
        return Ok(Noticed::Repeated);
    }
    let noticed = match notice.content {
        NoticeContent::Trade(trade) => settle(commerce, tx, trade, at).await?,
        NoticeContent::Refund(id, answer) => refund::apply(tx, id, answer, at).await?,
    };
    if noticed != Noticed::Applied {
        queries::set_outcome(tx, &notice.id, noticed.name()).await?;
    }
    Ok(noticed)
}

/// Applies how a trade stands. A wrong amount that a poll found is recorded like a message.
pub async fn polled(commerce: &Commerce, tx: &Tx, trade: Trade) -> Result<Noticed, Error> {
    let at = commerce.clock().now();
    let (id, amount) = (trade.payment, trade.amount);
    let noticed = settle(commerce, tx, trade, at).await?;
    if noticed == Noticed::WrongAmount {
        let row = notification::Model {
            id: format!("query:{id}"),
            kind: "trade".to_owned(),
            payment_id: Some(id),
            amount_minor: amount.map(|amount| amount.minor).unwrap_or_default(),
            outcome: noticed.name().to_owned(),
            at,
        };
        queries::insert_notification(tx, row).await?;
    }
    Ok(noticed)
}

async fn settle(commerce: &Commerce, tx: &Tx, trade: Trade, at: DateTime<Utc>) -> Result<Noticed, Error> {
    let Some(payment) = queries::locked(tx, trade.payment).await? else { return Ok(Noticed::Unknown) };
    match trade.state {
        TradeState::Succeeded => succeeded(commerce, tx, payment, trade, at).await,
        TradeState::Failed if payment.state == PaymentState::Waiting => {
            set(tx, &payment, PaymentEvent::Fail, payment::ActiveModel::default()).await?;
            Ok(Noticed::Applied)
        }
        TradeState::Closed if payment.is_open() => {
            closed(tx, payment.id).await?;
            Ok(Noticed::Applied)
        }
        _ => Ok(Noticed::Repeated),
    }
}

async fn succeeded(
    commerce: &Commerce,
    tx: &Tx,
    payment: payment::Model,
    trade: Trade,
    at: DateTime<Utc>,
) -> Result<Noticed, Error> {
    if trade.amount != Some(payment.amount()) {
        tracing::error!(payment = %payment.id, "paid with another amount than asked for");
        return Ok(Noticed::WrongAmount);
    }
    let paid = match payment.state {
        PaymentState::Waiting | PaymentState::Failed => match payment.deposit_id {
            Some(deposit) => deposit::pay(commerce, tx, deposit, payment.id, at).await?,
            None => {
                let orders = queries::orders_of(tx, payment.id).await?;
                order::pay(tx, commerce.config(), orders, payment.id, at).await?
            }
        },
        PaymentState::Closed => Paid::InVain,
        PaymentState::Succeeded | PaymentState::Refunding | PaymentState::Refunded => return Ok(Noticed::Repeated),
    };
    let change = payment::ActiveModel {
        transaction_id: Set(trade.transaction_id),
        paid_at: Set(Some(at)),
        due_at: Set(None),
        ..Default::default()
    };
    match paid {
        Paid::Now => {
            set(tx, &payment, PaymentEvent::Succeed, change).await?;
            Ok(Noticed::Applied)
        }
        Paid::InVain => {
            set(tx, &payment, PaymentEvent::SucceedInVain, change).await?;
            give_back(commerce, tx, &payment, at).await?;
            Ok(Noticed::InVain)
        }
    }
}

/// The money is here and nothing waits for it: it is owed back at once.
async fn give_back(commerce: &Commerce, tx: &Tx, payment: &payment::Model, at: DateTime<Utc>) -> Result<(), Error> {
    let mut posting = ledger::Posting::new(at);
    posting.received_in_vain(payment.id, payment.amount_minor, payment.currency);
    posting.write(tx).await?;
    let id = RefundId(commerce.clock().new_id());
    refund::insert(tx, id, payment.id, refund::For::InVain, payment.amount(), at).await
}

async fn set(
    tx: &Tx,
    payment: &payment::Model,
    event: PaymentEvent,
    change: payment::ActiveModel,
) -> Result<(), Error> {
    let state = payment.state.transition(event)?;
    queries::update(tx, payment.id, payment.state, payment::ActiveModel { state: Set(state), ..change }).await?;
    Ok(())
}

/// The money of a payment in vain is back with its buyer.
pub async fn given_back(tx: &Tx, id: PaymentId) -> Result<(), Error> {
    let Some(payment) = queries::locked(tx, id).await? else { return Ok(()) };
    if payment.state == PaymentState::Refunding {
        set(tx, &payment, PaymentEvent::ConfirmRefund, payment::ActiveModel::default()).await?;
    }
    Ok(())
}
