//! How a shop ends (关店): a checklist of what stands in the way, an announcement to everybody, the end of selling, and
//! the deposit on its way back once nothing is left to do. Owns `closing`, `closing_policy`.
//!
//! Invariants: a shop has one closing that is not withdrawn; it closes only in a transaction that has found nothing in
//! the way; each step is looked at again inside its transaction, so that two nodes, or a restart, do it once.

mod blockers;
mod entity;
mod queries;
mod rules;
mod service;
#[cfg(test)]
mod tests;
mod turn;

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use shared::{ErrorCode, ShopId};

pub(crate) use turn::{due, turn};

use crate::Error;

/// `ShopClosing` for a shop that may not list or sell any more, or pay for it.
pub(crate) async fn require_open(db: &impl ConnectionTrait, shop: ShopId) -> Result<(), Error> {
    let live = queries::live(db, shop).await?;
    if live.is_none_or(|row| row.state.sells()) { Ok(()) } else { Err(ErrorCode::ShopClosing.into()) }
}

/// Whether a shop has closed for good.
pub(crate) async fn is_over(db: &impl ConnectionTrait, shop: ShopId) -> Result<bool, DbErr> {
    Ok(queries::live(db, shop).await?.is_some_and(|row| row.state.is_over()))
}

/// The shops that have closed for good.
pub(crate) async fn over(db: &impl ConnectionTrait) -> Result<HashSet<ShopId>, DbErr> {
    Ok(queries::over(db).await?.into_iter().collect())
}

/// What viewers learn of a closing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Notice {
    /// Goods are sold until then.
    pub ends_at: DateTime<Utc>,
    /// The shop is gone.
    pub over: bool,
}

/// What viewers learn of the closing of a shop, if there is one.
pub(crate) async fn notice(db: &impl ConnectionTrait, shop: ShopId) -> Result<Option<Notice>, DbErr> {
    let live = queries::live(db, shop).await?;
    Ok(live.map(|row| Notice { ends_at: row.ends_at, over: row.state.is_over() }))
}
