//! Amounts of money: integers inside, decimals at the edge, floats nowhere.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::Quantity;

/// ISO 4217 code.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(
    feature = "db",
    derive(sea_orm::EnumIter, sea_orm::DeriveActiveEnum),
    sea_orm(rs_type = "String", db_type = "Char(Some(3))", rename_all = "UPPERCASE")
)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "UPPERCASE")]
pub enum Currency {
    /// Renminbi, 100 fen.
    #[default]
    Cny,
    /// US dollar, 100 cents.
    Usd,
}

impl Currency {
    /// Decimal places of the minor unit.
    pub const fn exponent(self) -> u32 {
        match self {
            Self::Cny | Self::Usd => 2,
        }
    }

    const fn symbol(self) -> &'static str {
        match self {
            Self::Cny => "¥",
            Self::Usd => "$",
        }
    }
}

/// An amount in minor units (fen, cents). On the wire `{"amount": "99.00", "currency": "CNY"}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Wire", into = "Wire")]
pub struct Money {
    /// Minor units; negative for what is owed back.
    pub minor: i64,
    /// What the units are of.
    pub currency: Currency,
}

/// Why an amount cannot be represented.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// More decimal places than the currency has: rounding is a business rule, not a parser's guess.
    #[error("amount is finer than the currency's minor unit")]
    TooFine,
    /// Outside the range of 64-bit minor units.
    #[error("amount is out of range")]
    OutOfRange,
    /// Amounts of different currencies do not add up.
    #[error("amounts of different currencies")]
    Currencies,
}

impl Money {
    /// `minor` units of `currency`.
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// The amount of `quantity` pieces at this unit price; `OutOfRange` on overflow.
    pub fn times(self, quantity: Quantity) -> Result<Self, MoneyError> {
        let minor = self.minor.checked_mul(quantity.get().into()).ok_or(MoneyError::OutOfRange)?;
        Ok(Self { minor, ..self })
    }

    /// The sum; `OutOfRange` on overflow. The currencies must be the same: a shop sells in one.
    pub fn plus(self, other: Self) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::Currencies);
        }
        let minor = self.minor.checked_add(other.minor).ok_or(MoneyError::OutOfRange)?;
        Ok(Self { minor, ..self })
    }

    /// The sum of all; zero of `currency` for none.
    pub fn sum(currency: Currency, amounts: impl IntoIterator<Item = Self>) -> Result<Self, MoneyError> {
        amounts.into_iter().try_fold(Self::new(0, currency), Self::plus)
    }

    /// Major units with the currency's decimal places: 9900 fen are `99.00`.
    pub fn decimal(self) -> Decimal {
        Decimal::new(self.minor, self.currency.exponent())
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.currency.symbol(), self.decimal())
    }
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
struct Wire {
    /// Major units as a decimal string.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "99.00"))]
    amount: Decimal,
    currency: Currency,
}

#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for Money {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
        Wire::schema()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for Money {}

impl From<Money> for Wire {
    fn from(money: Money) -> Self {
        Self { amount: money.decimal(), currency: money.currency }
    }
}

impl TryFrom<Wire> for Money {
    type Error = MoneyError;

    fn try_from(Wire { amount, currency }: Wire) -> Result<Self, MoneyError> {
        let mut exact = amount.normalize();
        if exact.scale() > currency.exponent() {
            return Err(MoneyError::TooFine);
        }
        exact.rescale(currency.exponent());
        let minor = exact.mantissa().try_into().map_err(|_| MoneyError::OutOfRange)?;
        Ok(Self { minor, currency })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(amount: &str) -> Result<Money, MoneyError> {
        Wire { amount: amount.parse().unwrap(), currency: Currency::Cny }.try_into()
    }

    #[test]
    fn the_wire_keeps_every_fen_and_refuses_finer_amounts() {
        assert_eq!(parse("99"), Ok(Money::new(9900, Currency::Cny)));
        assert_eq!(parse("0.10"), Ok(Money::new(10, Currency::Cny)));
        assert_eq!(parse("0.100"), Ok(Money::new(10, Currency::Cny)));
        assert_eq!(parse("0.001"), Err(MoneyError::TooFine));
        assert_eq!(parse("92233720368547758.08"), Err(MoneyError::OutOfRange));
    }

    #[test]
    fn an_amount_reads_as_people_write_it() {
        assert_eq!(Money::new(9900, Currency::Cny).to_string(), "¥99.00");
        assert_eq!(Money::new(-5, Currency::Usd).to_string(), "$-0.05");
    }

    #[test]
    fn overflow_is_an_error() {
        let two = Quantity::try_from(2).unwrap();
        assert_eq!(Money::new(i64::MAX, Currency::Cny).times(two), Err(MoneyError::OutOfRange));
    }
}
