//! What shops leave as security (保证金) and what for: where a shop may sell, what that asks by the operator's rule,
//! what was paid through the gateway and is held in the ledger's account `deposit` of the shop, and what becomes
//! of a shop whose deposit falls short. Owns `deposit`, `shop_category`, `category_request`, `shop_standing`.
//!
//! Invariants: what is `paid` here is what the ledger holds, deposit by deposit; a deposit goes back once, by a
//! refund that has its own number (where a part goes back, that is a deposit of its own); a shop has one top-up to pay
//! at a time.

mod account;
mod back;
mod decide;
mod drop;
mod entity;
mod pay;
pub(crate) mod queries;
mod standing;
mod sweep;
#[cfg(test)]
mod tests;
mod wish;

use chrono::{DateTime, Utc};
use shared::{DepositState, dto::DepositView};

pub(crate) use back::{give_back, returned};
pub use decide::Word;
pub(crate) use entity::deposit::Model as Deposit;
pub(crate) use pay::{expire, expire_due, lapse, late, pay};
pub(crate) use standing::{check_minutely, choose, chosen, chosen_by_all, require_enough};
pub(crate) use sweep::{sweep, unswept};

use crate::clock::rfc3339;

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
