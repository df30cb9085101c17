//! The deposit of a shop as those see it who look after its money, and how they top it up.

use chrono::TimeDelta;
use shared::{
    Currency, DepositId, DepositKind, DepositState, Duty, ErrorCode, Locale, Money, ShopId,
    dto::{CategoryChance, DepositAccount, DepositEntry, ShopCategory},
};

use super::{
    Deposit,
    entity::{deposit, shop_category},
    queries,
    standing::{Asked, chosen, required},
    wish,
};
use crate::{
    Actor, Deposits, Error, catalog,
    clock::rfc3339,
    closing,
    db::Tx,
    ledger, onboarding,
    staff::{Deed, act, plain},
};

/// A top-up may be paid this long.
const PAY_WITHIN: TimeDelta = TimeDelta::days(1);
/// Lines of the account, and wishes, that are shown at most.
const SHOWN: u64 = 50;

const fn yuan(minor: i64) -> Money {
    Money::new(minor, Currency::Cny)
}

impl Deposits<'_> {
    /// The deposit of a shop with what moved on its account; for those who look after its money.
    pub async fn account(&self, actor: Actor, shop: ShopId, locale: Locale) -> Result<DepositAccount, Error> {
        self.0.identity().require_duty(actor, shop, Duty::Money).await?;
        let db = self.shop().db.read();
        let asked = Asked::now(self.0, db).await?;
        let rows = queries::categories(db, shop).await?;
        let own: Vec<_> = rows.iter().map(|row| row.category_id).collect();
        let required = asked.of(&own)?;
        let held = queries::total(db, shop, DepositState::Paid).await?;
        let busy = catalog::busy_goods(self.0, db, shop).await?;
        let mut kept = Vec::new();
        for row in &rows {
            let without: Vec<_> = own.iter().copied().filter(|id| *id != row.category_id).collect();
            kept.push(asked.of(&without)?);
        }
        let category = |(row, kept): (&shop_category::Model, i64)| {
            let root = asked.root(row.category_id);
            ShopCategory {
                id: row.category_id,
                goods: busy.get(&row.category_id).copied().unwrap_or_default(),
                back: yuan(held.saturating_sub(kept).max(0)),
                name: root.map(|root| root.name.get(locale).to_owned()).unwrap_or_default(),
                deposit: yuan(root.map(|root| root.deposit_minor).unwrap_or_default()),
                since: rfc3339(row.since),
            }
        };
        let mut choices = Vec::new();
        for root in asked.roots.iter().filter(|root| root.open && !own.contains(&root.id)) {
            let with: Vec<_> = own.iter().copied().chain([root.id]).collect();
            choices.push(CategoryChance {
                id: root.id,
                name: root.name.get(locale).to_owned(),
                deposit: yuan(root.deposit_minor),
                paper: root.paper.as_ref().map(|name| name.get(locale).to_owned()),
                missing: yuan(asked.of(&with)?.saturating_sub(held).max(0)),
            });
        }
        let mut requests = Vec::new();
        for row in queries::requests_of(db, shop, SHOWN).await? {
            requests.push(wish::view(db, row, &asked, locale).await?);
        }
        let entry = |(event, minor, at): (String, i64, chrono::DateTime<chrono::Utc>)| DepositEntry {
            event,
            // The account is a debt of ours: what it gained is a credit there.
            amount: yuan(minor.saturating_neg()),
            at: rfc3339(at),
        };
        let now = self.shop().clock.now();
        Ok(DepositAccount {
            required: yuan(required),
            held: yuan(held),
            missing: yuan(required.saturating_sub(held).max(0)),
            returning: yuan(queries::total(db, shop, DepositState::Returning).await?),
            short: queries::standing(db, shop).await?.is_some_and(|row| row.short),
            by: asked.policy.deposit_by,
            least: yuan(asked.policy.least_minor),
            due: queries::due_of(db, shop).await?.filter(|due| due.waits(now)).map(|due| due.view()),
            categories: rows.iter().zip(kept).map(category).collect(),
            requests,
            choices,
            entries: ledger::queries::entries(db, ledger::account::DEPOSIT, shop.0, SHOWN)
                .await?
                .into_iter()
                .map(entry)
                .collect(),
        })
    }

    /// Asks for what is missing, to be paid by the caller within a day; a top-up of the same amount that waits for
    /// them already is given again, any other is ended first. For those who look after the shop's money.
    /// `Unauthenticated`, `IllegalTransition` if nothing is missing, `ShopClosing`, `Conflict`, `Unavailable`.
    pub async fn top_up(&self, actor: Actor, shop: ShopId) -> Result<DepositId, Error> {
        self.0.identity().require_duty(actor, shop, Duty::Money).await?;
        let payer = actor.require_account()?;
        let (db, now) = (self.shop().db.read(), self.shop().clock.now());
        closing::require_open(db, shop).await?;
        let missing = required(self.0, db, shop).await? - queries::total(db, shop, DepositState::Paid).await?;
        if missing <= 0 {
            return Err(ErrorCode::IllegalTransition.into());
        }
        if let Some(due) = queries::due_of(db, shop).await? {
            if due.payer == payer && due.amount_minor == missing && due.waits(now) {
                return Ok(due.id);
            }
            super::expire(self.0, due.id, true).await?;
        }
        let file = onboarding::blank_file(self.0, shop, payer);
        let row = deposit::Model {
            id: DepositId(self.shop().clock.new_id()),
            shop_id: shop,
            payer,
            application_id: file.id,
            kind: DepositKind::TopUp,
            state: DepositState::Due,
            amount_minor: missing,
            currency: Currency::Cny,
            created_at: now,
            pay_by: now + PAY_WITHIN,
            due_of: Some(shop),
            due_at: Some(now + PAY_WITHIN),
            payment_id: None,
            paid_at: None,
            split_of: None,
        };
        let (id, deed) = (row.id, Deed::new(&self.shop().clock, actor));
        self.shop().db.write(move |tx| Box::pin(ask(tx, file.clone(), row.clone(), deed))).await?;
        Ok(id)
    }

    /// What a deposit was asked for; for its payer. `NotFound` for everybody else.
    pub async fn kind(&self, actor: Actor, id: DepositId) -> Result<DepositKind, Error> {
        let row = queries::by_id(self.shop().db.read(), id).await?;
        let own = row.filter(|row| actor.buyer() == Some(row.payer)).ok_or(ErrorCode::NotFound)?;
        Ok(own.kind)
    }

    /// Where a shop may sell, by the names of the categories; for its people.
    pub async fn categories(&self, actor: Actor, shop: ShopId, locale: Locale) -> Result<Vec<String>, Error> {
        self.0.identity().require_duty(actor, shop, Duty::Look).await?;
        let db = self.shop().db.read();
        let asked = Asked::now(self.0, db).await?;
        let own = chosen(db, shop).await?;
        let name = |id| asked.root(id).map(|root| root.name.get(locale).to_owned());
        Ok(own.into_iter().filter_map(name).collect())
    }
}

async fn ask(tx: &Tx, file: onboarding::File, row: Deposit, deed: Deed) -> Result<(), Error> {
    let (shop, amount) = (row.shop_id, yuan(row.amount_minor));
    let application_id = onboarding::file_of(tx, file).await?;
    let asked = queries::insert_top_up(tx, deposit::Model { application_id, ..row }).await?;
    if !asked {
        return Err(ErrorCode::Conflict.into());
    }
    Ok(deed.record(tx, shop, act::DEPOSIT_ASKED, plain(&amount.to_string())).await?)
}
