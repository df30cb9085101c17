use std::collections::HashMap;

use chrono::{DateTime, TimeDelta};
use proptest::prelude::*;
use shared::{Currency, LocalText, Money, ProductId, ShopId};

use super::{
    super::{effect::calculate, fees},
    *,
};
use crate::{
    catalog::{categories::Categories, entity::category},
    order::{
        FeeLines,
        testing::{line, paid, payment, request},
    },
    sandbox,
    testing::{guest, key, on_both_databases},
};

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

/// Three categories in a line and one beside them, with rates at random.
fn tree(rates: &[(u128, Option<usize>, i32)]) -> (Vec<category::Model>, Vec<fee_rate::Model>) {
    let row = |n: u128, parent: Option<u128>| category::Model {
        id: CategoryId(id(n)),
        parent_id: parent.map(|parent| CategoryId(id(parent))),
        code: n.to_string(),
        name: LocalText::default(),
        attributes: serde_json::json!([]),
        deposit_minor: 0,
        confirm_days: 10,
        seven_day_return: true,
        position: 0,
        revision: 0,
    };
    let mut kept = HashMap::new();
    for (n, (category, scene, rate)) in (100..).zip(rates) {
        let scene = scene.map(|scene| Scene::ALL[scene]);
        kept.insert(
            (*category, scene),
            fee_rate::Model {
                id: id(n),
                category_id: CategoryId(id(*category)),
                scene,
                rate: points(*rate),
                valid_from: DateTime::UNIX_EPOCH,
                valid_to: None,
            },
        );
    }
    (vec![row(0, None), row(1, Some(0)), row(2, Some(1)), row(3, None)], kept.into_values().collect())
}

proptest! {
    /// The what-if is the change itself, carried out: every line's fee by the table as it would read, rounded as
    /// orders round; lines that the change does not concern are not in it.
    #[test]
    fn what_if_is_what_a_real_recalculation_gives(
        rates in prop::collection::vec((0_u128..4, prop::option::of(0_usize..6), 0_i32..=10_000), 0..12),
        changed in (0_u128..4, prop::option::of(0_usize..6), prop::option::of(0_i32..=10_000)),
        sold in prop::collection::vec((0_u128..4, 0_u128..4, 0_usize..6, 1_i64..1_000_000, 1_i64..4, 0_i64..50_000), 0..40),
    ) {
        let (rows, rates) = tree(&rates);
        let at = DateTime::UNIX_EPOCH + TimeDelta::days(9);
        let lines: Vec<_> = sold.iter().map(|(shop, product, scene, amount, lines, fee)| FeeLines {
            shop: ShopId(id(*shop)), product: ProductId(id(*product)), scene: Scene::ALL[*scene],
            currency: if *shop == 3 { Currency::Usd } else { Currency::Cny },
            amount: *amount, lines: *lines, fee: *fee,
        }).collect();
        // Product n is in category n.
        let of: HashMap<_, _> = (0..4).map(|n| (ProductId(id(n)), CategoryId(id(n)))).collect();
        let (category, scene, rate) = (CategoryId(id(changed.0)), changed.1.map(|n| Scene::ALL[n]), changed.2.map(points));
        let new = fee_rate::Model { id: id(999), category_id: category, scene, rate: rate.unwrap_or_default(), valid_from: at, valid_to: None };
        let before = Categories::new(rows.clone(), &[], rates.clone(), at);
        let after = Categories::new(rows, &[], fees::after(rates, &new, rate), at);
        let sums = calculate(&lines, &of, &before, &after, at).unwrap();

        let (mut then, mut would, mut other) = (0, 0, 0);
        for line in &lines {
            let category = of[&line.product];
            let one = |all: &Categories| all.fee(category, line.scene, at).of(Money::new(line.amount, line.currency)).unwrap().minor;
            let touched = before.rate(category, line.scene, at).map(|r| r.id) != after.rate(category, line.scene, at).map(|r| r.id);
            if touched {
                then += line.fee;
                would += one(&after) * line.lines;
            } else {
                prop_assert_eq!(one(&before), one(&after));
                other += line.lines;
            }
        }
        let total = |pick: fn(&crate::catalog::tables::effect::Sum) -> i64| sums.all.values().map(pick).sum::<i64>();
        prop_assert_eq!((total(|sum| sum.then), total(|sum| sum.would)), (then, would));
        prop_assert_eq!(total(|sum| sum.lines) + other, lines.iter().map(|line| line.lines).sum::<i64>());
        // The three ways of summing up are one sum.
        let by_row: i64 = sums.rows.values().map(|(_, sum)| sum.would - sum.then).sum();
        let by_shop: i64 = sums.shops.values().map(|sum| sum.would - sum.then).sum();
        prop_assert_eq!((by_row, by_shop), (would - then, would - then));
    }
}

