//! A shop ends: what keeps it, what is announced, what goes back, and that it goes back once.

mod race;

use chrono::TimeDelta;
use shared::{
    Blocker, ClosingState, ErrorCode, Locale, ProductEvent, ProductId, ProductState, ShopId,
    dto::{ClosingRule, PaymentMethod},
};
use uuid::Uuid;

use crate::{
    Actor, Commerce, catalog,
    deposit::Word,
    order,
    payment::Noticed,
    sandbox::{Outcome, testing::attempt},
    testing::{Shop, guest, key, on_both_databases, owner, text},
};

async fn shop_of(shop: &Shop) -> (ShopId, Actor) {
    let id = shop.stall().await.shop;
    (id, owner(&shop.commerce, id).await)
}

async fn run(c: &Commerce) {
    c.timer().run_due(Actor::System).await.unwrap();
}

async fn kinds(c: &Commerce, who: Actor, shop: ShopId) -> Vec<Blocker> {
    c.closing().view(who, shop).await.unwrap().blockers.into_iter().map(|found| found.kind).collect()
}

async fn state(c: &Commerce, who: Actor, shop: ShopId) -> Option<ClosingState> {
    c.closing().view(who, shop).await.unwrap().state
}

/// Lets the shop sell in a category that asks for `minor` and pays that.
async fn deposit(c: &Commerce, who: Actor, shop: ShopId, minor: i64) {
    let new = catalog::NewCategory {
        parent: None,
        code: format!("c{}", Uuid::new_v4().simple()),
        name: text("Tea"),
        attributes: vec![],
        fees: vec![],
        deposit_minor: minor,
        confirm_days: 10,
        seven_day_return: true,
    };
    let category = c.catalog().add_category(Actor::System, new).await.unwrap();
    let wish = c.deposit().ask(who, shop, category).await.unwrap();
    c.deposit().decide(Actor::System, wish, 1, Word::Approve).await.unwrap();
    let due = c.deposit().top_up(who, shop).await.unwrap();
    let key = key(&Uuid::new_v4().to_string());
    let payment = c.payment().pay_deposit(who, key, due, PaymentMethod::Wechat).await.unwrap().payment_id;
    assert_eq!(attempt(c, payment, Outcome::Success).await, [Noticed::Applied]);
    run(c).await;
}

async fn sold(c: &Commerce, product: ProductId) -> ProductState {
    c.catalog().product(Actor::Nobody, product, Locale::En).await.unwrap().card.state
}

