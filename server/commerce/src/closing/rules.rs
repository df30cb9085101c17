//! What the operator sets about closings.

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use shared::dto::ClosingRule;

use super::{entity::policy, queries};
use crate::{Actor, Closings, Error};

/// Without a word of the operator: a month of announcement, and a week to complain about what was received.
const UNLESS_TOLD: ClosingRule = ClosingRule { announce_days: 30, after_sale_days: 7 };

/// The rule in force at `at`.
pub async fn rule(db: &impl ConnectionTrait, at: DateTime<Utc>) -> Result<ClosingRule, Error> {
    let row = queries::policy(db, at).await?;
    let told =
        |row: policy::Model| ClosingRule { announce_days: row.announce_days, after_sale_days: row.after_sale_days };
    Ok(row.map_or(UNLESS_TOLD, told))
}

impl Closings<'_> {
    /// The rule in force; operators only.
    pub async fn rule(&self, actor: Actor) -> Result<ClosingRule, Error> {
        actor.require_operator()?;
        rule(self.shop().db.read(), self.shop().clock.now()).await
    }

    /// Sets the rule from `from` on; announcements that stand keep their day. Operators only. `Invalid`
    /// (`announce_days`, `after_sale_days`) beyond 0 to 365.
    pub async fn set_rule(&self, actor: Actor, rule: ClosingRule, from: DateTime<Utc>) -> Result<(), Error> {
        actor.require_operator()?;
        let ClosingRule { announce_days, after_sale_days } = rule;
        let good = |days: i32| (0..=365).contains(&days);
        let faults = [("announce_days", good(announce_days)), ("after_sale_days", good(after_sale_days))];
        let faults: Vec<_> = faults.into_iter().filter_map(|(field, good)| (!good).then_some(field)).collect();
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let row = policy::Model { id: self.shop().clock.new_id(), announce_days, after_sale_days, valid_from: from };
        let set = self.shop().db.write::<_, Error, _>(move |tx| {
            let row = row.clone();
            Box::pin(async move { Ok(queries::insert_policy(tx, row).await?) })
        });
        set.await
    }
}
