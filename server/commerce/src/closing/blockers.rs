//! What stands in the way of closing a shop, computed from the rows of the rooms that own them.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::ConnectionTrait;
use shared::{
    Blocker, Currency, Money, OrderState, ShopId,
    dto::{ClosingRule, Standing},
};

use crate::{Error, catalog, clock::rfc3339, deposit, ledger, order, payment, showcase, violation};

/// Everything that stands in the way of `shop` at `at`; an empty list is good news.
pub async fn blockers(
    db: &impl ConnectionTrait,
    shop: ShopId,
    rule: ClosingRule,
    at: DateTime<Utc>,
) -> Result<Vec<Standing>, Error> {
    let mut found = Found(Vec::new());
    orders(db, shop, rule, at, &mut found).await?;
    let owed = ledger::queries::balance(db, ledger::account::PENDING, shop.0).await?;
    // What is owed to the shop is a credit of its account.
    found.add(Blocker::Unsettled, i64::from(owed != 0), Some(owed.saturating_neg()), None);
    let due = deposit::queries::due_of(db, shop).await?;
    let (amount, until) = (due.as_ref().map(|due| due.amount_minor), due.as_ref().map(|due| due.pay_by));
    found.add(Blocker::TopUp, i64::from(due.is_some()), amount, until);
    found.add(Blocker::Category, count(deposit::queries::count_waiting(db, shop).await?), None, None);
    found.add(Blocker::Import, count(catalog::running_imports(db, shop).await?), None, None);
    let goes_out = showcase::window::goes_out(db, shop).await?;
    found.add(Blocker::Window, i64::from(goes_out.is_some()), None, goes_out);
    found.add(Blocker::Violation, violation::open_of_shop(db, shop).await?, None, None);
    Ok(found.0)
}

async fn orders(
    db: &impl ConnectionTrait,
    shop: ShopId,
    rule: ClosingRule,
    at: DateTime<Utc>,
    found: &mut Found,
) -> Result<(), Error> {
    let states = order::queries::states_of(db, shop).await?;
    let number = |wanted: fn(OrderState) -> bool| {
        states.iter().filter(|(state, _)| wanted(*state)).map(|(_, number)| *number).sum::<i64>()
    };
    let unpaid = number(|state| state == OrderState::PendingPayment);
    found.add(Blocker::Unpaid, unpaid, None, order::queries::last_pay_by(db, shop).await?);
    let open = number(|state| matches!(state, OrderState::ToShip | OrderState::PartlyShipped | OrderState::Shipped));
    found.add(Blocker::Open, open, None, None);
    let period = TimeDelta::days(rule.after_sale_days.into());
    let (received, latest) = order::queries::received_since(db, shop, at - period).await?;
    found.add(Blocker::AfterSale, received, None, latest.map(|latest| latest + period));
    let (refunds, total) = payment::queries::owed_back(db, order::queries::ids_of_shop(shop)).await?;
    found.add(Blocker::Refunds, refunds, Some(total), None);
    Ok(())
}

fn count(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

struct Found(Vec<Standing>);

impl Found {
    /// Nothing is added where there is nothing.
    fn add(&mut self, kind: Blocker, count: i64, minor: Option<i64>, until: Option<DateTime<Utc>>) {
        if count > 0 {
            let amount = minor.map(|minor| Money::new(minor, Currency::Cny));
            self.0.push(Standing { kind, count, amount, until: until.map(rfc3339) });
        }
    }
}