on_both_databases! {
    async fn an_announced_shop_sells_until_its_day_and_gets_its_deposit_back_once(shop: Shop) {
        let c = &shop.commerce;
        let (id, who) = shop_of(&shop).await;
        let mut goods = Vec::new();
        for number in 0..70 {
            goods.push(shop.product(&format!("Cup {number}"), 3).await);
        }
        deposit(c, who, id, 200_000).await;
        deposit(c, who, id, 300_000).await;
        let handle = "stall".parse().unwrap();
        let rooms = c.showcase();
        assert_eq!(rooms.home(guest(), &handle, Locale::En).await.unwrap().closes_at, None);
        c.closing().announce(who, id).await.unwrap();
        assert_eq!(c.closing().announce(who, id).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        let view = c.closing().view(who, id).await.unwrap();
        assert_eq!((view.state, view.held.minor), (Some(ClosingState::Announced), 300_000));
        assert_eq!(rooms.home(guest(), &handle, Locale::En).await.unwrap().closes_at, view.ends_at, "told at once");
        shop.advance(TimeDelta::days(29));
        run(c).await;
        assert_eq!(sold(c, goods[0]).await, ProductState::OnSale, "sold until then");
        shop.advance(TimeDelta::days(1));
        run(c).await;
        assert_eq!(state(c, who, id).await, Some(ClosingState::Closed), "nobody orders any more, the money is on its way");
        // The provider takes its time; until it was heard the money is on its way.
        for _ in 0..2 {
            shop.advance(TimeDelta::minutes(10));
            run(c).await;
        }
        let view = c.closing().view(who, id).await.unwrap();
        assert_eq!((view.state, view.held.minor, view.returning.minor), (Some(ClosingState::Settled), 0, 0));
        assert!(view.closed_at.is_some());
        for _ in 0..3 {
            shop.advance(TimeDelta::days(1));
            run(c).await;
        }
        let entries = c.deposit().account(who, id, Locale::En).await.unwrap().entries;
        let moved: Vec<_> = entries.iter().rev().map(|entry| entry.amount.minor).collect();
        assert_eq!((moved.len(), moved.iter().sum::<i64>()), (4, 0), "{moved:?}");
        assert_eq!(c.audit().await.unwrap(), []);

        for product in [goods[0], goods[69]] {
            let gone = c.catalog().product(Actor::Nobody, product, Locale::En).await;
            assert_eq!(gone.unwrap_err().code(), ErrorCode::ShopClosed);
            assert_eq!(c.catalog().submit(who, product).await.unwrap_err().code(), ErrorCode::ShopClosing);
        }
        assert_eq!(rooms.home(guest(), &handle, Locale::En).await.unwrap_err().code(), ErrorCode::ShopClosed);
        let showcase = rooms.showcase(guest(), &handle, Default::default(), Locale::En).await;
        assert_eq!(showcase.unwrap_err().code(), ErrorCode::ShopClosed);
        assert!(rooms.creators(guest(), Locale::En).await.unwrap().items.is_empty());
        assert_eq!(c.closing().withdraw(who, id).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        assert_eq!(c.deposit().top_up(who, id).await.unwrap_err().code(), ErrorCode::ShopClosing);
        let mut told: Vec<_> = c.inbox().list(who).await.unwrap().into_iter().map(|message| message.kind).collect();
        told.retain(|kind| kind.starts_with("closing."));
        told.sort();
        assert_eq!(told, ["closing.announced", "closing.closed", "closing.ended", "closing.settled"]);
    }

    async fn two_nodes_close_a_shop_once(shop: Shop) {
        let c = &shop.commerce;
        let (id, who) = shop_of(&shop).await;
        deposit(c, who, id, 200_000).await;
        c.closing().announce(who, id).await.unwrap();
        shop.advance(TimeDelta::days(30));
        let timer = c.timer();
        let runs = futures::future::join_all((0..4).map(|_| timer.run_due(Actor::System))).await;
        assert!(runs.iter().all(Result::is_ok), "{runs:?}");
        for _ in 0..3 {
            shop.advance(TimeDelta::minutes(10));
            let runs = futures::future::join_all((0..4).map(|_| timer.run_due(Actor::System))).await;
            assert!(runs.iter().all(Result::is_ok), "{runs:?}");
        }
        assert_eq!(state(c, who, id).await, Some(ClosingState::Settled));
        let entries = c.deposit().account(who, id, Locale::En).await.unwrap().entries;
        assert_eq!(entries.iter().map(|entry| entry.event.as_str()).collect::<Vec<_>>(), ["deposit_returning", "deposit_received"]);
        assert_eq!(c.audit().await.unwrap(), []);
    }

    async fn orders_and_money_keep_a_shop_from_closing(shop: Shop) {
        let c = &shop.commerce;
        let (id, who) = shop_of(&shop).await;
        let (buyer, sku) = (guest(), shop.sku(9).await);
        assert_eq!(kinds(c, who, id).await, []);
        let unpaid = order::testing::order(c, buyer, sku, 1).await.unwrap();
        let waits = c.closing().view(who, id).await.unwrap().blockers;
        assert_eq!((waits[0].kind, waits[0].count, waits[0].until.as_deref()), (Blocker::Unpaid, 1, Some(unpaid.pay_by.as_str())));
        assert_eq!(c.closing().announce(who, id).await.unwrap_err().fields(), ["blockers"]);
        c.order().cancel(buyer, unpaid.id).await.unwrap();
        assert_eq!(kinds(c, who, id).await, []);
        let paid = order::testing::paid(c, buyer, sku, 1).await;
        assert_eq!(kinds(c, who, id).await, [Blocker::Open, Blocker::Unsettled]);
        c.order().refund(who, paid.id, false).await.unwrap();
        assert_eq!(kinds(c, who, id).await, [Blocker::Refunds], "until its buyer has it");
        for _ in 0..2 {
            shop.advance(TimeDelta::minutes(5));
            run(c).await;
        }
        assert_eq!(kinds(c, who, id).await, []);
        let shipped = order::testing::paid(c, buyer, sku, 1).await;
        c.shipping().ship(who, shipped.id, vec![]).await.unwrap();
        c.order().confirm_receipt(buyer, shipped.id).await.unwrap();
        assert_eq!(kinds(c, who, id).await, [Blocker::AfterSale, Blocker::Unsettled]);
        shop.advance(TimeDelta::days(8));
        assert_eq!(kinds(c, who, id).await, [Blocker::Unsettled], "the period is over, the money is still owed");
    }

    async fn what_was_sold_meanwhile_comes_first(shop: Shop) {
        let c = &shop.commerce;
        let (id, who) = shop_of(&shop).await;
        let sku = shop.sku(9).await;
        deposit(c, who, id, 100).await;
        c.closing().announce(who, id).await.unwrap();
        order::testing::paid(c, guest(), sku, 1).await;
        shop.advance(TimeDelta::days(30));
        run(c).await;
        assert_eq!(state(c, who, id).await, Some(ClosingState::Winding));
        assert!(kinds(c, who, id).await.contains(&Blocker::Unsettled));
        assert_eq!(c.closing().view(who, id).await.unwrap().held.minor, 100, "nothing goes back yet");
        c.closing().withdraw(who, id).await.unwrap();
        let product = shop.product("Pot", 1).await;
        c.catalog().change_state(who, product, ProductEvent::Delist).await.unwrap();
        c.catalog().publish(who, product).await.unwrap();
        assert_eq!(c.audit().await.unwrap(), []);
    }

    async fn withdrawn_it_goes_on_and_may_be_announced_again(shop: Shop) {
        let c = &shop.commerce;
        let (id, who) = shop_of(&shop).await;
        let product = shop.product("Cup", 3).await;
        assert_eq!(c.closing().withdraw(who, id).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        c.closing().announce(who, id).await.unwrap();
        c.closing().withdraw(who, id).await.unwrap();
        shop.advance(TimeDelta::days(31));
        run(c).await;
        assert_eq!((state(c, who, id).await, sold(c, product).await), (Some(ClosingState::Withdrawn), ProductState::OnSale));
        assert_eq!(c.showcase().home(guest(), &"stall".parse().unwrap(), Locale::En).await.unwrap().closes_at, None);
        let rooms = c.closing();
        let (one, other) = tokio::join!(rooms.announce(who, id), rooms.announce(who, id));
        assert_ne!(one.is_ok(), other.is_ok(), "{one:?} {other:?}");
    }

    async fn the_operators_rule_sets_the_days(shop: Shop) {
        let c = &shop.commerce;
        let (id, who) = shop_of(&shop).await;
        let rule = |announce_days| ClosingRule { announce_days, after_sale_days: 3 };
        let now = c.clock().now();
        assert_eq!(c.closing().set_rule(Actor::System, rule(-1), now).await.unwrap_err().fields(), ["announce_days"]);
        c.closing().set_rule(Actor::System, rule(10), now).await.unwrap();
        c.closing().set_rule(Actor::System, rule(90), now + TimeDelta::days(1)).await.unwrap();
        c.closing().announce(who, id).await.unwrap();
        shop.advance(TimeDelta::days(9));
        run(c).await;
        assert_eq!(state(c, who, id).await, Some(ClosingState::Announced));
        shop.advance(TimeDelta::days(1));
        run(c).await;
        assert_eq!(state(c, who, id).await, Some(ClosingState::Settled), "without a deposit nothing has to come back");
    }

    async fn what_was_topped_up_while_announced_goes_back_too(shop: Shop) {
        let c = &shop.commerce;
        let (id, who) = shop_of(&shop).await;
        deposit(c, who, id, 100).await;
        c.closing().announce(who, id).await.unwrap();
        deposit(c, who, id, 500).await;
        assert_eq!(c.closing().view(who, id).await.unwrap().held.minor, 500);
        shop.advance(TimeDelta::days(30));
        run(c).await;
        shop.advance(TimeDelta::minutes(10));
        run(c).await;
        assert_eq!(state(c, who, id).await, Some(ClosingState::Settled));
        assert_eq!(c.audit().await.unwrap(), []);
    }
}
