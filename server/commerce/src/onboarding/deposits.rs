//! What a deposit of a category would do to the shops that are open.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use shared::{
    CategoryId, Currency, ErrorCode, Locale, Money, TermValue,
    dto::{DepositEffect, Shortfall},
};

use super::rules;
use crate::{Actor, Error, Onboarding, catalog, deposit, ledger};

impl Onboarding<'_> {
    /// What a deposit of `minor` for `category` from `from` on (`None`: now) would do: which open shops that sell
    /// there would have less than what is asked of them, and how much less. Changes nothing. Operators only.
    /// `Invalid`, `NotFound`.
    pub async fn deposit_effect(
        &self,
        actor: Actor,
        category: CategoryId,
        minor: i64,
        from: Option<DateTime<Utc>>,
        locale: Locale,
    ) -> Result<DepositEffect, Error> {
        actor.require_operator()?;
        let mut faults = TermValue::Deposit(minor).faults();
        let (db, now) = (self.shop().db.read(), self.shop().clock.now());
        let from = from.unwrap_or(now);
        if from < now {
            faults.push("from");
        }
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let policy = rules::policy(db, from).await?;
        let roots = catalog::roots_at(db, from).await?;
        roots.iter().find(|root| root.id == category).ok_or(ErrorCode::NotFound)?;
        let asked: HashMap<_, _> = roots.iter().map(|root| (root.id, root.deposit_minor)).collect();
        let mut would = asked.clone();
        would.insert(category, minor);
        // What is held stands on the credit side.
        let held = ledger::queries::balances(db, ledger::account::DEPOSIT).await?;
        let held: HashMap<_, _> = held.into_iter().filter_map(|(owner, balance)| Some((owner?, -balance))).collect();
        let money = |minor| Money::new(minor, Currency::Cny);
        let (mut shops, mut short) = (0, Vec::new());
        for (shop, chosen) in deposit::chosen_by_all(db).await? {
            if !chosen.contains(&category) {
                continue;
            }
            shops += 1;
            let of =
                |all: &HashMap<CategoryId, i64>| policy.deposit(chosen.iter().filter_map(|id| all.get(id).copied()));
            let has = held.get(&shop.0).copied().unwrap_or_default();
            let (asked, would) = (of(&asked)?, of(&would)?);
            if would > has {
                short.push((shop, has, asked, would));
            }
        }
        let names = catalog::names_of_shops(db, short.iter().map(|(shop, ..)| *shop).collect(), locale).await?;
        let row = |(shop, has, asked, would)| Shortfall {
            shop,
            name: names.get(&shop).cloned().unwrap_or_default(),
            held: money(has),
            asked: money(asked),
            would: money(would),
            short: money(would - has),
        };
        let mut short: Vec<_> = short.into_iter().map(row).collect();
        short.sort_by_key(|row| (std::cmp::Reverse(row.short.minor), row.name.clone()));
        let sum = money(short.iter().map(|row| row.short.minor).sum());
        Ok(DepositEffect { shops, short, sum })
    }
}
