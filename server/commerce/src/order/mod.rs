//! What was bought: orders, their lines, states and deadlines. Owns `orders`, `order_line`,
//! `placement` (the idempotency of placing), `purchase_guard` (the lock of purchase limits), `product_standing` (what
//! orders say of a product).
//!
//! Other rooms change an order only through the moves below, inside their own transaction. Locks are
//! taken in one order everywhere: payment, shops (shared while something is ordered or listed, alone while a shop ends
//! or falls short), orders (ascending), stock (ascending).

mod change;
mod end;
pub(crate) mod entity;
mod fee_lines;
mod list;
mod number;
mod place;
pub(crate) mod queries;
mod sales;
mod service;
mod sold_in;
mod standing;
mod standing_queries;
mod stock;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
mod view;

pub(crate) use change::{Paid, RefundOf, complete, pay, ship};
pub(crate) use end::{EndedBy, end_unpaid};
pub(crate) use fee_lines::{FeeLines, fee_lines};
pub(crate) use place::keys_kept;
pub(crate) use queries::{bought, guard};
use shared::BuyerId;
pub(crate) use sold_in::sold_in;
pub(crate) use standing::{Standing, count_hourly, standings};
pub(crate) use stock::{hold_one, release_one};
pub(crate) use view::{attributes, picture};

use crate::{Error, db::Tx};

/// Moves a guest's orders to the account they signed in with. Their payments follow, since a payment
/// belongs to whoever its orders belong to; keys of past requests stay behind.
pub(crate) async fn merge(tx: &Tx, guest: BuyerId, account: BuyerId) -> Result<(), Error> {
    Ok(queries::hand_over(tx, guest, account).await?)
}
