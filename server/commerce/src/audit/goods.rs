//! Pieces: claimed, sold, shipped.

use std::collections::BTreeMap;

use shared::{OrderState, SkuId};

use super::Books;
use crate::{Error, affiliate, catalog, shipping};

pub(super) async fn check(books: &mut Books) -> Result<(), Error> {
    let mut held = BTreeMap::<SkuId, i64>::new();
    let mut sold = BTreeMap::<SkuId, i64>::new();
    for line in &books.lines {
        let pieces = i64::from(line.quantity.get());
        match books.orders.get(&line.order_id).map(|order| order.state) {
            Some(OrderState::PendingPayment) => *held.entry(line.sku_id).or_default() += pieces,
            Some(OrderState::Cancelled | OrderState::Refunded | OrderState::Oversold) | None => {}
            Some(_) => *sold.entry(line.sku_id).or_default() += pieces,
        }
    }
    for (sku, pieces) in affiliate::held(&books.tx).await? {
        *held.entry(sku).or_default() += pieces;
    }
    // Orders do not say from which bucket they took; the buckets of a SKU count together.
    let mut stock = BTreeMap::<SkuId, (i64, i64)>::new();
    for row in catalog::all_stock(&books.tx).await? {
        let counts = stock.entry(row.sku_id).or_default();
        counts.0 += i64::from(row.held);
        counts.1 += i64::from(row.sold);
        let sound = row.received == row.on_hand + row.sold && row.held >= 0 && row.held <= row.on_hand && row.sold >= 0;
        books.check("stock_adds_up", sound, || format!("{row:?}"));
    }
    for (sku, (has_held, has_sold)) in stock {
        let (held, sold) = (held.remove(&sku).unwrap_or_default(), sold.remove(&sku).unwrap_or_default());
        books.check("held_is_unpaid", held == has_held, || {
            format!("{sku}: {has_held} held, {held} in unpaid orders and promised samples")
        });
        books.check("sold_is_paid", sold == has_sold, || format!("{sku}: {has_sold} sold, {sold} in paid orders"));
    }
    books.check("stock_of_every_line", held.is_empty() && sold.is_empty(), || format!("{held:?} {sold:?}"));

    for (one, other) in catalog::overlaps(&books.tx).await? {
        books.check("one_rate_at_a_time", false, || format!("{one} and {other}"));
    }

    let mut shipped = BTreeMap::new();
    for item in shipping::queries::all_items(&books.tx).await? {
        *shipped.entry(item.line_id).or_insert(0_i32) += item.quantity;
    }
    for line in std::mem::take(&mut books.lines) {
        let parcels = shipped.remove(&line.id).unwrap_or_default();
        let sound = parcels == line.shipped && line.shipped <= line.quantity.get();
        books.check("shipped_of_ordered", sound, || {
            format!("line {}: {} of {} shipped, {parcels} in parcels", line.id, line.shipped, line.quantity.get())
        });
    }
    Ok(())
}
