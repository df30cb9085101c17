//! A deposit goes back to whoever paid it.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use shared::{DepositEvent, DepositId, DepositState, ErrorCode, ShopId};

use super::{entity::deposit, queries};
use crate::{Error, db::Tx, ledger, payment};

/// Starts returning everything that is held for a shop, inside the transaction that closes it: each deposit by a
/// refund of its own, whose number is the deposit's, so that there can be no second one.
pub(crate) async fn give_back(tx: &Tx, shop: ShopId, at: DateTime<Utc>) -> Result<(), Error> {
    let mut posting = ledger::Posting::new(at);
    for row in queries::of_shop(tx, shop, DepositState::Paid).await? {
        let state = row.state.transition(DepositEvent::GiveBack)?;
        let change = deposit::ActiveModel { state: Set(state), ..Default::default() };
        if !queries::update(tx, row.id, row.state, change).await? {
            return Err(ErrorCode::Conflict.into());
        }
        posting.deposit_returning(row.id, shop, row.amount_minor, row.currency);
        let paid_by = row.payment_id.ok_or(ErrorCode::Internal)?;
        payment::owe_deposit(tx, row.id, paid_by, row.amount(), at).await?;
    }
    Ok(posting.write(tx).await?)
}

/// The provider has returned it.
pub(crate) async fn returned(tx: &Tx, id: DepositId) -> Result<(), Error> {
    let row = queries::locked(tx, id).await?.ok_or(ErrorCode::NotFound)?;
    let state = row.state.transition(DepositEvent::ConfirmRefund)?;
    let change = deposit::ActiveModel { state: Set(state), ..Default::default() };
    queries::update(tx, id, row.state, change).await?;
    Ok(())
}
