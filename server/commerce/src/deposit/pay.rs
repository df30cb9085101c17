//! A deposit is paid, or is not.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ActiveValue::Set, DbErr};
use shared::{DepositEvent, DepositId, DepositKind, ErrorCode, MessageId, PaymentId};

use super::{
    Deposit,
    entity::deposit,
    queries,
    standing::{Weighing, required, weigh},
};
use crate::{
    Commerce, Error, catalog, closing,
    db::Tx,
    ledger, onboarding,
    order::Paid,
    payment::{self, Closing},
};

/// When to try again what failed.
const AGAIN: TimeDelta = TimeDelta::seconds(30);

/// Marks a deposit paid by `payment`: it opens the showcase that waited for it, or brings back what a shortfall took
/// off. In vain if it is not due any more, or the shop has closed.
pub(crate) async fn pay(
    commerce: &Commerce,
    tx: &Tx,
    id: DepositId,
    payment: PaymentId,
    at: DateTime<Utc>,
) -> Result<Paid, Error> {
    let Some(row) = queries::by_id(tx, id).await? else { return Ok(Paid::InVain) };
    // Before the deposit itself, in the order of whoever gives deposits back.
    catalog::hold_shop(tx, row.shop_id).await?;
    let Some(row) = queries::locked(tx, id).await? else { return Ok(Paid::InVain) };
    let Ok(state) = row.state.transition(DepositEvent::Pay) else { return Ok(Paid::InVain) };
    let waits = match row.kind {
        DepositKind::Opening => onboarding::paid(commerce, tx, row.application_id, at).await?,
        DepositKind::TopUp => !closing::is_over(tx, row.shop_id).await?,
    };
    if !waits {
        return Ok(Paid::InVain);
    }
    let change = deposit::ActiveModel {
        state: Set(state),
        payment_id: Set(Some(payment)),
        paid_at: Set(Some(at)),
        due_of: Set(None),
        due_at: Set(None),
        ..Default::default()
    };
    queries::update(tx, id, row.state, change).await?;
    let mut posting = ledger::Posting::new(at);
    posting.deposit_received(id, row.shop_id, row.amount_minor, row.currency);
    posting.write(tx).await?;
    let required = required(commerce, tx, row.shop_id).await?;
    let letter = MessageId(commerce.clock().new_id());
    weigh(tx, Weighing { shop: row.shop_id, required, letter, at }).await?;
    Ok(Paid::Now)
}

/// Gives up a deposit that nobody paid in time.
pub(crate) async fn lapse(tx: &Tx, row: &Deposit) -> Result<(), Error> {
    let state = row.state.transition(DepositEvent::Expire)?;
    let change = deposit::ActiveModel { state: Set(state), due_of: Set(None), due_at: Set(None), ..Default::default() };
    queries::update(tx, row.id, row.state, change).await?;
    Ok(())
}

/// Top-ups whose time is over.
pub(crate) async fn late(commerce: &Commerce, limit: u64) -> Result<Vec<DepositId>, DbErr> {
    queries::late(commerce.db().read(), commerce.clock().now(), limit).await
}

/// Ends a top-up that was not paid in time; looks again a little later if the provider does not answer.
pub(crate) async fn expire_due(commerce: &Commerce, id: DepositId) -> Result<(), Error> {
    let Err(error) = expire(commerce, id, false).await else { return Ok(()) };
    let later = commerce.clock().now() + AGAIN;
    let postponed = commerce.db().write::<_, Error, _>(move |tx| {
        Box::pin(async move {
            if let Some(row) = queries::locked(tx, id).await?.filter(|row| row.due_at.is_some()) {
                let change = deposit::ActiveModel { due_at: Set(Some(later)), ..Default::default() };
                queries::update(tx, id, row.state, change).await?;
            }
            Ok(())
        })
    });
    postponed.await?;
    Err(error)
}

/// Ends a top-up, `early` or when its time is over: closes its payment at the provider first, so that nobody can pay
/// it any more. `IllegalTransition` if it was paid after all, `Conflict` if it is not late or somebody started
/// another payment meanwhile, `Unavailable`.
pub(crate) async fn expire(commerce: &Commerce, id: DepositId, early: bool) -> Result<(), Error> {
    let row = queries::by_id(commerce.db().read(), id).await?.ok_or(ErrorCode::NotFound)?;
    let open = row.payment_id;
    if let Some(open) = open
        && payment::close(commerce, open).await? == Closing::Paid
    {
        return Err(ErrorCode::IllegalTransition.into());
    }
    let at = commerce.clock().now();
    commerce.db().write(move |tx| Box::pin(ended(tx, id, open, early, at))).await
}

async fn ended(tx: &Tx, id: DepositId, closed: Option<PaymentId>, early: bool, at: DateTime<Utc>) -> Result<(), Error> {
    let row = queries::locked(tx, id).await?.ok_or(ErrorCode::NotFound)?;
    row.state.transition(DepositEvent::Expire)?;
    if row.payment_id != closed || (!early && row.pay_by > at) {
        return Err(ErrorCode::Conflict.into());
    }
    lapse(tx, &row).await
}
