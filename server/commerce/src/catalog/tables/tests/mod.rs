//! The operator's tables: from when, since when, by whom, and what would be.

mod any_order;
mod effect;
mod fees;
mod terms;
mod who;

use chrono::{DateTime, Utc};
use shared::{BasisPoints, BuyerId, CategoryId, Locale, Scene, Term, TermValue, dto::TermChange};
use uuid::Uuid;

use super::NewTerm;
use crate::{
    Actor, Commerce, Error,
    catalog::{entity::fee_rate, queries, record::categories},
};

fn operator() -> Actor {
    Actor::Operator(BuyerId(Uuid::new_v4()))
}

fn points(rate: i32) -> BasisPoints {
    BasisPoints::try_from(rate).unwrap()
}

fn new(category: CategoryId, value: TermValue, from: Option<DateTime<Utc>>) -> NewTerm {
    NewTerm { category, scene: None, value, from, seen: None }
}

fn fee(category: CategoryId, scene: Option<Scene>, rate: Option<i32>, from: Option<DateTime<Utc>>) -> NewTerm {
    NewTerm { category, scene, value: TermValue::Fee(rate.map(points)), from, seen: None }
}

async fn set(c: &Commerce, new: NewTerm) -> Result<(), Error> {
    c.catalog().set_term(operator(), new).await
}

/// The fee of `category` in `scene` now, as an order would take it.
async fn now(c: &Commerce, category: CategoryId, scene: Scene) -> i32 {
    let all = categories(c, c.db().read()).await.unwrap();
    all.fee(category, scene, c.clock().now()).get()
}

async fn history(c: &Commerce, terms: &[Term]) -> Vec<TermChange> {
    c.catalog().term_history(operator(), None, terms, Locale::En).await.unwrap()
}

/// No two rates of a category and scene are ever in force at once, and none is empty.
async fn no_overlap(c: &Commerce) -> Vec<fee_rate::Model> {
    let mut rates = queries::fee_rates(c.db().read()).await.unwrap();
    rates.sort_by_key(|rate| (rate.category_id, rate.scene.map(|scene| scene.as_str()), rate.valid_from));
    assert_eq!(crate::catalog::overlaps(c.db().read()).await.unwrap(), []);
    assert!(rates.iter().all(|rate| rate.valid_to.is_none_or(|end| rate.valid_from < end)), "{rates:?}");
    rates
}
