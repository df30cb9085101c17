//! The operator's conditions, each measured when it is asked about.

use shared::{BuyerId, OpeningMode, RuleKind, dto::Condition};

use super::{
    entity::{real_name, rule},
    identity_number as number, queries,
    vault::Vault,
};
use crate::{Actor, Commerce, Error, Onboarding, identity, showcase, video, violation};

impl Onboarding<'_> {
    /// Verifies the caller's real name: name and resident identity number, whose check digit must be right and whose
    /// holder must be an adult; the reviewer compares both with the card. `Unauthenticated`, `Invalid`
    /// (`real_name`, `identity_number`), `RateLimited`.
    pub async fn verify_name(&self, actor: Actor, name: &str, typed: &str) -> Result<(), Error> {
        let account = actor.require_account()?;
        identity::allow(self.0, identity::Limit::RealName, &account.to_string()).await?;
        let (name, digits, at) = (name.trim(), number::normal(typed), self.shop().clock.now());
        let good = (2..=40).contains(&name.chars().count()) && !name.chars().any(char::is_control);
        let faults = [("real_name", good), ("identity_number", number::is_adult_resident(&digits, at))];
        let faults: Vec<_> = faults.into_iter().filter_map(|(field, good)| (!good).then_some(field)).collect();
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let sealed = Vault::of(&self.shop().config.secret)?.seal_text(account.0, &format!("{name}\n{digits}"))?;
        let row = real_name::Model { account_id: account, sealed, masked: number::masked(&digits), at };
        let kept = self.shop().db.write::<_, Error, _>(move |tx| {
            let row = row.clone();
            Box::pin(async move { Ok(queries::put_real_name(tx, row).await?) })
        });
        kept.await
    }
}

/// What is asked of `account` for `mode`, with what there is.
pub async fn conditions(
    commerce: &Commerce,
    account: BuyerId,
    mode: Option<OpeningMode>,
) -> Result<Vec<Condition>, Error> {
    let (db, now) = (commerce.db().read(), commerce.clock().now());
    let rules = queries::rules(db).await?;
    let mut conditions = Vec::new();
    for kind in RuleKind::ALL {
        let of_kind: Vec<_> = rules.iter().filter(|rule| rule.kind == *kind).collect();
        let runs = |rule: &&&rule::Model| {
            rule.valid_from <= now
                && rule.valid_to.is_none_or(|end| now < end)
                && (rule.mode.is_none() || rule.mode == mode)
        };
        // The rule of the mode goes before the one of all modes, a later one before an earlier one.
        let running = of_kind.iter().filter(runs).max_by_key(|rule| (rule.mode.is_some(), rule.valid_from));
        let wanted = match running {
            Some(rule) => Some(rule.wanted),
            None if of_kind.is_empty() => unless_told(*kind),
            None => None,
        };
        if let Some(wanted) = wanted {
            let current = measure(commerce, account, *kind).await?;
            conditions.push(Condition { kind: *kind, wanted, current, met: kind.is_met(current, wanted) });
        }
    }
    Ok(conditions)
}

/// What an operator who has never set this rule asks.
const fn unless_told(kind: RuleKind) -> Option<i64> {
    match kind {
        RuleKind::RealName => Some(1),
        RuleKind::Violations => Some(0),
        RuleKind::Followers | RuleKind::Days | RuleKind::Clips => None,
    }
}

async fn measure(commerce: &Commerce, account: BuyerId, kind: RuleKind) -> Result<i64, Error> {
    let db = commerce.db().read();
    match kind {
        RuleKind::RealName => Ok(i64::from(queries::real_name(db, account).await?.is_some())),
        RuleKind::Violations => Ok(violation::open_of_account(db, account).await?),
        RuleKind::Days => {
            let opened = identity::person(db, account).await?.map(|(_, opened)| opened);
            Ok(opened.map(|opened| (commerce.clock().now() - opened).num_days()).unwrap_or_default())
        }
        RuleKind::Followers | RuleKind::Clips => {
            let mut sum = 0_i64;
            for (shop, _) in commerce.identity().memberships(Actor::Account(account)).await? {
                let Some(creator) = showcase::of_shop(db, shop).await? else { continue };
                sum = sum.saturating_add(match kind {
                    RuleKind::Followers => creator.followers,
                    _ => video::count_of(db, creator.id).await?,
                });
            }
            Ok(sum)
        }
    }
}
