//! Whether a shop may list at all, and what happens to all of its goods at once.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use shared::{CategoryId, ErrorCode, ProductEvent, ProductState, ShopId};

use super::{
    differences::online,
    entity::{product, shop},
    publish, queries,
};
use crate::{Error, closing, db::Tx, deposit, search};

/// Whether a shop may list something new: `ShopClosing`, `DepositShort`, or `Invalid` (`listing`) where the operator
/// does not let it for now.
pub(super) async fn require_listing(db: &impl ConnectionTrait, shop: ShopId) -> Result<(), Error> {
    let row = queries::shop(db, shop).await?;
    judge(db, shop, row).await
}

/// The same in a transaction that is about to list below categories at the root: `Invalid` (`category`) where the shop
/// does not sell there. The shop stays as it is until that ends: what takes its goods off waits, and finds these among
/// them. First of all locks, so that two never wait for each other.
pub(super) async fn hold_listing(tx: &Tx, shop: ShopId, roots: &[CategoryId]) -> Result<(), Error> {
    let row = queries::shop_shared(tx, shop).await?;
    judge(tx, shop, row).await?;
    require_places(tx, shop, roots).await
}

/// The same for what is on sale and moves into another category.
pub(super) async fn hold_places(tx: &Tx, shop: ShopId, roots: &[CategoryId]) -> Result<(), Error> {
    queries::shop_shared(tx, shop).await?;
    require_places(tx, shop, roots).await
}

async fn require_places(tx: &Tx, shop: ShopId, roots: &[CategoryId]) -> Result<(), Error> {
    if roots.is_empty() {
        return Ok(());
    }
    let held = deposit::chosen(tx, shop).await?;
    if roots.iter().all(|root| held.contains(root)) { Ok(()) } else { Err(Error::Invalid(vec!["category"])) }
}

/// Reads after the row of the shop is held, so that nothing of it is older.
async fn judge(db: &impl ConnectionTrait, shop: ShopId, row: Option<shop::Model>) -> Result<(), Error> {
    closing::require_open(db, shop).await?;
    deposit::require_enough(db, shop).await?;
    let forbidden = row.is_some_and(|row| row.no_listing || row.suspended);
    if forbidden { Err(Error::Invalid(vec!["listing"])) } else { Ok(()) }
}

/// Whether a shop may list, as a question.
pub(super) async fn may_list(db: &impl ConnectionTrait, shop: ShopId) -> Result<bool, Error> {
    answer(require_listing(db, shop).await)
}

/// The same where it holds until the transaction ends.
pub(super) async fn holds_listing(tx: &Tx, shop: ShopId, root: CategoryId) -> Result<bool, Error> {
    answer(hold_listing(tx, shop, &[root]).await)
}

fn answer(verdict: Result<(), Error>) -> Result<bool, Error> {
    use ErrorCode::{DepositShort, ShopClosing, Validation};
    match verdict {
        Ok(()) => Ok(true),
        Err(error) if matches!(error.code(), ShopClosing | DepositShort | Validation) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Takes hold of a shop before what it may do changes: whoever lists or sells in it at this moment comes first, whoever
/// begins later waits and sees what became of it. First of all locks but that of a payment.
pub(crate) async fn hold_shop(tx: &Tx, shop: ShopId) -> Result<(), DbErr> {
    queries::hold_shop(tx, shop).await
}

/// Ends the selling of a shop, or lets it go on (`false`), in a transaction that holds it.
pub(crate) async fn end_shop(tx: &Tx, shop: ShopId, ended: bool) -> Result<(), DbErr> {
    queries::end_shop(tx, shop, ended).await
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
