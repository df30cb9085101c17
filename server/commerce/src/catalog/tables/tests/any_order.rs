use chrono::TimeDelta;
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use shared::{Scene, Term, TermValue};

use super::*;
use crate::{
    catalog::{NewCategory, categories::Categories},
    testing::{on_both_databases, text},
};

/// What was said of one category: from which hour on, which fee (none: that of nobody), and a deposit by the same number.
type Said = Vec<(i64, Option<i32>)>;

/// The last word for the latest moment that has come.
fn last(said: &Said, hour: i64) -> Option<Option<i32>> {
    let moment = said.iter().map(|(from, _)| *from).filter(|from| *from <= hour).max()?;
    said.iter().rev().find(|(from, _)| *from == moment).map(|(_, rate)| *rate)
}

fn deposit(rate: Option<i32>) -> i64 {
    rate.map_or(1, |rate| i64::from(rate) * 100)
}

async fn category(c: &Commerce, code: String) -> CategoryId {
    let new = NewCategory {
        parent: None,
        name: text(&code),
        code,
        attributes: vec![],
        fees: vec![(None, points(200))],
        deposit_minor: 7,
        confirm_days: 10,
        seven_day_return: true,
    };
    c.catalog().add_category(Actor::System, new).await.unwrap()
}

on_both_databases! {
    async fn of_one_thing_two_terms_are_never_in_force_at_once(shop: Shop) {
        let (c, start) = (&shop.commerce, shop.commerce.clock().now());
        let acts = prop::collection::vec((prop::bool::weighted(0.4), 0_i64..5, prop::option::of(0_i32..=10_000)), 2..16);
        let mut runner = TestRunner::deterministic();
        for case in 0..10 {
            let acts = acts.new_tree(&mut runner).unwrap().current();
            let category = category(c, format!("case-{case}")).await;
            let mut said = Said::new();
            for (takes_back, hour, rate) in &acts {
                let from = start + TimeDelta::hours(*hour);
                if *takes_back {
                    let planned = said.iter().rposition(|(at, _)| at == hour && *hour > 0);
                    let Some(place) = planned else { continue };
                    said.remove(place);
                    for term in [Term::Fee, Term::Deposit] {
                        let entries = c.catalog().term_history(operator(), Some(category), &[term], Locale::En).await.unwrap();
                        let own = entries.into_iter().find(|entry| entry.planned && entry.from == crate::clock::rfc3339(from));
                        c.catalog().withdraw_term(operator(), own.unwrap().id).await.unwrap();
                    }
                } else {
                    set(c, fee(category, None, *rate, Some(from))).await.unwrap();
                    set(c, new(category, TermValue::Deposit(deposit(*rate)), Some(from))).await.unwrap();
                    said.push((*hour, *rate));
                }
                no_overlap(c).await;
                let db = c.db().read();
                let (rows, terms) = (queries::categories(db).await.unwrap(), queries::terms(db).await.unwrap());
                let rates = queries::fee_rates(db).await.unwrap();
                for hour in 0..6 {
                    let at = start + TimeDelta::hours(hour);
                    let then = Categories::new(rows.clone(), &terms, rates.clone(), at);
                    let is = (then.fee(category, Scene::Live, at).get(), then.node(category).unwrap().row.deposit_minor);
                    let expected = last(&said, hour).map_or((200, 7), |rate| (rate.unwrap_or_default(), deposit(rate)));
                    assert_eq!(is, expected, "in hour {hour} after {acts:?}, standing {said:?}");
                }
            }
        }
    }
}
