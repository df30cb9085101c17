//! How products stand, by orders that were paid, sent and refunded.

use chrono::TimeDelta;
use shared::ProductId;

use crate::{
    Actor, Commerce,
    order::{Standing, standings, testing::paid},
    testing::{guest, on_both_databases},
};

async fn counted(c: &Commerce, product: ProductId) -> Standing {
    c.timer().run_due(Actor::System).await.unwrap();
    standings(c.db().read(), &[product]).await.unwrap().get(&product).copied().unwrap_or_default()
}

on_both_databases! {
    async fn a_product_stands_by_its_orders_of_the_last_90_days(shop: Shop) {
        let c = &shop.commerce;
        let (cup, other) = (shop.product("Cup", 50).await, shop.product("Pot", 5).await);
        let sku = shop.sku_of(cup).await;
        let mut orders = Vec::new();
        for _ in 0..19 {
            orders.push(paid(c, guest(), sku, 1).await.id);
        }
        c.order().refund(Actor::System, orders[0], false).await.unwrap();
        // Three after 90 minutes, two after five hours: half of them within two.
        for (minutes, number) in [(90, 3), (210, 2)] {
            shop.advance(TimeDelta::minutes(minutes));
            for id in orders.drain(1..=number) {
                c.shipping().ship(Actor::System, id, Vec::new()).await.unwrap();
            }
        }
        assert_eq!(counted(c, cup).await, Standing { refunds: None, ships_in: Some(2) }, "of 19 a share says nothing");
        paid(c, guest(), sku, 1).await;
        assert_eq!(counted(c, cup).await.refunds, None, "counted once an hour");
        shop.advance(TimeDelta::hours(1));
        assert_eq!(counted(c, cup).await.refunds.map(shared::BasisPoints::get), Some(500), "one of twenty");
        assert_eq!(counted(c, other).await, Standing::default(), "nobody ordered it");
        assert_eq!(c.audit().await.unwrap(), []);
        // The older orders are forgotten, the last one is too few to say anything.
        shop.advance(TimeDelta::days(90) - TimeDelta::hours(2));
        assert_eq!(counted(c, cup).await, Standing::default());
    }
}
