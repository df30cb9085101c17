use chrono::TimeDelta;
use shared::{DepositBy, Locale, TermValue};

use super::{super::*, *};
use crate::{catalog::NewTerm, testing::on_both_databases};

on_both_databases! {
    async fn a_higher_deposit_names_who_would_fall_short(shop: Shop) {
        let c = &shop.commerce;
        let (tea, books) = (category(c, "tea", 200_000).await, category(c, "books", 300_000).await);
        open(c, "only-tea", vec![tea]).await;
        open(c, "both", vec![tea, books]).await;
        open(c, "only-books", vec![books]).await;
        let later = c.clock().now() + TimeDelta::days(30);
        let effect = async |minor| c.onboarding().deposit_effect(operator(), tea, minor, Some(later), Locale::En).await.unwrap();
        let short = |effect: shared::dto::DepositEffect| {
            let rows: Vec<_> = effect.short.iter().map(|row| (row.held.minor, row.would.minor, row.short.minor)).collect();
            (effect.shops, rows, effect.sum.minor)
        };
        assert_eq!(short(effect(100_000).await), (2, vec![], 0));
        assert_eq!(short(effect(250_000).await), (2, vec![(200_000, 250_000, 50_000)], 50_000));
        let both = vec![(200_000, 400_000, 200_000), (300_000, 400_000, 100_000)];
        assert_eq!(short(effect(400_000).await), (2, both, 300_000));
        // The rule for several categories is the one of that day.
        let policy = NewPolicy { deposit_by: DepositBy::Sum, least_minor: 0, review_hours: 1, pay_hours: 1, from: later };
        c.onboarding().set_policy(operator(), policy).await.unwrap();
        assert_eq!(short(effect(200_000).await), (2, vec![(300_000, 500_000, 200_000)], 200_000));
        // Looking changed nothing; a term does, when its day has come.
        let new = NewTerm { category: tea, scene: None, value: TermValue::Deposit(250_000), from: Some(later), seen: None };
        c.catalog().set_term(operator(), new).await.unwrap();
        let asked = async || {
            let offered = mine(c, person(c).await).await.categories;
            offered.iter().find(|one| one.id == tea).unwrap().deposit.minor
        };
        assert_eq!(asked().await, 200_000);
        shop.advance(TimeDelta::days(30));
        assert_eq!(asked().await, 250_000);
        let wrong = c.onboarding().deposit_effect(operator(), tea, -1, Some(later - TimeDelta::days(1)), Locale::En).await.unwrap_err();
        assert_eq!(wrong.fields(), ["deposit", "from"]);
    }

    async fn where_a_shop_sells_now_is_what_counts(shop: Shop) {
        let c = &shop.commerce;
        let (tea, books) = (category(c, "tea", 200_000).await, category(c, "books", 0).await);
        let who = open(c, "only-tea", vec![tea]).await;
        let id = c.catalog().my_shops(who, Locale::En).await.unwrap()[0].id;
        let effect = async |category| {
            let effect = c.onboarding().deposit_effect(operator(), category, 300_000, None, Locale::En).await.unwrap();
            (effect.shops, effect.short.iter().map(|row| row.short.minor).collect::<Vec<_>>())
        };
        assert_eq!(effect(books).await, (0, vec![]));
        let wish = c.deposit().ask(who, id, books).await.unwrap();
        c.deposit().decide(operator(), wish, 1, crate::deposit::Word::Approve).await.unwrap();
        assert_eq!(effect(books).await, (1, vec![100_000]), "added after it had opened");
        let now = c.clock().now();
        c.closing().set_rule(operator(), shared::dto::ClosingRule { announce_days: 0, after_sale_days: 0 }, now).await.unwrap();
        c.closing().announce(who, id).await.unwrap();
        c.timer().run_due(Actor::System).await.unwrap();
        assert_eq!((effect(books).await, effect(tea).await), ((0, vec![]), (0, vec![])), "a closed shop owes nothing");
    }
}
