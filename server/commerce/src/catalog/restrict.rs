//! What the operator's violations do to products and shops, inside that room's transaction.

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use shared::{ErrorCode, LocalText, ProductEvent, ProductId, ProductState, ShopId};

use super::{differences::online, entity::product, listing::holds_listing, publish, queries};
use crate::{Error, db::Tx, outbox, search};

/// What a shop may not do for now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Restriction {
    /// List anything that is not on sale already.
    pub no_listing: bool,
    /// Sell.
    pub suspended: bool,
}

/// Whose a product is, and its title; `NotFound`.
pub(crate) async fn title_of(db: &impl ConnectionTrait, id: ProductId) -> Result<(ShopId, LocalText), Error> {
    let row = queries::product(db, id).await?.filter(|row| row.state != ProductState::Deleted);
    row.map(|row| (row.shop_id, row.title)).ok_or_else(|| ErrorCode::NotFound.into())
}

/// Takes a product off and gives the state that it was in. `NotFound`, `IllegalTransition` for what viewers cannot
/// see, `Conflict`.
pub(crate) async fn ban(tx: &Tx, id: ProductId, at: DateTime<Utc>) -> Result<ProductState, Error> {
    let row = queries::product(tx, id).await?.ok_or(ErrorCode::NotFound)?;
    let was = row.state;
    if was != ProductState::Banned {
        let state = was.transition(ProductEvent::Ban)?;
        search::remove(tx, id.0).await?;
        replace(tx, row, state, at).await?;
    }
    Ok(was)
}

/// Gives a product back; one that was on sale is on sale again. Nothing happens to one that is not taken off any more.
pub(crate) async fn release_ban(
    tx: &Tx,
    id: ProductId,
    was: Option<ProductState>,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let Some(row) = queries::product(tx, id).await?.filter(|row| row.state == ProductState::Banned) else {
        return Ok(());
    };
    let mut state = row.state.transition(ProductEvent::Release)?;
    // A shop that may list nothing now finds it off sale, and lists it when it may.
    let was_on_sale = was == Some(ProductState::OnSale);
    if was_on_sale && holds_listing(tx, row.shop_id, queries::root_of(tx, row.category_id).await?).await? {
        state = state.transition(ProductEvent::List)?;
        let draft = online(&row, &queries::skus(tx, &[id]).await?)?;
        search::put(tx, search::Kind::Product, id.0, publish::found_by(&draft)).await?;
    }
    replace(tx, row, state, at).await
}

async fn replace(tx: &Tx, row: product::Model, state: ProductState, at: DateTime<Utc>) -> Result<(), Error> {
    let id = row.id;
    // A time that was set for it belongs to the life it had.
    let next = product::Model { state, list_at: None, delist_at: None, version: row.version + 1, ..row };
    if !queries::replace_product(tx, next).await? {
        return Err(ErrorCode::Conflict.into());
    }
    publish::changed(tx, id, at).await
}

/// Sets what a shop may not do.
pub(crate) async fn restrict(tx: &Tx, shop: ShopId, what: Restriction, at: DateTime<Utc>) -> Result<(), Error> {
    if queries::restrict(tx, shop, what.no_listing, what.suspended).await? {
        queries::touch_all(tx, shop).await?;
        outbox::append(tx, shop.0, "catalog.shop_changed", &serde_json::json!({ "shop_id": shop }), at).await?;
    }
    Ok(())
}
