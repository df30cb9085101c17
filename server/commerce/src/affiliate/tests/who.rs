use shared::{Locale, PlanKind, Role};
use uuid::Uuid;

use super::{
    super::{SampleAct, SelectionQuery},
    fair, new_plan, points,
};
use crate::{
    Actor,
    order::testing::address,
    testing::{account, guest, on_both_databases, verdict},
};

on_both_databases! {
    async fn every_call_knows_who_may(shop: Shop) {
        let (f, c) = (fair(&shop).await, &shop.commerce);
        let (cup, pot) = (shop.product("Cup", 5).await, shop.product("Pot", 5).await);
        let helper = c.identity().create_account(Actor::System, "helper@demo.test".to_owned().try_into().unwrap(), "a password", "Helper", false).await.unwrap();
        c.identity().add_member(Actor::System, f.shop, helper, Role::Warehouse).await.unwrap();
        // Nobody, a guest, a stranger, the merchant, somebody of theirs without the duty, the creator, the operator, the system.
        let actors = [
            Actor::Nobody, guest(), account(), f.merchant, Actor::Account(helper), f.maker,
            Actor::Operator(shared::BuyerId(Uuid::new_v4())), Actor::System,
        ];
        let a = c.affiliate();
        let ordinary = f.offer(c, cup, PlanKind::Ordinary, 1_000, &[]).await;
        let targeted = f.offer(c, cup, PlanKind::Targeted, 1_000, &["maker"]).await;
        let home = c.identity().save_address(f.maker, None, address(), true).await.unwrap().id;
        let sku = shop.sku_of(cup).await;
        let sample = a.ask_sample(f.maker, &f.handle, (cup, sku), home, "").await.unwrap();
        let mut wrong = Vec::new();
        macro_rules! table {
            ($($expected:literal $call:expr;)+) => { $(
                let mut verdicts = String::new();
                for actor in actors {
                    verdicts.push(verdict($call(actor).await));
                }
                if verdicts != $expected {
                    wrong.push(format!("{verdicts} {}", stringify!($call)));
                }
            )+ };
        }
        table! {
            "uufff..." async |by| a.selection(by, &f.handle, SelectionQuery::default(), Locale::En).await;
            "uufff..." async |by| a.my_samples(by, &f.handle, Locale::En).await;
            "uufff..u" async |by| a.ask_sample(by, &f.handle, (cup, sku), home, "").await;
            "fff.ff.." async |by| a.promotion(by, f.shop, Locale::En).await;
            "fff.ff.." async |by| a.asked_samples(by, f.shop, Locale::En).await;
            "nnn.nn.." async |by| a.offer(by, new_plan(pot, PlanKind::Exclusive, 1, &["maker"])).await;
            "nnn.nn.." async |by| a.change_rate(by, ordinary, points(1_000)).await;
            "nnn.nn.." async |by| a.keep_plan(by, ordinary).await;
            "nnn.nn.." async |by| a.name_creator(by, targeted, &f.handle).await;
            "nnn.nn.." async |by| a.end_plan(by, ordinary).await;
            "nnn.nn.." async |by| a.move_sample(by, sample, SampleAct::Decline(String::new())).await;
            "nnn.nn.." async |by| a.move_sample(by, sample, SampleAct::Accept).await;
            "nnnnn..." async |by| a.move_sample(by, sample, SampleAct::Withdraw).await;
            "nnnnn..." async |by| a.move_sample(by, sample, SampleAct::Receive).await;
        }
        assert_eq!(wrong, Vec::<String>::new());
    }
}
