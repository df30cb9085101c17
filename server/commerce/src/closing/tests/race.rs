//! An order and the end of its shop at once, where transactions run side by side: on PostgreSQL.

use std::time::Duration;

use chrono::TimeDelta;
use sea_orm::TransactionTrait;
use shared::{Blocker, ClosingState, ErrorCode};

use crate::{
    Actor, catalog, order,
    testing::{Shop, guest, owner},
};

/// Long enough for another transaction to come to its end, if nothing holds it.
const WHILE: Duration = Duration::from_millis(500);
/// Goods that the closing takes off in one batch, to the last.
const BATCH: i32 = 64;

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_was_begun_in_time_comes_before_the_end() {
    let shop = Shop::on_postgres().await;
    let (c, id) = (&shop.commerce, shop.stall().await.shop);
    let who = owner(c, id).await;
    for number in 1..BATCH {
        shop.product(&format!("Cup {number}"), 3).await;
    }
    let sku = shop.sku(9).await;
    c.closing().announce(who, id).await.unwrap();
    shop.advance(TimeDelta::days(30));

    let tx = c.db().read().begin().await.unwrap();
    order::testing::place_in(c, &tx, guest(), sku).await.unwrap();
    let other = c.clone();
    let end = tokio::spawn(async move { other.timer().run_due(Actor::System).await.unwrap() });
    tokio::time::sleep(WHILE).await;
    tx.commit().await.unwrap();
    end.await.unwrap();
    c.timer().run_due(Actor::System).await.unwrap();

    let view = c.closing().view(who, id).await.unwrap();
    assert_eq!(view.state, Some(ClosingState::Winding));
    assert_eq!(view.blockers.iter().map(|found| found.kind).collect::<Vec<_>>(), [Blocker::Unpaid]);
    let late = order::testing::order(c, guest(), sku, 1).await;
    assert_eq!(late.unwrap_err().code(), ErrorCode::NotOnSale);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_begins_while_a_shop_ends_finds_nothing_on_sale() {
    let shop = Shop::on_postgres().await;
    let (c, id, sku) = (&shop.commerce, shop.stall().await.shop, shop.sku(9).await);
    let tx = c.db().read().begin().await.unwrap();
    catalog::hold_shop(&tx, id).await.unwrap();
    catalog::end_shop(&tx, id, true).await.unwrap();
    let other = c.clone();
    let late = tokio::spawn(async move { order::testing::order(&other, guest(), sku, 1).await });
    tokio::time::sleep(WHILE).await;
    tx.commit().await.unwrap();
    assert_eq!(late.await.unwrap().unwrap_err().code(), ErrorCode::NotOnSale);
}
