use chrono::TimeDelta;
use shared::{
    BasisPoints, CreatorId, Currency, Locale, Money, OrderId, PlanKind, ProductId, Scene, SkuId, Source, WindowOp,
    dto::{Basket, OrderRequest},
};

use super::{Fair, fair, points};
use crate::{
    Commerce,
    order::testing::{line, request},
    testing::{Shop, guest, key, on_both_databases},
    video::{CardTime, NewVideo},
};

/// The commission of a piece sold in a creator's content, as the order keeps it: its rate and its fen.
async fn sold(c: &Commerce, sku: SkuId, creator: CreatorId) -> (i32, i64) {
    let order = sold_by(c, sku, Some(creator)).await;
    let kept = crate::order::testing::commission(c, order).await;
    (kept.0.get(), kept.1)
}

/// An order of a piece that was met in a creator's content, or nobody's.
async fn sold_by(c: &Commerce, sku: SkuId, creator: Option<CreatorId>) -> OrderId {
    let mut bought = line(sku, 1);
    bought.source = Source { scene: Scene::Showcase, creator, ..Source::default() };
    let request = OrderRequest {
        basket: Basket { lines: vec![bought], cart: false },
        expected_total: Money::new(100, Currency::Cny),
        ..request(vec![], 100)
    };
    let placed = c.order().place(guest(), key(&uuid::Uuid::new_v4().to_string()), request, Locale::En).await.unwrap();
    placed.orders[0].id
}

/// What the only card of a clip was linked with.
async fn frozen(shop: &Shop, f: &Fair, product: ProductId) -> BasisPoints {
    let c = &shop.commerce;
    let clip = NewVideo {
        creator: f.creator,
        caption: crate::testing::text("Clip"),
        clip: shared::MediaId(uuid::Uuid::new_v4()),
        poster: shared::MediaId(uuid::Uuid::new_v4()),
        duration_ms: 12_000,
        likes: 0,
        plays: 0,
        published_at: None,
        cards: vec![],
        comments: vec![],
    };
    let clip = c.video().add_video(crate::Actor::System, clip).await.unwrap();
    let card = CardTime { product, from_ms: 0, to_ms: 5_000 };
    c.video().set_cards(f.maker, clip, None, vec![card]).await.unwrap();
    crate::video::testing::commission(c, clip).await
}

