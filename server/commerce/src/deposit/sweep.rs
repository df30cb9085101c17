//! The goods of a shop follow its standing, in small batches.

use chrono::{DateTime, Utc};
use sea_orm::DbErr;
use shared::{ProductEvent, ShopId};

use super::{entity::standing, queries};
use crate::{Commerce, Error, catalog, db::Tx};

/// Products of one batch; small, so that buyers do not wait behind it.
const BATCH: u64 = 64;

/// Shops whose goods do not follow their standing yet.
pub(crate) async fn unswept(commerce: &Commerce, limit: u64) -> Result<Vec<ShopId>, DbErr> {
    queries::to_sweep(commerce.db().read(), limit).await
}

/// Takes a batch off sale, or brings one back; the shop is done once there was nothing more.
pub(crate) async fn sweep(commerce: &Commerce, shop: ShopId) -> Result<(), Error> {
    let at = commerce.clock().now();
    commerce.db().write(move |tx| Box::pin(swept(tx, shop, at))).await
}

async fn swept(tx: &Tx, shop: ShopId, at: DateTime<Utc>) -> Result<(), Error> {
    let Some(row) = queries::standing_locked(tx, shop).await?.filter(|row| row.sweep) else { return Ok(()) };
    let event = if row.short { ProductEvent::FallShort } else { ProductEvent::TopUp };
    if catalog::move_batch(tx, shop, event, BATCH, at).await? < BATCH {
        queries::put_standing(tx, standing::Model { sweep: false, ..row }).await?;
    }
    Ok(())
}
