use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use shared::{ErrorCode, OrderEvent, OrderId, OrderState, PaymentId};

use super::{change::transition, entity::order, queries, stock};
use crate::{
    Commerce, Error,
    db::Tx,
    outbox,
    payment::{self, Closing},
};

/// Who gives an unpaid order up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EndedBy {
    Buyer,
    Timeout,
    /// As if its time had passed, for the sandbox.
    EarlyTimeout,
}

impl EndedBy {
    const fn name(self) -> &'static str {
        match self {
            Self::Buyer => "buyer",
            Self::Timeout | Self::EarlyTimeout => "timeout",
        }
    }

    const fn event(self) -> OrderEvent {
        match self {
            Self::Buyer => OrderEvent::Cancel,
            Self::Timeout | Self::EarlyTimeout => OrderEvent::Expire,
        }
    }
}

/// Ends an unpaid order: closes its payment at the provider first, so that nobody can pay it any more,
/// and then frees its stock in a transaction that looks again. `IllegalTransition` if it is not
/// waiting for payment (any more: the provider may say that it was paid), `Conflict` if it changed
/// meanwhile, `Unavailable` if the provider does not answer.
pub(crate) async fn end_unpaid(commerce: &Commerce, id: OrderId, by: EndedBy) -> Result<(), Error> {
    let order = queries::by_id(commerce.db().read(), id).await?.ok_or(ErrorCode::NotFound)?;
    order.state.transition(by.event())?;
    let closed = order.payment_id;
    if let Some(payment) = closed
        && payment::close(commerce, payment).await? == Closing::Paid
    {
        return Err(ErrorCode::IllegalTransition.into());
    }
    let at = commerce.clock().now();
    commerce.db().write(move |tx| Box::pin(end(tx, id, by, closed, at))).await
}

async fn end(tx: &Tx, id: OrderId, by: EndedBy, closed: Option<PaymentId>, at: DateTime<Utc>) -> Result<(), Error> {
    let order = queries::locked(tx, vec![id]).await?.pop().ok_or(ErrorCode::NotFound)?;
    let early = by == EndedBy::Timeout && order.pay_by > at && order.state == OrderState::PendingPayment;
    if order.payment_id != closed || early {
        return Err(ErrorCode::Conflict.into());
    }
    let change = order::ActiveModel {
        ended_at: Set(Some(at)),
        ended_by: Set(Some(by.name().to_owned())),
        due_at: Set(None),
        ..Default::default()
    };
    let news = transition(tx, &order, by.event(), "order.cancelled", change).await?;
    let lines = queries::lines(tx, vec![id]).await?;
    stock::release(tx, &stock::pieces(&lines), at).await?;
    Ok(outbox::record(tx, [news], at).await?)
}
