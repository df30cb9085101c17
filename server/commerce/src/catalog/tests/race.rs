//! What two do at once where transactions run side by side: on PostgreSQL; on SQLite one waits for the other anyway.

use std::time::Duration;

use sea_orm::TransactionTrait;
use shared::{Locale, ProductEvent, ProductState};

use super::super::{NewCategory, entity::product, listing::hold_listing, queries};
use crate::{
    Actor, deposit,
    testing::{Shop, text},
};

/// Long enough for another transaction to come to its end, if nothing holds it.
const WHILE: Duration = Duration::from_millis(500);

#[tokio::test(flavor = "multi_thread")]
async fn goods_listed_while_their_shop_falls_short_go_off_with_the_rest() {
    let shop = Shop::on_postgres().await;
    let (c, id) = (&shop.commerce, shop.stall().await.shop);
    let cup = shop.product("Cup", 3).await;
    c.catalog().change_state(Actor::System, cup, ProductEvent::Delist).await.unwrap();
    let dear = NewCategory {
        parent: None,
        code: "dear".into(),
        name: text("Dear"),
        attributes: vec![],
        fees: vec![],
        deposit_minor: 100,
        confirm_days: 10,
        seven_day_return: true,
    };
    let dear = c.catalog().add_category(Actor::System, dear).await.unwrap();

    let tx = c.db().read().begin().await.unwrap();
    hold_listing(&tx, id, &[]).await.unwrap();
    let at = c.clock().now();
    c.db().write(move |tx| Box::pin(async move { deposit::choose(tx, id, &[dear], at).await })).await.unwrap();
    let other = c.clone();
    let short = tokio::spawn(async move {
        other.deposit().check_all(Actor::System).await.unwrap();
        other.timer().run_due(Actor::System).await.unwrap();
    });
    tokio::time::sleep(WHILE).await;
    let row = queries::product(&tx, cup).await.unwrap().unwrap();
    let listed = product::Model { state: ProductState::OnSale, version: row.version + 1, ..row };
    assert!(queries::replace_product(&tx, listed).await.unwrap());
    tx.commit().await.unwrap();
    short.await.unwrap();

    let state = c.catalog().product(Actor::Nobody, cup, Locale::En).await.unwrap().card.state;
    assert_eq!(state, ProductState::DepositShort);
}
