//! How many pieces one order line may ask for.

use serde::{Deserialize, Serialize};

use crate::ErrorCode;

/// Pieces in one order line: 1 to [`Quantity::MAX`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "db", derive(sea_orm::DeriveValueType))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(try_from = "i32")]
pub struct Quantity(i32);

impl Quantity {
    /// The most one line may ask for; larger orders are agreed with the shop.
    pub const MAX: i32 = 99;

    /// The number of pieces.
    pub const fn get(self) -> i32 {
        self.0
    }
}

impl TryFrom<i32> for Quantity {
    type Error = ErrorCode;

    fn try_from(pieces: i32) -> Result<Self, ErrorCode> {
        if (1..=Self::MAX).contains(&pieces) { Ok(Self(pieces)) } else { Err(ErrorCode::Validation) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_to_the_limit_is_a_quantity() {
        for (pieces, valid) in [(-1, false), (0, false), (1, true), (99, true), (100, false)] {
            assert_eq!(Quantity::try_from(pieces).is_ok(), valid, "{pieces}");
        }
    }
}
