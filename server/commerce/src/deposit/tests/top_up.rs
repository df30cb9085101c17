use chrono::TimeDelta;
use shared::{DepositBy, ErrorCode, PaymentState, ProductEvent, ProductState, Role};

use super::*;
use crate::{onboarding::NewPolicy, testing::on_both_databases};

async fn policy(c: &Commerce, by: DepositBy, least_minor: i64) {
    let from = c.clock().now();
    let policy = NewPolicy { deposit_by: by, least_minor, review_hours: 1, pay_hours: 1, from };
    c.onboarding().set_policy(operator(), policy).await.unwrap();
}

on_both_databases! {
    async fn a_shortfall_takes_goods_off_and_a_top_up_brings_them_back(shop: Shop) {
        let c = &shop.commerce;
        let (id, who) = shop_of(&shop).await;
        let mut goods = Vec::new();
        for number in 0..70 {
            goods.push(shop.product(&format!("Cup {number}"), 3).await);
        }
        let off = shop.product("Taken off", 3).await;
        c.catalog().change_state(who, off, ProductEvent::Delist).await.unwrap();
        let tea = category(c, "tea", 200_000, false).await;
        granted(c, who, id, tea).await;
        let draft = shop.draft("Late", 1).await;
        let late = c.catalog().create_draft(who, id, draft).await.unwrap();
        assert_eq!(c.catalog().submit(who, late).await.unwrap_err().code(), ErrorCode::DepositShort, "at once");
        run(c).await;
        for product in &goods {
            assert_eq!(state(c, *product).await, ProductState::DepositShort);
        }
        assert!(c.search().search(Actor::Nobody, "Cup", None, Locale::En).await.unwrap().products.is_empty());
        let is = account(c, who, id).await;
        assert_eq!((is.required.minor, is.held.minor, is.missing.minor, is.short), (200_000, 0, 200_000, true));
        assert_eq!(kinds(c, who).await, ["category.approved", "deposit.short"]);
        shop.advance(TimeDelta::seconds(1));

        let due = c.deposit().top_up(who, id).await.unwrap();
        assert_eq!(c.deposit().top_up(who, id).await.unwrap(), due, "the same is asked for once");
        pay(c, who, due).await;
        run(c).await;
        for product in &goods {
            assert_eq!(state(c, *product).await, ProductState::OnSale);
        }
        assert_eq!(state(c, off).await, ProductState::Delisted, "what the shop took off stays off");
        assert_eq!(c.search().search(Actor::Nobody, "Cup", None, Locale::En).await.unwrap().products.len(), 24);
        c.catalog().submit(who, late).await.unwrap();
        let is = account(c, who, id).await;
        assert_eq!((is.held.minor, is.missing.minor, is.short, is.due.is_none()), (200_000, 0, false, true));
        assert_eq!(is.entries.iter().map(|entry| (entry.event.as_str(), entry.amount.minor)).collect::<Vec<_>>(), [("deposit_received", 200_000)]);
        assert_eq!(c.deposit().top_up(who, id).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        assert_eq!(kinds(c, who).await, ["category.approved", "deposit.enough", "deposit.short"]);
        assert_eq!(c.audit().await.unwrap(), []);
    }

    async fn the_operators_rule_decides_what_is_asked(shop: Shop) {
        let c = &shop.commerce;
        let (id, who) = shop_of(&shop).await;
        for (code, minor) in [("tea", 200_000), ("art", 50_000)] {
            let category = category(c, code, minor, false).await;
            granted(c, who, id, category).await;
        }
        assert_eq!(account(c, who, id).await.required.minor, 200_000, "the highest, unless told");
        let due = c.deposit().top_up(who, id).await.unwrap();
        pay(c, who, due).await;
        policy(c, DepositBy::Sum, 0).await;
        assert_eq!(c.deposit().check_all(operator()).await.unwrap(), 1);
        assert_eq!(c.deposit().check_all(operator()).await.unwrap(), 0, "nothing has changed since");
        let is = account(c, who, id).await;
        assert_eq!((is.required.minor, is.missing.minor, is.short), (250_000, 50_000, true));
        shop.advance(TimeDelta::minutes(1));
        policy(c, DepositBy::Maximum, 0).await;
        run(c).await;
        assert!(!account(c, who, id).await.short, "the timer looks by itself");
        shop.advance(TimeDelta::minutes(1));
        policy(c, DepositBy::Maximum, 300_000).await;
        run(c).await;
        assert_eq!(account(c, who, id).await.missing.minor, 100_000);
    }

    async fn goods_that_fell_short_can_still_be_taken_off(shop: Shop) {
        let c = &shop.commerce;
        let (id, who) = shop_of(&shop).await;
        let (cup, pot) = (shop.product("Cup", 3).await, shop.product("Pot", 3).await);
        granted(c, who, id, category(c, "tea", 100, false).await).await;
        run(c).await;
        let back = c.catalog().change_state(who, cup, ProductEvent::TopUp).await;
        assert_eq!(back.unwrap_err().code(), ErrorCode::Forbidden, "money does it, not words");
        c.catalog().change_state(who, cup, ProductEvent::Delist).await.unwrap();
        assert_eq!(c.catalog().publish(who, cup).await.unwrap_err().code(), ErrorCode::DepositShort);
        pay(c, who, c.deposit().top_up(who, id).await.unwrap()).await;
        run(c).await;
        assert_eq!((state(c, cup).await, state(c, pot).await), (ProductState::Delisted, ProductState::OnSale));
    }

    async fn an_unpaid_top_up_ends_and_late_money_goes_back(shop: Shop) {
        let c = &shop.commerce;
        let (id, who) = shop_of(&shop).await;
        granted(c, who, id, category(c, "tea", 100, false).await).await;
        let first = c.deposit().top_up(who, id).await.unwrap();
        let payment = start(c, who, first).await;
        shop.advance(TimeDelta::days(2));
        run(c).await;
        assert_eq!(c.payment().state(Actor::System, payment).await.unwrap(), PaymentState::Closed);
        let second = c.deposit().top_up(who, id).await.unwrap();
        assert_ne!(first, second);
        let payment = start(c, who, second).await;
        attempt(c, payment, Outcome::Late).await;
        for _ in 0..2 {
            shop.advance(TimeDelta::minutes(10));
            run(c).await;
        }
        assert_eq!(c.payment().state(Actor::System, payment).await.unwrap(), PaymentState::Refunded);
        assert_eq!(account(c, who, id).await.held.minor, 0);
        assert_eq!(c.audit().await.unwrap(), []);
    }

    async fn of_two_who_top_up_one_pays(shop: Shop) {
        let c = &shop.commerce;
        let (id, who) = shop_of(&shop).await;
        let Actor::Account(finance) = crate::testing::owner(c, shop.another_stall("other").await.shop).await else { unreachable!() };
        c.identity().add_member(Actor::System, id, finance, Role::Finance).await.unwrap();
        granted(c, who, id, category(c, "tea", 100, false).await).await;
        let first = c.deposit().top_up(who, id).await.unwrap();
        let payment = start(c, who, first).await;
        let second = c.deposit().top_up(Actor::Account(finance), id).await.unwrap();
        assert_ne!(first, second, "the first is ended, its payment closed");
        assert_eq!(c.payment().state(Actor::System, payment).await.unwrap(), PaymentState::Closed);
        pay(c, Actor::Account(finance), second).await;
        let rooms = c.deposit();
        let (one, other) = tokio::join!(rooms.top_up(who, id), rooms.top_up(Actor::Account(finance), id));
        assert!(one.is_err() && other.is_err(), "nothing is missing");
        assert_eq!(account(c, who, id).await.held.minor, 100);
        assert_eq!(c.audit().await.unwrap(), []);
    }

    async fn both_at_once_are_asked_for_one_top_up(shop: Shop) {
        let c = &shop.commerce;
        let (id, who) = shop_of(&shop).await;
        granted(c, who, id, category(c, "tea", 100, false).await).await;
        let rooms = c.deposit();
        let (one, other) = tokio::join!(rooms.top_up(who, id), rooms.top_up(who, id));
        let asked: Vec<_> = [one, other].into_iter().filter_map(Result::ok).collect();
        let due = account(c, who, id).await.due.unwrap().id;
        assert!(!asked.is_empty() && asked.contains(&due));
    }
}
