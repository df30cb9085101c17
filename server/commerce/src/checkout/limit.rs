//! Purchase limits per person and period (限购).

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset, NaiveTime, TimeDelta, Utc};
use sea_orm::ConnectionTrait;
use shared::{
    ProductId,
    dto::{LimitPeriod, PurchaseLimit},
};

use super::Ask;
use crate::{Error, catalog::Offer, order};

/// Products of which the basket, together with what the buyer bought before, takes too much.
pub async fn exceeded(db: &impl ConnectionTrait, ask: &Ask, offers: &[Offer]) -> Result<BTreeSet<ProductId>, Error> {
    // Sorted, so that two orders never wait for each other's locks.
    let mut limited: BTreeMap<ProductId, (PurchaseLimit, i64)> = BTreeMap::new();
    for (offer, line) in offers.iter().zip(&ask.lines) {
        if let Some(limit) = offer.limit {
            limited.entry(offer.product_id).or_insert((limit, 0)).1 += i64::from(line.quantity.get());
        }
    }
    let mut exceeded = BTreeSet::new();
    for (product, (limit, asked)) in limited {
        let before = match (since(limit.per, ask.at), ask.buyer) {
            (Some(since), Some(buyer)) => {
                if ask.binding {
                    order::guard(db, buyer, product).await?;
                }
                order::bought(db, buyer, product, since).await?
            }
            _ => 0,
        };
        if before + asked > i64::from(limit.quantity) {
            exceeded.insert(product);
        }
    }
    Ok(exceeded)
}

/// When the period that counts now began; `None` if only the order itself counts.
fn since(period: LimitPeriod, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    match period {
        LimitPeriod::Order => None,
        LimitPeriod::Day => {
            let china = FixedOffset::east_opt(8 * 3600)?;
            let midnight = now.with_timezone(&china).with_time(NaiveTime::MIN).single()?;
            Some(midnight.with_timezone(&Utc))
        }
        LimitPeriod::Week => Some(now - TimeDelta::days(7)),
        LimitPeriod::Month => Some(now - TimeDelta::days(30)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_a_calendar_day_in_china() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let before_midnight = at("2026-11-22T15:59:59Z");
        assert_eq!(since(LimitPeriod::Day, before_midnight), Some(at("2026-11-21T16:00:00Z")));
        assert_eq!(since(LimitPeriod::Day, at("2026-11-22T16:00:00Z")), Some(at("2026-11-22T16:00:00Z")));
        assert_eq!(since(LimitPeriod::Order, before_midnight), None);
    }
}
