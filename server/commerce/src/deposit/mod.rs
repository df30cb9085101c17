//! What shops leave as security (保证金): asked for when an application is approved, paid through the
//! gateway, held in the ledger's account `deposit` of the shop. Owns `deposit`.
//!
//! Invariant: what is `paid` here is what the ledger holds, deposit by deposit.

mod entity;
pub(crate) mod queries;

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use shared::{DepositEvent, DepositId, DepositState, PaymentId, dto::DepositView};

pub(crate) use entity::Model as Deposit;

use crate::{Commerce, Error, clock::rfc3339, db::Tx, ledger, onboarding, order::Paid};

/// Marks a deposit paid by `payment` and opens the showcase that waited for it; in vain if it is not due any more.
pub(crate) async fn pay(
    commerce: &Commerce,
    tx: &Tx,
    id: DepositId,
    payment: PaymentId,
    at: DateTime<Utc>,
) -> Result<Paid, Error> {
    let Some(deposit) = queries::locked(tx, id).await? else { return Ok(Paid::InVain) };
    let Ok(state) = deposit.state.transition(DepositEvent::Pay) else { return Ok(Paid::InVain) };
    if !onboarding::paid(commerce, tx, deposit.application_id, at).await? {
        return Ok(Paid::InVain);
    }
    let change = entity::ActiveModel {
        state: Set(state),
        payment_id: Set(Some(payment)),
        paid_at: Set(Some(at)),
        ..Default::default()
    };
    queries::update(tx, id, deposit.state, change).await?;
    let mut posting = ledger::Posting::new(at);
    posting.deposit_received(id, deposit.shop_id, deposit.amount_minor, deposit.currency);
    posting.write(tx).await?;
    Ok(Paid::Now)
}

/// Gives up a deposit that nobody paid in time.
pub(crate) async fn lapse(tx: &Tx, deposit: &Deposit) -> Result<(), Error> {
    let state = deposit.state.transition(DepositEvent::Expire)?;
    let change = entity::ActiveModel { state: Set(state), ..Default::default() };
    queries::update(tx, deposit.id, deposit.state, change).await?;
    Ok(())
}

impl Deposit {
    /// Whether it can still be paid at `at`.
    pub fn waits(&self, at: DateTime<Utc>) -> bool {
        self.state == DepositState::Due && self.pay_by > at
    }

    /// For its payer.
    pub fn view(&self) -> DepositView {
        DepositView {
            id: self.id,
            amount: self.amount(),
            pay_by: rfc3339(self.pay_by),
            paid_at: self.paid_at.map(rfc3339),
        }
    }
}
