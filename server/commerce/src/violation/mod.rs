//! What the operator holds against people, shops, products and clips (违规): the notice, the papers that prove it,
//! what follows from it for as long as it lasts, and the appeal. Owns `violation`, `violation_paper`,
//! `violation_access`, `violation_rule`.
//!
//! Invariants: a draft counts for nothing and nobody but operators knows of it; an effect is done and undone in the
//! transaction that issues, lifts or ends its violation, by the
//! room that it falls on; two violations with the same effect are both gone before it is undone; papers are sealed,
//! and read by operators and whom they concern alone, each reading logged.

mod appeal;
mod decide;
mod draft;
mod effect;
mod entity;
mod issue;
mod papers;
mod people;
mod queries;
mod rules;
mod subject;
#[cfg(test)]
mod tests;
mod view;

pub(crate) use decide::{due, end};
pub use draft::NewViolation;
pub use papers::Evidence;

use sea_orm::{ConnectionTrait, DbErr};
use shared::{BuyerId, ShopId};

/// Violations of an account that count.
pub(crate) async fn open_of_account(db: &impl ConnectionTrait, account: BuyerId) -> Result<i64, DbErr> {
    queries::count_open(db, queries::Whose::Account(account)).await
}

/// Violations of a shop that count.
pub(crate) async fn open_of_shop(db: &impl ConnectionTrait, shop: ShopId) -> Result<i64, DbErr> {
    queries::count_open(db, queries::Whose::Shop(shop)).await
}
