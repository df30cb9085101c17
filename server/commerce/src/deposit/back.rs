//! A deposit goes back to whoever paid it.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use shared::{DepositEvent, DepositId, DepositState, ErrorCode, ShopId};

use super::{Deposit, entity::deposit, queries};
use crate::{Error, db::Tx, ledger, payment};

/// Starts returning everything that is held for a shop, inside the transaction that closes it: each deposit by a
/// refund of its own, whose number is the deposit's, so that there can be no second one.
pub(crate) async fn give_back(tx: &Tx, shop: ShopId, at: DateTime<Utc>) -> Result<(), Error> {
    let mut posting = ledger::Posting::new(at);
    for row in queries::of_shop(tx, shop, DepositState::Paid).await? {
        goes(tx, &row, &mut posting, at).await?;
    }
    Ok(posting.write(tx).await?)
}

/// Starts returning what is held for a shop beyond `required`, the same way, the latest deposit first: how much, minor
/// units. Where a deposit is more than what is left to return, a part of it becomes one of its own, called `part`.
pub(super) async fn give_surplus(
    tx: &Tx,
    shop: ShopId,
    required: i64,
    part: DepositId,
    at: DateTime<Utc>,
) -> Result<i64, Error> {
    let mut rows = queries::of_shop(tx, shop, DepositState::Paid).await?;
    let held: i64 = rows.iter().map(|row| row.amount_minor).sum();
    let surplus = held.saturating_sub(required).max(0);
    let (mut left, mut posting) = (surplus, ledger::Posting::new(at));
    while let Some(row) = rows.pop().filter(|_| left > 0) {
        let row = if row.amount_minor > left { split(tx, row, left, part, at).await? } else { row };
        left -= row.amount_minor;
        goes(tx, &row, &mut posting, at).await?;
    }
    posting.write(tx).await?;
    Ok(surplus)
}

/// Makes a part of a deposit one of its own.
async fn split(tx: &Tx, row: Deposit, minor: i64, part: DepositId, at: DateTime<Utc>) -> Result<Deposit, Error> {
    let change = deposit::ActiveModel { amount_minor: Set(row.amount_minor - minor), ..Default::default() };
    if !queries::update(tx, row.id, row.state, change).await? {
        return Err(ErrorCode::Conflict.into());
    }
    let split_of = row.split_of.or(Some(row.id));
    let own = Deposit { id: part, amount_minor: minor, created_at: at, split_of, ..row };
    queries::insert(tx, own.clone()).await?;
    Ok(own)
}

async fn goes(tx: &Tx, row: &Deposit, posting: &mut ledger::Posting, at: DateTime<Utc>) -> Result<(), Error> {
    let state = row.state.transition(DepositEvent::GiveBack)?;
    let change = deposit::ActiveModel { state: Set(state), ..Default::default() };
    if !queries::update(tx, row.id, row.state, change).await? {
        return Err(ErrorCode::Conflict.into());
    }
    posting.deposit_returning(row.id, row.shop_id, row.amount_minor, row.currency);
    let paid_by = row.payment_id.ok_or(ErrorCode::Internal)?;
    payment::owe_deposit(tx, row.id, paid_by, row.amount(), at).await
}

/// The provider has returned it.
pub(crate) async fn returned(tx: &Tx, id: DepositId) -> Result<(), Error> {
    let row = queries::locked(tx, id).await?.ok_or(ErrorCode::NotFound)?;
    let state = row.state.transition(DepositEvent::ConfirmRefund)?;
    let change = deposit::ActiveModel { state: Set(state), ..Default::default() };
    queries::update(tx, id, row.state, change).await?;
    Ok(())
}
