//! What a fee would have done: the lines of the last days, calculated again.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, TimeDelta, Utc};
use shared::{
    CategoryId, Currency, ErrorCode, Locale, Money, ProductId, Scene, ShopId, TermValue,
    dto::{FeeEffect, FeeEffectRow, FeeEffectShop, FeeSum},
};

use super::{NewTerm, fees, names_of_shops};
use crate::{
    Actor, Catalog, Error,
    catalog::{categories::Categories, entity::fee_rate, queries},
    order::{self, FeeLines},
};

/// How far it looks back.
const DAYS: i64 = 30;

impl Catalog<'_> {
    /// What the fee `new` would do to the lines that were paid in the last 30 days and not refunded: those it applies
    /// to, with the fee they were charged and the fee under the new rate. Changes nothing. Operators only. `Invalid`,
    /// `NotFound`.
    pub async fn fee_effect(&self, actor: Actor, new: &NewTerm, locale: Locale) -> Result<FeeEffect, Error> {
        actor.require_operator()?;
        let (db, now) = (self.shop().db.read(), self.shop().clock.now());
        let from = new.begins(now)?;
        let TermValue::Fee(rate) = new.value else { return Err(Error::Invalid(vec!["rate"])) };
        let (rows, terms) = (queries::categories(db).await?, queries::terms(db).await?);
        let rates = queries::fee_rates(db).await?;
        let row = fee_rate::Model {
            id: self.shop().clock.new_id(),
            category_id: new.category,
            scene: new.scene,
            rate: rate.unwrap_or_default(),
            valid_from: from,
            valid_to: None,
        };
        let rates_after = fees::after(rates.clone(), &row, rate);
        let before = Categories::new(rows.clone(), &terms, rates, from);
        let after = Categories::new(rows, &terms, rates_after, from);
        before.node(new.category).ok_or(ErrorCode::NotFound)?;
        let lines = order::fee_lines(db, now - TimeDelta::days(DAYS)).await?;
        let mut products: Vec<_> = lines.iter().map(|line| line.product).collect();
        products.sort_unstable();
        products.dedup();
        let mut of = HashMap::new();
        for some in products.chunks(500) {
            of.extend(queries::categories_of(db, some.to_vec()).await?);
        }
        let sums = calculate(&lines, &of, &before, &after, from)?;
        let names = names_of_shops(db, sums.shops.keys().map(|(shop, _)| *shop).collect(), locale).await?;
        Ok(sums.view(&names, &before, locale))
    }
}

/// Sums in minor units.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    pub amount: i64,
    pub then: i64,
    pub would: i64,
    pub lines: i64,
}

impl Sum {
    fn add(&mut self, line: &FeeLines, would: i64) {
        self.amount += line.amount * line.lines;
        self.then += line.fee;
        self.would += would * line.lines;
        self.lines += line.lines;
    }

    fn view(self, currency: Currency) -> FeeSum {
        let money = |minor| Money::new(minor, currency);
        FeeSum {
            amount: money(self.amount),
            then: money(self.then),
            would: money(self.would),
            difference: money(self.would - self.then),
            lines: self.lines,
        }
    }
}

/// The lines a change applies to, summed up in three ways; each by currency.
#[derive(Debug, Default)]
pub struct Sums {
    pub rows: BTreeMap<(CategoryId, &'static str, Code), (Scene, Sum)>,
    pub shops: BTreeMap<(ShopId, Code), Sum>,
    pub all: BTreeMap<Code, Sum>,
}

/// A currency that can be sorted.
type Code = &'static str;

const fn code(currency: Currency) -> Code {
    match currency {
        Currency::Cny => "CNY",
        Currency::Usd => "USD",
    }
}

fn currency(code: Code) -> Currency {
    if code == "USD" { Currency::Usd } else { Currency::Cny }
}

/// Calculates the fee of every line again whose rate is another one `after` the change than `before` it, with the
/// rounding of orders: half-up, once per line.
pub fn calculate(
    lines: &[FeeLines],
    of: &HashMap<ProductId, CategoryId>,
    before: &Categories,
    after: &Categories,
    at: DateTime<Utc>,
) -> Result<Sums, Error> {
    let mut sums = Sums::default();
    for line in lines {
        let Some(&category) = of.get(&line.product) else { continue };
        let which = |all: &Categories| all.rate(category, line.scene, at).map(|rate| rate.id);
        if which(before) == which(after) {
            continue;
        }
        let rate = after.fee(category, line.scene, at);
        let would = rate.of(Money::new(line.amount, line.currency))?.minor;
        let money = code(line.currency);
        let row = sums.rows.entry((category, line.scene.as_str(), money)).or_insert((line.scene, Sum::default()));
        row.1.add(line, would);
        sums.shops.entry((line.shop, money)).or_default().add(line, would);
        sums.all.entry(money).or_default().add(line, would);
    }
    Ok(sums)
}

impl Sums {
    fn view(self, names: &HashMap<ShopId, String>, categories: &Categories, locale: Locale) -> FeeEffect {
        let rows = self.rows.into_iter().map(|((category, _, money), (scene, sum))| FeeEffectRow {
            path: categories.path(category, locale),
            scene,
            sum: sum.view(currency(money)),
        });
        let mut rows: Vec<_> = rows.collect();
        rows.sort_by(|one, other| (&one.path, one.scene.as_str()).cmp(&(&other.path, other.scene.as_str())));
        let shops = self.shops.into_iter().map(|((shop, money), sum)| FeeEffectShop {
            shop,
            name: names.get(&shop).cloned().unwrap_or_default(),
            sum: sum.view(currency(money)),
        });
        let mut shops: Vec<_> = shops.collect();
        shops.sort_by_key(|shop| (std::cmp::Reverse(shop.sum.difference.minor.abs()), shop.name.clone()));
        let sums = self.all.into_iter().map(|(money, sum)| sum.view(currency(money))).collect();
        FeeEffect { days: DAYS, rows, shops, sums }
    }
}
