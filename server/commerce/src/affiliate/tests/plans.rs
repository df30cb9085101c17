use chrono::TimeDelta;
use shared::{ErrorCode, Locale, PlanKind};

use super::{Fair, fair, new_plan, points};
use crate::testing::on_both_databases;

on_both_databases! {
    async fn who_sees_what(shop: Shop) {
        let (f, c) = (fair(&shop).await, &shop.commerce);
        let third = shop.another_stall("third").await;
        let third = (crate::testing::owner(c, third.shop).await, "third".parse().unwrap());
        let (cup, pot, jar, bowl) = (
            shop.product("Cup", 5).await, shop.product("Pot", 5).await, shop.product("Jar", 5).await, shop.product("Bowl", 5).await,
        );
        f.offer(c, cup, PlanKind::Ordinary, 1_000, &[]).await;
        f.offer(c, pot, PlanKind::Ordinary, 1_000, &[]).await;
        f.offer(c, pot, PlanKind::Targeted, 2_000, &["maker"]).await;
        f.offer(c, jar, PlanKind::Exclusive, 3_000, &["maker"]).await;
        let seen = [f.rate(c, cup).await, f.rate(c, pot).await, f.rate(c, jar).await, f.rate(c, bowl).await];
        assert_eq!(seen, [Some(1_000), Some(2_000), Some(3_000), None]);
        let stranger = Fair { maker: third.0, handle: third.1, ..fair_of(&f) };
        let seen = [stranger.rate(c, cup).await, stranger.rate(c, pot).await, stranger.rate(c, jar).await];
        assert_eq!(seen, [Some(1_000), Some(1_000), None]);
        // A shop is not offered its own goods, and sees them all the same.
        let own = Fair { maker: f.merchant, handle: "stall".parse().unwrap(), ..fair_of(&f) };
        assert_eq!(own.choice(c).await.len(), 0);
        let all = c.affiliate().selection(f.merchant, &own.handle, Default::default(), Locale::En).await.unwrap();
        assert_eq!((all.total, all.items.iter().all(|item| item.commission.kind.is_none())), (4, true));
        // What is off sale is not offered.
        c.catalog().change_state(f.merchant, cup, shared::ProductEvent::Delist).await.unwrap();
        assert_eq!(f.rate(c, cup).await, None);
    }

    async fn an_offer_is_judged(shop: Shop) {
        let (f, c) = (fair(&shop).await, &shop.commerce);
        let cup = shop.product("Cup", 5).await;
        let a = c.affiliate();
        for (plan, field) in [
            (new_plan(cup, PlanKind::Ordinary, 9_001, &[]), "rate"),
            (new_plan(cup, PlanKind::Ordinary, 1_000, &["maker"]), "creators"),
            (new_plan(cup, PlanKind::Exclusive, 1_000, &[]), "creators"),
            (new_plan(cup, PlanKind::Exclusive, 1_000, &["stall"]), "creators"),
            (new_plan(cup, PlanKind::Exclusive, 1_000, &["nobody"]), "creators"),
            (new_plan(cup, PlanKind::Targeted, 1_000, &["maker"]), "plan"),
        ] {
            assert_eq!(a.offer(f.merchant, plan).await.unwrap_err().fields(), [field]);
        }
        f.offer(c, cup, PlanKind::Ordinary, 9_000, &[]).await;
        for kind in [PlanKind::Ordinary, PlanKind::Exclusive] {
            let names: &[&str] = if kind == PlanKind::Exclusive { &["maker"] } else { &[] };
            assert_eq!(a.offer(f.merchant, new_plan(cup, kind, 100, names)).await.unwrap_err().fields(), ["plan"]);
        }
    }

    async fn a_rate_rises_at_once_and_falls_after_notice(shop: Shop) {
        let (f, c) = (fair(&shop).await, &shop.commerce);
        let cup = shop.product("Cup", 5).await;
        let a = c.affiliate();
        let plan = f.offer(c, cup, PlanKind::Ordinary, 1_000, &[]).await;
        f.take(c, cup).await.unwrap();
        a.change_rate(f.merchant, plan, points(1_500)).await.unwrap();
        assert_eq!(f.rate(c, cup).await, Some(1_500));
        a.change_rate(f.merchant, plan, points(800)).await.unwrap();
        let item = f.choice(c).await.remove(0).commission;
        assert_eq!((item.rate.get(), item.falls.unwrap().0.get(), item.linked), (1_500, 800, Some(points(1_000))));
        let letters = c.inbox().list(f.maker).await.unwrap();
        assert_eq!((letters.len(), letters[0].kind.as_str(), letters[0].parts[2].as_str()), (1, "commission.falls", "8.00%"));
        shop.advance(TimeDelta::days(6));
        // A smaller fall needs no new notice.
        a.change_rate(f.merchant, plan, points(1_200)).await.unwrap();
        assert_eq!(f.rate(c, cup).await, Some(1_500));
        shop.advance(TimeDelta::days(1));
        assert_eq!(f.rate(c, cup).await, Some(1_200));
        // Taken back in time, nothing falls.
        a.change_rate(f.merchant, plan, points(500)).await.unwrap();
        a.keep_plan(f.merchant, plan).await.unwrap();
        assert_eq!(a.keep_plan(f.merchant, plan).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        shop.advance(TimeDelta::days(30));
        assert_eq!(f.rate(c, cup).await, Some(1_200));
        assert_eq!(c.audit().await.unwrap(), []);
    }

    async fn an_exclusive_plan_waits_for_the_ordinary_one_to_end(shop: Shop) {
        let (f, c) = (fair(&shop).await, &shop.commerce);
        let cup = shop.product("Cup", 5).await;
        let a = c.affiliate();
        let ordinary = f.offer(c, cup, PlanKind::Ordinary, 1_000, &[]).await;
        let targeted = f.offer(c, cup, PlanKind::Targeted, 1_500, &["maker"]).await;
        a.end_plan(f.merchant, ordinary).await.unwrap();
        assert_eq!(a.end_plan(f.merchant, ordinary).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        assert_eq!(a.end_plan(f.merchant, targeted).await.unwrap_err().code(), ErrorCode::IllegalTransition, "it ends with the other");
        let exclusive = f.offer(c, cup, PlanKind::Exclusive, 3_000, &["maker"]).await;
        let seen = a.promotion(f.merchant, f.shop, Locale::En).await.unwrap().plans;
        let waits = seen.iter().find(|plan| plan.id == exclusive).unwrap();
        assert_eq!(waits.starts, seen.iter().find(|plan| plan.id == ordinary).unwrap().ends);
        assert_eq!(f.rate(c, cup).await, Some(1_500));
        // Nobody takes the end back while somebody waits for it.
        assert_eq!(a.keep_plan(f.merchant, ordinary).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        shop.advance(TimeDelta::days(7));
        assert_eq!(f.rate(c, cup).await, Some(3_000));
        assert_eq!(a.change_rate(f.merchant, ordinary, points(1)).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        a.end_plan(f.merchant, exclusive).await.unwrap();
        shop.advance(TimeDelta::days(7));
        assert_eq!(f.rate(c, cup).await, None);
    }

    async fn a_targeted_plan_names_and_drops(shop: Shop) {
        let (f, c) = (fair(&shop).await, &shop.commerce);
        shop.another_stall("third").await;
        let cup = shop.product("Cup", 5).await;
        let a = c.affiliate();
        let ordinary = f.offer(c, cup, PlanKind::Ordinary, 1_000, &[]).await;
        let plan = f.offer(c, cup, PlanKind::Targeted, 2_000, &["third"]).await;
        assert_eq!(f.rate(c, cup).await, Some(1_000));
        assert_eq!(a.name_creator(f.merchant, ordinary, &f.handle).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        shop.advance(TimeDelta::seconds(1));
        a.name_creator(f.merchant, plan, &f.handle).await.unwrap();
        a.name_creator(f.merchant, plan, &f.handle).await.unwrap();
        assert_eq!((f.rate(c, cup).await, c.inbox().list(f.maker).await.unwrap()[0].kind.as_str()), (Some(2_000), "commission.named"));
        shop.advance(TimeDelta::seconds(1));
        a.drop_creator(f.merchant, plan, f.creator).await.unwrap();
        assert_eq!(a.drop_creator(f.merchant, plan, f.creator).await.unwrap_err().code(), ErrorCode::NotFound);
        let item = f.choice(c).await.remove(0).commission;
        assert_eq!((item.rate.get(), item.ends.is_some()), (2_000, true), "notice for them, too");
        shop.advance(TimeDelta::days(7));
        assert_eq!(f.rate(c, cup).await, Some(1_000));
        let log = c.staff().activity(f.merchant, f.shop, None, Locale::En).await.unwrap().items;
        let acts: Vec<_> = log.iter().map(|entry| (entry.act.as_str(), entry.subject.as_str())).collect();
        assert_eq!(acts[..2], [("plan.dropped", "Cup"), ("plan.named", "Cup")]);
    }

    async fn of_plans_that_exclude_each_other_one_is_made(shop: Shop) {
        let (f, c) = (fair(&shop).await, &shop.commerce);
        let cup = shop.product("Cup", 5).await;
        let a = c.affiliate();
        let offer = |kind, names: &'static [&'static str]| a.offer(f.merchant, new_plan(cup, kind, 1_000, names));
        let (o, e) = (PlanKind::Ordinary, PlanKind::Exclusive);
        let made = tokio::join!(offer(o, &[]), offer(e, &["maker"]), offer(o, &[]), offer(e, &["maker"]), offer(o, &[]));
        let made = [made.0, made.1, made.2, made.3, made.4];
        assert_eq!(made.iter().filter(|made| made.is_ok()).count(), 1);
        for refused in made.iter().filter_map(|made| made.as_ref().err()) {
            assert_eq!(refused.fields(), ["plan"]);
        }
        assert_eq!(a.promotion(f.merchant, f.shop, Locale::En).await.unwrap().plans.len(), 1);
    }
}

/// The same fair, for other eyes.
fn fair_of(f: &Fair) -> Fair {
    Fair {
        shop: f.shop,
        merchant: f.merchant,
        maker: f.maker,
        handle: f.handle.clone(),
        creator: f.creator,
        home: f.home,
    }
}
