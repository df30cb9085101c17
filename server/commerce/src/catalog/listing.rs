//! Whether a shop may list at all, and what happens to all of its goods at once.

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use shared::{ErrorCode, ProductEvent, ProductState, ShopId};

use super::{differences::online, entity::product, publish, queries, restrict};
use crate::{Error, closing, db::Tx, deposit, search};

/// Whether a shop may list something new: `ShopClosing`, `DepositShort`, or `Invalid` (`listing`) where the operator
/// does not let it for now.
pub(super) async fn require_listing(db: &impl ConnectionTrait, shop: ShopId) -> Result<(), Error> {
    closing::require_open(db, shop).await?;
    deposit::require_enough(db, shop).await?;
    if restrict::may_not_list(db, shop).await? { Err(Error::Invalid(vec!["listing"])) } else { Ok(()) }
}

/// The same as a question.
pub(super) async fn may_list(db: &impl ConnectionTrait, shop: ShopId) -> Result<bool, Error> {
    use ErrorCode::{DepositShort, ShopClosing, Validation};
    match require_listing(db, shop).await {
        Ok(()) => Ok(true),
        Err(error) if matches!(error.code(), ShopClosing | DepositShort | Validation) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Moves up to `limit` products of a shop by `event`, whichever it applies to, inside another room's transaction:
/// how many there were. What its shop takes off by closing has no time of its own any more.
pub(crate) async fn move_batch(
    tx: &Tx,
    shop: ShopId,
    event: ProductEvent,
    limit: u64,
    at: DateTime<Utc>,
) -> Result<u64, Error> {
    let applies = ProductState::TRANSITIONS.iter().filter(|(_, on, _)| *on == event).map(|(from, _, _)| *from);
    let rows = queries::of_shop_in(tx, shop, applies.collect(), limit).await?;
    let mut moved = 0;
    for row in rows {
        let (id, state) = (row.id, row.state.transition(event)?);
        if state == ProductState::OnSale {
            let skus = queries::skus(tx, &[id]).await?;
            let words = publish::found_by(&online(&row, &skus)?);
            search::put(tx, search::Kind::Product, id.0, words).await?;
        } else {
            search::remove(tx, id.0).await?;
        }
        let mut next = product::Model { state, version: row.version + 1, ..row };
        if event == ProductEvent::Delist {
            (next.list_at, next.delist_at) = (None, None);
        }
        if !queries::replace_product(tx, next).await? {
            return Err(ErrorCode::Conflict.into());
        }
        publish::changed(tx, id, at).await?;
        moved += 1;
    }
    Ok(moved)
}