on_both_databases! {
    async fn what_if_looks_at_paid_lines_of_thirty_days(shop: Shop) {
        let c = &shop.commerce;
        let category = shop.stall().await.category;
        let cup = shop.sku(99).await;
        let mut pricey = shop.draft("Pot", 99).await;
        pricey.skus[0].price = Money::new(12_345, Currency::Cny);
        let pricey = shop.listed(pricey).await;
        let pot = shop.sku_of(pricey).await;
        let buyer = guest();
        paid(c, buyer, cup, 2).await;
        shop.advance(TimeDelta::days(31));
        paid(c, buyer, cup, 3).await;
        paid(c, buyer, cup, 3).await;
        // Never paid.
        crate::order::testing::order(c, buyer, cup, 5).await.unwrap();
        let mut met_live = line(pot, 1);
        met_live.source.scene = Scene::Live;
        let placed = c.order().place(buyer, key("live"), request(vec![met_live, line(cup, 1)], 12_445), Locale::En).await.unwrap();
        let live = payment(c, buyer, placed.orders[0].id).await;
        sandbox::testing::attempt(c, live, sandbox::Outcome::Success).await;

        let what = |scene, rate| fee(category, scene, rate, Some(c.clock().now() + TimeDelta::days(7)));
        let effect = c.catalog().fee_effect(operator(), &what(None, Some(550)), Locale::En).await.unwrap();
        let sum = effect.sums[0];
        // 3 + 3 + 1 cups at ¥1, the pot at ¥123.45; 2 % was 6 + 6 + 2 + 247 fen, 5.5 % is 17 + 17 + 6 + 679.
        assert_eq!((sum.lines, sum.amount.minor, sum.then.minor, sum.would.minor), (4, 13_045, 261, 719));
        assert_eq!(sum.difference.minor, 719 - 261);
        let rows: Vec<_> = effect.rows.iter().map(|row| (row.scene, row.sum.lines, row.sum.would.minor)).collect();
        assert_eq!(rows, [(Scene::Live, 1, 679), (Scene::Product, 3, 40)]);
        assert_eq!((effect.shops.len(), effect.shops[0].name.as_str(), effect.shops[0].sum), (1, "stall", sum));
        let effect = c.catalog().fee_effect(operator(), &what(Some(Scene::Live), Some(0)), Locale::En).await.unwrap();
        assert_eq!((effect.sums[0].lines, effect.sums[0].difference.minor), (1, -247));
        let effect = c.catalog().fee_effect(operator(), &what(Some(Scene::Share), Some(900)), Locale::En).await.unwrap();
        assert!(effect.rows.is_empty() && effect.sums.is_empty());

        // Carried out, the same basket costs what was foretold; and looking has changed nothing.
        assert_eq!(now(c, category, Scene::Live).await, 200);
        set(c, what(None, Some(550))).await.unwrap();
        shop.advance(TimeDelta::days(7));
        let again = paid(c, buyer, cup, 3).await;
        let (_, lines) = crate::order::queries::all(c.db().read()).await.unwrap();
        assert_eq!(lines.iter().find(|line| line.order_id == again.id).unwrap().fee_minor, 17);
    }
}
