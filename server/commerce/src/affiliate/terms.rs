//! What a plan says at a moment, and how it may change.

use chrono::{DateTime, TimeDelta, Utc};
use shared::{BasisPoints, ErrorCode, PlanKind};

use super::entity::plan;
use crate::Error;

/// The highest commission.
pub const MOST: i32 = 9_000;

impl plan::Model {
    /// The rate at `at`; `None` before it starts and once it has ended.
    pub fn rate_at(&self, at: DateTime<Utc>) -> Option<BasisPoints> {
        let holds = self.starts_at <= at && self.ends_at.is_none_or(|end| at < end);
        let fallen = self.next_rate.filter(|_| self.next_at.is_some_and(|from| from <= at));
        holds.then(|| fallen.unwrap_or(self.rate))
    }

    /// The fall that is still to come at `at`.
    pub fn falls(&self, at: DateTime<Utc>) -> Option<(BasisPoints, DateTime<Utc>)> {
        let (rate, from) = (self.next_rate?, self.next_at?);
        (at < from && self.ends_at.is_none_or(|end| from < end)).then_some((rate, from))
    }

    pub fn has_ended(&self, at: DateTime<Utc>) -> bool {
        self.ends_at.is_some_and(|end| end <= at)
    }

    /// The plan with another rate: higher at once, lower after `notice`; before it starts, always at once. A fall that
    /// was announced is taken back by a rise, and made smaller without a new notice. `IllegalTransition` once it ended.
    pub fn with_rate(mut self, rate: BasisPoints, at: DateTime<Utc>, notice: TimeDelta) -> Result<Self, Error> {
        if self.has_ended(at) {
            return Err(ErrorCode::IllegalTransition.into());
        }
        let now = self.rate_at(at).filter(|now| rate < *now);
        let announced = self.falls(at);
        (self.rate, self.next_rate, self.next_at) = match now {
            None => (rate, None, None),
            Some(now) => match announced {
                Some((lower, from)) if rate >= lower => (now, Some(rate), Some(from)),
                _ => (now, Some(rate), Some(at + notice)),
            },
        };
        Ok(self)
    }

    /// The plan with an end after `notice`, at once if it has not started. `IllegalTransition` if its end is known.
    pub fn ended(mut self, at: DateTime<Utc>, notice: TimeDelta) -> Result<Self, Error> {
        if self.ends_at.is_some() {
            return Err(ErrorCode::IllegalTransition.into());
        }
        self.ends_at = Some(if self.starts_at > at { at } else { at + notice });
        Ok(self)
    }
}

/// When a new plan of `kind` can start beside `others` of its product: as soon as those that exclude it have ended.
/// `None` if one of them has no end, or a targeted plan has no ordinary one beside it.
pub fn start(kind: PlanKind, others: &[plan::Model], at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let open = || others.iter().filter(|other| !other.has_ended(at));
    if kind == PlanKind::Targeted {
        let beside = open().find(|other| other.kind == PlanKind::Ordinary && other.ends_at.is_none());
        return beside.map(|ordinary| ordinary.starts_at.max(at));
    }
    let excluding = open().filter(|other| other.kind.excludes(kind));
    excluding.map(|other| other.ends_at).try_fold(at, |start, end| end.map(|end| start.max(end)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use shared::{PlanId, ProductId, ShopId};
    use uuid::Uuid;

    use super::*;

    fn noon() -> DateTime<Utc> {
        DateTime::from_timestamp(1_795_348_800, 0).unwrap()
    }

    fn day(n: i64) -> DateTime<Utc> {
        noon() + TimeDelta::days(n)
    }

    fn points(rate: i32) -> BasisPoints {
        BasisPoints::try_from(rate).unwrap()
    }

    fn plan(kind: PlanKind, starts: i64, ends: Option<i64>) -> plan::Model {
        plan::Model {
            id: PlanId(Uuid::nil()),
            product_id: ProductId(Uuid::nil()),
            shop_id: ShopId(Uuid::nil()),
            kind,
            rate: points(1_000),
            next_rate: None,
            next_at: None,
            starts_at: day(starts),
            ends_at: ends.map(day),
            made_at: day(0),
        }
    }

    #[test]
    fn a_plan_holds_from_its_start_until_its_end() {
        let plan = plan(PlanKind::Ordinary, 1, Some(3));
        let rates = [0, 1, 2, 3].map(|n| plan.rate_at(day(n)).map(BasisPoints::get));
        assert_eq!(rates, [None, Some(1_000), Some(1_000), None]);
    }

    #[test]
    fn a_new_plan_waits_for_those_it_excludes() {
        use PlanKind::{Exclusive as E, Ordinary as O, Targeted as T};
        for (kind, others, expected) in [
            (O, vec![], Some(0)),
            (E, vec![], Some(0)),
            (T, vec![], None),
            (T, vec![plan(O, -5, None)], Some(0)),
            (T, vec![plan(O, 4, None)], Some(4)),
            (T, vec![plan(O, -5, Some(4))], None),
            (T, vec![plan(O, -5, None), plan(T, -5, None)], Some(0)),
            (O, vec![plan(O, -5, None)], None),
            (O, vec![plan(O, -5, Some(4))], Some(4)),
            (O, vec![plan(O, -5, Some(-1))], Some(0)),
            (O, vec![plan(E, -5, None)], None),
            (O, vec![plan(E, -5, Some(2))], Some(2)),
            (E, vec![plan(O, -5, None)], None),
            (E, vec![plan(O, -5, Some(7)), plan(T, -5, Some(3))], Some(7)),
            (E, vec![plan(O, -5, Some(7)), plan(T, -5, None)], None),
        ] {
            assert_eq!(start(kind, &others, day(0)), expected.map(day), "{kind:?} beside {others:?}");
        }
    }

    proptest! {
        /// Whatever a merchant does, nobody earns less within the notice than they were promised before it.
        #[test]
        fn no_rate_falls_without_notice(acts in prop::collection::vec((0i32..=9_000, 0i64..12, any::<bool>()), 1..12)) {
            let notice = TimeDelta::days(7);
            let (mut plan, mut at) = (plan(PlanKind::Ordinary, 0, None), day(0));
            for (rate, days, ends) in acts {
                at += TimeDelta::days(days);
                let before = plan.clone();
                let Ok(after) = (if ends { before.clone().ended(at, notice) } else { before.clone().with_rate(points(rate), at, notice) }) else { continue };
                for hours in 0..7 * 24 {
                    let then = at + TimeDelta::hours(hours);
                    prop_assert!(after.rate_at(then) >= before.rate_at(then), "{before:?} became {after:?} at {at}, seen {then}");
                }
                prop_assert!(after.next_rate.is_none_or(|next| next <= after.rate));
                plan = after;
            }
        }
    }
}
