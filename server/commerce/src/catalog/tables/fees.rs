//! Where a rate begins, the one before it ends; where a planned one follows, it ends itself. The what-if and the
//! change itself ask the same plan.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use shared::{BasisPoints, Scene};
use uuid::Uuid;

use crate::catalog::{entity::fee_rate, queries};

/// What a change does to the rates of one category and scene.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The rate in force before it: it ends where the change begins.
    pub ends: Option<Uuid>,
    /// The rate that began at the same moment: it makes room.
    pub goes: Option<Uuid>,
    /// When the new one ends; `None` until further notice.
    pub until: Option<DateTime<Utc>>,
    /// What was said before.
    pub was: Option<BasisPoints>,
}

/// What a rate from `from` on does to `rates`, all of one category and scene, the oldest first.
pub fn plan(rates: &[fee_rate::Model], from: DateTime<Utc>) -> Plan {
    let covers = |rate: &&fee_rate::Model| rate.valid_from < from && rate.valid_to.is_none_or(|end| end > from);
    let before = rates.iter().find(covers);
    let same = rates.iter().find(|rate| rate.valid_from == from);
    let next = rates.iter().map(|rate| rate.valid_from).filter(|start| *start > from).min();
    // What it takes the place of may end before that: then there is to be no rate of its own from there on.
    let end = same.or(before).and_then(|rate| rate.valid_to);
    Plan {
        ends: before.map(|rate| rate.id),
        goes: same.map(|rate| rate.id),
        until: [next, end].into_iter().flatten().min(),
        was: same.or(before).map(|rate| rate.rate),
    }
}

/// `rates` of the whole tree after `new` took its place among those of its category and scene; without a rate of its
/// own if `rate` is `None`.
pub fn after(mut all: Vec<fee_rate::Model>, new: &fee_rate::Model, rate: Option<BasisPoints>) -> Vec<fee_rate::Model> {
    let same = |row: &&fee_rate::Model| (row.category_id, row.scene) == (new.category_id, new.scene);
    let mut rates: Vec<_> = all.iter().filter(same).cloned().collect();
    rates.sort_by_key(|row| row.valid_from);
    let plan = plan(&rates, new.valid_from);
    all.retain(|row| Some(row.id) != plan.goes);
    for row in all.iter_mut().filter(|row| Some(row.id) == plan.ends) {
        row.valid_to = Some(new.valid_from);
    }
    all.extend(rate.map(|rate| fee_rate::Model { rate, valid_to: plan.until, ..new.clone() }));
    all
}

/// Pairs of rates of one category and scene that are in force at once, for the audit: there are none.
pub(crate) async fn overlaps(db: &impl ConnectionTrait) -> Result<Vec<(Uuid, Uuid)>, DbErr> {
    let mut rates = queries::fee_rates(db).await?;
    rates.sort_by_key(|rate| (rate.category_id, rate.scene.map(Scene::as_str), rate.valid_from));
    let pairs = rates.iter().zip(rates.iter().skip(1)).filter(|(one, next)| {
        let same = (one.category_id, one.scene) == (next.category_id, next.scene);
        same && one.valid_to.is_none_or(|end| end > next.valid_from)
    });
    Ok(pairs.map(|(one, next)| (one.id, next.id)).collect())
}