on_both_databases! {
    async fn a_sale_brings_what_the_plan_of_that_moment_says(shop: Shop) {
        let (f, c) = (fair(&shop).await, &shop.commerce);
        let cup = shop.product("Cup", 50).await;
        let sku = shop.sku_of(cup).await;
        assert_eq!(sold(c, sku, f.creator).await, (0, 0), "nothing was offered");
        assert_eq!(sold(c, sku, shop.stall().await.creator).await, (1_000, 10), "the shop's own content");
        assert_eq!(sold(c, sku, CreatorId(uuid::Uuid::new_v4())).await, (0, 0), "nobody");
        let plan = f.offer(c, cup, PlanKind::Ordinary, 1_200, &[]).await;
        assert_eq!(sold(c, sku, f.creator).await, (0, 0), "named by a buyer, and yet they have not taken it in");
        f.take(c, cup).await.unwrap();
        assert_eq!(sold(c, sku, f.creator).await, (1_200, 12));
        f.offer(c, cup, PlanKind::Targeted, 2_000, &["maker"]).await;
        assert_eq!(sold(c, sku, f.creator).await, (2_000, 20));
        c.affiliate().end_plan(f.merchant, plan).await.unwrap();
        shop.advance(TimeDelta::days(7) - TimeDelta::seconds(1));
        assert_eq!(sold(c, sku, f.creator).await, (2_000, 20), "the notice runs");
        shop.advance(TimeDelta::seconds(1));
        assert_eq!(sold(c, sku, f.creator).await, (0, 0));
        assert_eq!(c.audit().await.unwrap(), []);
    }

    async fn only_who_took_it_in_earns(shop: Shop) {
        let (f, c) = (fair(&shop).await, &shop.commerce);
        let (cup, pot) = (shop.product("Cup", 50).await, shop.product("Pot", 50).await);
        let (sku, pot_sku) = (shop.sku_of(cup).await, shop.sku_of(pot).await);
        let other = shop.another_stall("other").await;
        f.offer(c, cup, PlanKind::Ordinary, 1_200, &[]).await;
        f.offer(c, pot, PlanKind::Exclusive, 3_000, &["maker"]).await;
        assert_eq!(sold(c, pot_sku, f.creator).await, (0, 0), "being named by a plan is no link");
        f.take(c, cup).await.unwrap();
        assert_eq!(sold(c, sku, other.creator).await, (0, 0), "somebody else's link");
        assert_eq!(sold(c, pot_sku, f.creator).await, (0, 0), "a link to another product");
        f.take(c, pot).await.unwrap();
        assert_eq!((sold(c, sku, f.creator).await, sold(c, pot_sku, f.creator).await), ((1_200, 12), (3_000, 30)));
        assert_eq!(sold(c, pot_sku, other.creator).await, (0, 0), "not for them");

        // What stood in a window before anybody offered it: its card on a clip is the link.
        let jar = shop.product("Jar", 50).await;
        let arrangement = crate::showcase::NewArrangement { products: vec![jar], ..Default::default() };
        c.showcase().arrange(crate::Actor::System, f.creator, arrangement).await.unwrap();
        f.offer(c, jar, PlanKind::Ordinary, 500, &[]).await;
        let jar_sku = shop.sku_of(jar).await;
        assert_eq!(sold(c, jar_sku, f.creator).await, (0, 0));
        assert_eq!(frozen(&shop, &f, jar).await, points(500));
        assert_eq!(sold(c, jar_sku, f.creator).await, (500, 5));
        assert_eq!(c.audit().await.unwrap(), []);
    }

    async fn an_order_asks_once_for_what_others_earn_and_never_for_its_own(shop: Shop) {
        let (f, c) = (fair(&shop).await, &shop.commerce);
        let cup = shop.product("Cup", 50).await;
        let (sku, own) = (shop.sku_of(cup).await, shop.stall().await.creator);
        f.offer(c, cup, PlanKind::Ordinary, 1_200, &[]).await;
        f.offer(c, cup, PlanKind::Targeted, 2_000, &["maker"]).await;
        f.take(c, cup).await.unwrap();
        let costs = async |creator| {
            sold_by(c, sku, creator).await;
            let before = c.db().queries();
            sold_by(c, sku, creator).await;
            c.db().queries() - before
        };
        let (plain, own, foreign) = (costs(None).await, costs(Some(own)).await, costs(Some(f.creator)).await);
        assert_eq!((own, foreign), (plain, plain + 1), "statements of an order");
    }

    async fn a_link_keeps_its_rate_until_the_notice_has_run(shop: Shop) {
        let (f, c) = (fair(&shop).await, &shop.commerce);
        let cup = shop.product("Cup", 50).await;
        let sku = shop.sku_of(cup).await;
        let item = WindowOp::Add { item: cup, before: None };
        let refused = c.showcase().change_window(f.maker, &f.handle, item).await.unwrap_err();
        assert_eq!(refused.fields(), ["item"], "nobody offers it");
        let plan = f.offer(c, cup, PlanKind::Ordinary, 1_500, &[]).await;
        f.take(c, cup).await.unwrap();
        c.showcase().publish_window(f.maker, &f.handle, None, "").await.unwrap();
        assert_eq!(frozen(&shop, &f, cup).await, points(1_500));
        c.affiliate().change_rate(f.merchant, plan, points(500)).await.unwrap();
        shop.advance(TimeDelta::days(6));
        assert_eq!(frozen(&shop, &f, cup).await, points(1_500), "also for who links during the notice");
        assert_eq!(sold(c, sku, f.creator).await, (1_500, 15));
        shop.advance(TimeDelta::days(1));
        assert_eq!((sold(c, sku, f.creator).await, frozen(&shop, &f, cup).await), ((500, 5), points(500)));
        c.affiliate().change_rate(f.merchant, plan, points(900)).await.unwrap();
        assert_eq!(sold(c, sku, f.creator).await, (900, 9), "a rise holds for old links at once");
        let linked = f.choice(c).await.remove(0).commission.linked;
        assert_eq!(linked, Some(points(1_500)), "what was promised is still known");
    }

    async fn what_was_linked_before_there_were_plans_keeps_its_rate(shop: Shop) {
        let (f, c) = (fair(&shop).await, &shop.commerce);
        let cup = shop.product("Cup", 50).await;
        let sku = shop.sku_of(cup).await;
        crate::affiliate::queries::testing::link_of_old(c, f.creator, cup, points(700)).await;
        assert_eq!(sold(c, sku, f.creator).await, (700, 7));
        let plan = f.offer(c, cup, PlanKind::Ordinary, 900, &[]).await;
        f.take(c, cup).await.unwrap();
        assert_eq!(sold(c, sku, f.creator).await, (900, 9));
        c.affiliate().end_plan(f.merchant, plan).await.unwrap();
        shop.advance(TimeDelta::days(7));
        assert_eq!(sold(c, sku, f.creator).await, (700, 7), "nobody gave notice of that");
    }
}
