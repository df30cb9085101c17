use chrono::TimeDelta;
use shared::{ErrorCode, Scene, Term, TermValue};

use super::{super::*, *};
use crate::{
    order::testing::paid,
    testing::{guest, on_both_databases},
};

on_both_databases! {
    async fn a_rate_begins_when_it_says_and_an_order_keeps_the_one_it_was_placed_under(shop: Shop) {
        let c = &shop.commerce;
        let (category, sku) = (shop.stall().await.category, shop.sku(9).await);
        let (start, buyer) = (c.clock().now(), guest());
        let before = paid(c, buyer, sku, 1).await;
        set(c, fee(category, None, Some(500), Some(start + TimeDelta::hours(1)))).await.unwrap();
        assert_eq!(now(c, category, Scene::Product).await, 200);
        shop.advance(TimeDelta::minutes(60) - TimeDelta::milliseconds(1));
        assert_eq!(now(c, category, Scene::Product).await, 200);
        shop.advance(TimeDelta::milliseconds(1));
        assert_eq!(now(c, category, Scene::Product).await, 500);
        let after = paid(c, buyer, sku, 1).await;
        let (orders, lines) = crate::order::queries::all(c.db().read()).await.unwrap();
        let fee_of = |id| lines.iter().find(|line| line.order_id == id).map(|line| (line.fee_rate.get(), line.fee_minor));
        assert_eq!((orders.len(), fee_of(before.id), fee_of(after.id)), (2, Some((200, 2)), Some((500, 5))));
        no_overlap(c).await;
    }

    async fn a_rate_lasts_until_the_next_planned_one(shop: Shop) {
        let c = &shop.commerce;
        let (category, start) = (shop.stall().await.category, c.clock().now());
        let at = |hours| Some(start + TimeDelta::hours(hours));
        set(c, fee(category, None, Some(900), at(9))).await.unwrap();
        set(c, fee(category, None, Some(300), at(3))).await.unwrap();
        set(c, fee(category, None, Some(600), at(6))).await.unwrap();
        set(c, fee(category, Some(Scene::Live), Some(50), at(4))).await.unwrap();
        // Said again for the same moment: the last word counts.
        set(c, fee(category, None, Some(650), at(6))).await.unwrap();
        let rates = no_overlap(c).await;
        assert_eq!(rates.len(), 5);
        let mut seen = Vec::new();
        for _ in 0..10 {
            seen.push((now(c, category, Scene::Product).await, now(c, category, Scene::Live).await));
            shop.advance(TimeDelta::hours(1));
        }
        let expected = [(200, 200), (200, 200), (200, 200), (300, 300), (300, 50), (300, 50), (650, 50), (650, 50), (650, 50), (900, 50)];
        assert_eq!(seen, expected);
        let entries = history(c, &[Term::Fee]).await;
        let last = entries.first().unwrap();
        assert_eq!((entries.len(), &last.was, &last.becomes), (5, &Some(TermValue::Fee(Some(points(600)))), &TermValue::Fee(Some(points(650)))));
    }

    async fn a_planned_end_outlives_what_is_said_for_before_it(shop: Shop) {
        let c = &shop.commerce;
        let above = shop.stall().await.category;
        let node = NewNode { parent: Some(above), code: "cups".into(), name: crate::testing::text("Cups"), from: None };
        let below = c.catalog().add_node(operator(), node).await.unwrap();
        let start = c.clock().now();
        let at = |hours| Some(start + TimeDelta::hours(hours));
        set(c, fee(below, None, Some(700), None)).await.unwrap();
        set(c, fee(below, None, None, at(8))).await.unwrap();
        set(c, fee(below, None, Some(300), at(3))).await.unwrap();
        set(c, fee(below, None, Some(500), at(5))).await.unwrap();
        let entries = history(c, &[Term::Fee]).await;
        let five = entries.iter().find(|entry| entry.from == crate::clock::rfc3339(at(5).unwrap())).unwrap().id;
        c.catalog().withdraw_term(operator(), five).await.unwrap();
        let mut seen = Vec::new();
        for _ in 0..10 {
            seen.push(now(c, below, Scene::Product).await);
            shop.advance(TimeDelta::hours(1));
        }
        assert_eq!(seen, [700, 700, 700, 300, 300, 300, 300, 300, 200, 200], "from the eighth hour on the one above counts");
        no_overlap(c).await;
    }

    async fn without_a_rate_of_its_own_the_one_above_counts(shop: Shop) {
        let c = &shop.commerce;
        let above = shop.stall().await.category;
        let node = NewNode { parent: Some(above), code: "cups".into(), name: crate::testing::text("Cups"), from: None };
        let below = c.catalog().add_node(operator(), node).await.unwrap();
        assert_eq!(now(c, below, Scene::Video).await, 200);
        set(c, fee(below, Some(Scene::Video), Some(700), None)).await.unwrap();
        assert_eq!((now(c, below, Scene::Video).await, now(c, below, Scene::Share).await), (700, 200));
        shop.advance(TimeDelta::hours(1));
        set(c, fee(below, Some(Scene::Video), None, None)).await.unwrap();
        assert_eq!(now(c, below, Scene::Video).await, 200);
        no_overlap(c).await;
    }

    async fn what_has_not_begun_is_taken_back_once(shop: Shop) {
        let c = &shop.commerce;
        let (category, start) = (shop.stall().await.category, c.clock().now());
        let at = |hours| Some(start + TimeDelta::hours(hours));
        set(c, fee(category, None, Some(300), at(3))).await.unwrap();
        set(c, fee(category, None, Some(600), at(6))).await.unwrap();
        set(c, fee(category, None, None, at(8))).await.unwrap();
        let entries = history(c, &[Term::Fee]).await;
        assert!(entries.iter().all(|entry| entry.planned && !entry.withdrawn));
        let id = |hours| entries.iter().find(|entry| entry.from == crate::clock::rfc3339(at(hours).unwrap())).unwrap().id;
        let catalog = c.catalog();
        catalog.withdraw_term(operator(), id(3)).await.unwrap();
        assert_eq!(catalog.withdraw_term(operator(), id(3)).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        catalog.withdraw_term(operator(), id(8)).await.unwrap();
        let rates = no_overlap(c).await;
        let spans: Vec<_> = rates.iter().map(|rate| (rate.rate.get(), rate.valid_to)).collect();
        assert_eq!(spans, [(200, at(6)), (600, None)]);
        shop.advance(TimeDelta::hours(7));
        assert_eq!(now(c, category, Scene::Product).await, 600);
        assert_eq!(catalog.withdraw_term(operator(), id(6)).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        let gone = history(c, &[Term::Fee]).await.into_iter().filter(|entry| entry.withdrawn).count();
        assert_eq!(gone, 2);
    }

    async fn the_past_is_not_changed(shop: Shop) {
        let c = &shop.commerce;
        let (category, start) = (shop.stall().await.category, c.clock().now());
        for wrong in [start - TimeDelta::milliseconds(1), start + TimeDelta::days(800)] {
            let refused = set(c, fee(category, None, Some(1), Some(wrong))).await.unwrap_err();
            assert_eq!(refused.fields(), ["from"]);
        }
        let unknown = CategoryId(Uuid::new_v4());
        assert_eq!(set(c, fee(unknown, None, Some(1), None)).await.unwrap_err().code(), ErrorCode::NotFound);
        assert_eq!(set(c, new(category, TermValue::Order(3), None)).await.unwrap_err().fields(), ["value"]);
    }

    async fn of_two_who_saw_the_same_one_wins(shop: Shop) {
        let c = &shop.commerce;
        let (category, start) = (shop.stall().await.category, c.clock().now());
        let seen = c.catalog().fee_table(operator(), Locale::En).await.unwrap().categories[0].revision;
        let with = |rate, hours| NewTerm {
            seen: Some(seen),
            ..fee(category, None, Some(rate), Some(start + TimeDelta::hours(hours)))
        };
        let (one, other) = tokio::join!(set(c, with(300, 1)), set(c, with(400, 2)));
        let refused: Vec<_> = [one, other].into_iter().filter_map(|answer| answer.err().map(|error| error.code())).collect();
        assert_eq!(refused, [ErrorCode::Conflict]);
        assert_eq!(no_overlap(c).await.len(), 2);
    }

    async fn no_race_makes_two_rates_overlap(shop: Shop) {
        let c = &shop.commerce;
        let (category, start) = (shop.stall().await.category, c.clock().now());
        let tasks = (0..24).map(|n: i32| {
            let (c, scene) = (c.clone(), (n % 2 == 0).then_some(Scene::Live));
            tokio::spawn(async move {
                let from = start + TimeDelta::hours(i64::from(n * 7 % 5));
                set(&c, fee(category, scene, (n % 6 != 5).then_some(n), Some(from))).await
            })
        });
        for task in tasks.collect::<Vec<_>>() {
            task.await.unwrap().unwrap();
        }
        no_overlap(c).await;
        assert_eq!(history(c, &[Term::Fee]).await.len(), 24);
    }

    async fn the_database_itself_refuses_a_second_rate_of_one_moment(shop: Shop) {
        let c = &shop.commerce;
        let category_id = shop.stall().await.category;
        for (valid_from, valid_to) in [(DateTime::UNIX_EPOCH, Some(c.clock().now())), (c.clock().now(), None)] {
            let row = fee_rate::Model { id: Uuid::new_v4(), category_id, scene: None, rate: points(1), valid_from, valid_to };
            let insert = c.db().write::<_, Error, _>(move |tx| {
                let row = row.clone();
                Box::pin(async move { Ok(queries::insert_fee_rate(tx, row).await?) })
            });
            assert!(insert.await.is_err());
        }
    }
}
