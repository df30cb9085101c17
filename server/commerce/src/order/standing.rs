//! What the orders of the last 90 days say of a product, counted ahead so that lists need not.

use std::{collections::HashMap, sync::atomic::Ordering};

use chrono::TimeDelta;
use sea_orm::{ConnectionTrait, DbErr};
use shared::{BasisPoints, ProductId};

use super::{entity::standing, standing_queries as queries};
use crate::{Commerce, Error, db::Tx};

/// Orders that count.
const SINCE: TimeDelta = TimeDelta::days(90);
/// Of fewer orders a share says nothing.
const LEAST_ORDERS: i64 = 20;
/// Of fewer parcels the usual time says nothing.
const LEAST_SENT: i64 = 5;
/// Rows of one transaction, so that buyers do not wait behind it.
const BATCH: usize = 500;

/// What is known of a product by its orders.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Standing {
    /// The share of its paid orders whose money went back; `None` below 20 of them.
    pub refunds: Option<BasisPoints>,
    /// Half of its orders left within so many hours after they were paid, rounded up; `None` below 5 that left.
    pub ships_in: Option<i32>,
}

impl From<standing::Model> for Standing {
    fn from(row: standing::Model) -> Self {
        let share = |row: &standing::Model| {
            let points = (row.refunded * 10_000 + row.orders / 2).checked_div(row.orders)?;
            BasisPoints::try_from(i32::try_from(points).ok()?).ok()
        };
        let hours = |minutes: i64| i32::try_from((minutes.max(0) + 59) / 60).ok();
        Self {
            refunds: (row.orders >= LEAST_ORDERS).then(|| share(&row)).flatten(),
            ships_in: row.ship_minutes.filter(|_| row.sent >= LEAST_SENT).and_then(hours),
        }
    }
}

/// What is known of `products`; one query, and none of what nobody ordered.
pub(crate) async fn standings(
    db: &impl ConnectionTrait,
    products: &[ProductId],
) -> Result<HashMap<ProductId, Standing>, DbErr> {
    let rows = queries::standings(db, products).await?;
    Ok(rows.into_iter().map(|row| (row.product_id, Standing::from(row))).collect())
}

/// Counts anew once an hour; how many products stand differently.
pub(crate) async fn count_hourly(commerce: &Commerce) -> Result<u64, Error> {
    let hour = commerce.clock().now().timestamp() / 3_600;
    if commerce.0.counted.swap(hour, Ordering::Relaxed) == hour {
        return Ok(0);
    }
    let db = commerce.db().read();
    let mut known: HashMap<_, _> =
        queries::all_standings(db).await?.into_iter().map(|row| (row.product_id, row)).collect();
    let now = queries::count_standings(db, commerce.clock().now() - SINCE).await?;
    let fresh: Vec<_> = now.into_iter().filter(|row| known.remove(&row.product_id).as_ref() != Some(row)).collect();
    // What is left was ordered too long ago.
    let gone: Vec<_> = known.into_keys().collect();
    let changed = fresh.len() + gone.len();
    for rows in fresh.chunks(BATCH) {
        let rows = rows.to_vec();
        commerce.db().write(move |tx| Box::pin(put(tx, rows.clone()))).await?;
    }
    for ids in gone.chunks(BATCH) {
        let ids = ids.to_vec();
        commerce.db().write(move |tx| Box::pin(forget(tx, ids.clone()))).await?;
    }
    Ok(u64::try_from(changed).unwrap_or(u64::MAX))
}

async fn put(tx: &Tx, rows: Vec<standing::Model>) -> Result<(), Error> {
    Ok(queries::put_standings(tx, rows).await?)
}

async fn forget(tx: &Tx, ids: Vec<ProductId>) -> Result<(), Error> {
    Ok(queries::forget_standings(tx, ids).await?)
}
