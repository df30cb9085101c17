//! Rates, and how an amount is divided without losing or inventing a fen.

use serde::{Deserialize, Serialize};

use crate::{Money, MoneyError};

/// A rate in 1/10 000, as fees and commissions are written (基点).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "db", derive(sea_orm::DeriveValueType))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(try_from = "i32")]
pub struct BasisPoints(i32);

impl BasisPoints {
    /// The whole amount.
    pub const ONE: i32 = 10_000;

    /// The rate as a number of 1/10 000.
    pub const fn get(self) -> i32 {
        self.0
    }

    /// This share of `amount`, rounded half-up (away from zero at the half) to one minor unit;
    /// `OutOfRange` is impossible for rates up to 100 % and kept for arithmetic on the edge.
    pub fn of(self, amount: Money) -> Result<Money, MoneyError> {
        let exact = i128::from(amount.minor) * i128::from(self.0);
        let half = i128::from(Self::ONE) / 2;
        let rounded = (exact.abs() + half) / i128::from(Self::ONE) * exact.signum();
        let minor = i64::try_from(rounded).map_err(|_| MoneyError::OutOfRange)?;
        Ok(Money { minor, ..amount })
    }
}

impl TryFrom<i32> for BasisPoints {
    type Error = MoneyError;

    fn try_from(rate: i32) -> Result<Self, MoneyError> {
        if (0..=Self::ONE).contains(&rate) { Ok(Self(rate)) } else { Err(MoneyError::OutOfRange) }
    }
}

/// Divides `whole` over `weights` in proportion, rounding down and giving what remains to the
/// largest weights one unit each (largest remainder), so that the parts always add up to `whole`.
/// All parts are zero if every weight is.
pub fn spread(whole: i64, weights: &[i64]) -> Vec<i64> {
    let sum: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
    if sum == 0 {
        return vec![0; weights.len()];
    }
    let exact = |weight: &i64| i128::from(whole) * i128::from(*weight);
    let mut parts: Vec<i128> = weights.iter().map(|weight| exact(weight).div_euclid(sum)).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|&i| std::cmp::Reverse((exact(&weights[i]).rem_euclid(sum), weights[i])));
    let mut rest = i128::from(whole) - parts.iter().sum::<i128>();
    for index in order.into_iter().cycle() {
        if rest == 0 {
            break;
        }
        parts[index] += 1;
        rest -= 1;
    }
    parts.into_iter().map(|part| i64::try_from(part).unwrap_or_default()).collect()
}

/// How much of `fee` goes back when refunds of a line grow from `before` to `after` of its `paid`
/// amount: always the difference of two rounded totals, so that however a line is refunded, in one
/// step or in many, a full refund returns exactly the fee.
pub fn refund_share(fee: i64, paid: i64, before: i64, after: i64) -> i64 {
    if paid == 0 {
        return 0;
    }
    let back = |refunded: i64| {
        let exact = i128::from(fee) * i128::from(refunded);
        let paid = i128::from(paid);
        i64::try_from((exact * 2 + paid).div_euclid(paid * 2)).unwrap_or_default()
    };
    back(after) - back(before)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Currency;

    fn fen(minor: i64) -> Money {
        Money::new(minor, Currency::Cny)
    }

    /// The official example: ¥2 997.00 received at 2.00 % is a fee of ¥59.94.
    #[test]
    fn a_fee_is_rounded_half_up_once() {
        for (amount, rate, fee) in [(299_700, 200, 5_994), (25, 200, 1), (24, 200, 0), (-25, 200, -1), (100, 0, 0)] {
            let rate = BasisPoints::try_from(rate).unwrap();
            assert_eq!(rate.of(fen(amount)), Ok(fen(fee)));
        }
        assert!(BasisPoints::try_from(10_001).is_err());
    }

    proptest! {
        #[test]
        fn parts_always_add_up(whole in 0i64..1_000_000_000, weights in prop::collection::vec(0i64..10_000_000, 1..20)) {
            let parts = spread(whole, &weights);
            let expected = if weights.iter().all(|w| *w == 0) { 0 } else { whole };
            prop_assert_eq!(parts.iter().sum::<i64>(), expected);
            prop_assert!(parts.iter().zip(&weights).all(|(part, weight)| *part >= 0 && (*weight > 0 || *part == 0)));
        }

        #[test]
        fn refunding_in_steps_returns_exactly_the_fee(paid in 1i64..10_000_000, rate in 0i32..10_000, cuts in prop::collection::vec(0.0f64..1.0, 0..6)) {
            let fee = BasisPoints::try_from(rate).unwrap().of(fen(paid)).unwrap().minor;
            #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, clippy::float_arithmetic, reason = "random cut points")]
            let mut steps: Vec<i64> = cuts.iter().map(|cut| (cut * paid as f64) as i64).collect();
            steps.extend([0, paid]);
            steps.sort_unstable();
            let back: i64 = steps.windows(2).map(|step| refund_share(fee, paid, step[0], step[1])).sum();
            prop_assert_eq!(back, fee);
        }
    }
}
