//! What the operator sets: conditions and policy with effective dates, qualifications, violations.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::ConnectionTrait;
use shared::{
    CategoryId, Currency, DepositBy, ErrorCode, LocalText, Money, OpeningMode, RuleKind, TermValue,
    dto::{OpeningRules, SetRule},
};
use uuid::Uuid;

use super::{
    entity::{policy, rule},
    queries,
};
use crate::{Actor, Error, Onboarding, catalog::NewTerm, clock::rfc3339, db::Tx};

/// A condition from some moment on.
#[derive(Debug, Clone, Copy)]
pub struct NewRule {
    /// What is asked.
    pub kind: RuleKind,
    /// Of whom; `None` for every mode.
    pub mode: Option<OpeningMode>,
    /// How much; `None` asks it no longer.
    pub wanted: Option<i64>,
    /// From when; the one before it ends then.
    pub from: DateTime<Utc>,
}

/// How applications are dealt with, from some moment on.
#[derive(Debug, Clone, Copy)]
pub struct NewPolicy {
    /// How the deposits of several categories add up.
    pub deposit_by: DepositBy,
    /// Least deposit, whatever the categories ask, minor units.
    pub least_minor: i64,
    /// A decision is promised within so many hours.
    pub review_hours: i32,
    /// The deposit is to be paid within so many hours.
    pub pay_hours: i32,
    /// From when.
    pub from: DateTime<Utc>,
}

/// The policy in force.
#[derive(Debug, Clone, Copy)]
pub struct Policy {
    pub deposit_by: DepositBy,
    pub least_minor: i64,
    pub review: TimeDelta,
    pub pay: TimeDelta,
}

impl Policy {
    /// What the chosen categories come to, minor units.
    pub fn deposit(&self, minor: impl IntoIterator<Item = i64>) -> Result<i64, Error> {
        let total = self.deposit_by.total(minor).ok_or(ErrorCode::Validation)?;
        Ok(total.max(self.least_minor))
    }
}

/// The policy at `at`; without one: the highest deposit, two days to decide, seven to pay.
pub async fn policy(db: &impl ConnectionTrait, at: DateTime<Utc>) -> Result<Policy, Error> {
    let row = queries::policy(db, at).await?;
    Ok(row.map_or(
        Policy {
            deposit_by: DepositBy::Maximum,
            least_minor: 0,
            review: TimeDelta::hours(48),
            pay: TimeDelta::days(7),
        },
        |row| Policy {
            deposit_by: row.deposit_by,
            least_minor: row.least_minor,
            review: TimeDelta::hours(row.review_hours.into()),
            pay: TimeDelta::hours(row.pay_hours.into()),
        },
    ))
}

impl Onboarding<'_> {
    /// Every condition and the policy in force; operators only.
    pub async fn rules(&self, actor: Actor) -> Result<OpeningRules, Error> {
        actor.require_operator()?;
        let (db, now) = (self.shop().db.read(), self.shop().clock.now());
        let rule = |row: rule::Model| SetRule {
            kind: row.kind,
            mode: row.mode,
            wanted: row.wanted,
            from: rfc3339(row.valid_from),
            to: row.valid_to.map(rfc3339),
            runs: row.valid_from <= now && row.valid_to.is_none_or(|end| now < end),
        };
        let policy = policy(db, now).await?;
        Ok(OpeningRules {
            rules: queries::rules(db).await?.into_iter().rev().map(rule).collect(),
            deposit_by: policy.deposit_by,
            least: Money::new(policy.least_minor, Currency::Cny),
            review_hours: policy.review.num_hours(),
            pay_hours: policy.pay.num_hours(),
        })
    }

    /// Sets a condition from `rule.from` on; operators only. `Invalid` (`wanted`).
    pub async fn set_rule(&self, actor: Actor, rule: NewRule) -> Result<(), Error> {
        actor.require_operator()?;
        if rule.wanted.is_some_and(|wanted| !(0..=1_000_000_000).contains(&wanted)) {
            return Err(Error::Invalid(vec!["wanted"]));
        }
        let id = self.shop().clock.new_id();
        self.shop().db.write(move |tx| Box::pin(set_rule(tx, id, rule))).await
    }

    /// Sets how applications are dealt with from `policy.from` on; operators only. `Invalid`.
    pub async fn set_policy(&self, actor: Actor, policy: NewPolicy) -> Result<(), Error> {
        actor.require_operator()?;
        let NewPolicy { deposit_by, least_minor, review_hours, pay_hours, from } = policy;
        let good = [
            ("least_minor", (0..=100_000_000_000).contains(&least_minor)),
            ("review_hours", (1..=24 * 90).contains(&review_hours)),
            ("pay_hours", (1..=24 * 90).contains(&pay_hours)),
        ];
        let faults: Vec<_> = good.into_iter().filter_map(|(field, good)| (!good).then_some(field)).collect();
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let id = self.shop().clock.new_id();
        let row = policy::Model { id, deposit_by, least_minor, review_hours, pay_hours, valid_from: from };
        let set = self.shop().db.write::<_, Error, _>(move |tx| {
            let row = row.clone();
            Box::pin(async move { Ok(queries::insert_policy(tx, row).await?) })
        });
        set.await
    }

    /// Asks for a qualification where goods of `category` are sold, from now on; operators only. It is one of the
    /// category's terms. `Invalid` (`paper`), `NotFound`.
    pub async fn require_paper(&self, actor: Actor, category: CategoryId, name: LocalText) -> Result<(), Error> {
        let value = TermValue::Paper(Some(name));
        self.0.catalog().set_term(actor, NewTerm { category, scene: None, value, from: None, seen: None }).await
    }
}

async fn set_rule(tx: &Tx, id: Uuid, new: NewRule) -> Result<(), Error> {
    let NewRule { kind, mode, wanted, from } = new;
    queries::end_rules(tx, kind, mode, from).await?;
    if let Some(wanted) = wanted {
        queries::insert_rule(tx, rule::Model { id, kind, mode, wanted, valid_from: from, valid_to: None }).await?;
    }
    Ok(())
}
