//! The name a client gives to one intention, so that trying again cannot do it twice.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::ErrorCode;

/// 1 to 64 visible ASCII characters, chosen by the client; unique per visitor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "db", derive(sea_orm::DeriveValueType))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(try_from = "String")]
pub struct IdempotencyKey(String);

impl IdempotencyKey {
    /// Longest accepted key, in bytes.
    pub const MAX_BYTES: usize = 64;

    /// The key as sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for IdempotencyKey {
    type Error = ErrorCode;

    fn try_from(key: String) -> Result<Self, ErrorCode> {
        let valid = (1..=Self::MAX_BYTES).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_graphic());
        if valid { Ok(Self(key)) } else { Err(ErrorCode::Validation) }
    }
}

impl From<Uuid> for IdempotencyKey {
    fn from(unique: Uuid) -> Self {
        Self(unique.to_string())
    }
}

/// Asked of every part of a primary key, used only where a database numbers its rows.
#[cfg(feature = "db")]
impl sea_orm::TryFromU64 for IdempotencyKey {
    fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
        Err(sea_orm::DbErr::ConvertFromU64("IdempotencyKey"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_short_visible_ascii_is_a_key() {
        for (key, valid) in [("", false), ("a b", false), ("键", false), ("0197-a.1", true)] {
            assert_eq!(IdempotencyKey::try_from(key.to_owned()).is_ok(), valid, "{key:?}");
        }
        assert!(IdempotencyKey::try_from("k".repeat(65)).is_err());
    }
}
