//! The name of a creator in addresses.

use serde::{Deserialize, Serialize};

use crate::ErrorCode;

/// 2 to 32 lower-case letters, digits, `-` and `_`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "db", derive(sea_orm::DeriveValueType))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(try_from = "String")]
pub struct Handle(String);

impl Handle {
    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Handle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for Handle {
    type Err = ErrorCode;

    fn from_str(text: &str) -> Result<Self, ErrorCode> {
        text.to_owned().try_into()
    }
}

impl TryFrom<String> for Handle {
    type Error = ErrorCode;

    fn try_from(text: String) -> Result<Self, ErrorCode> {
        let legal = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_');
        if legal && (2..=32).contains(&text.len()) { Ok(Self(text)) } else { Err(ErrorCode::Validation) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_is_safe_in_an_address() {
        for (text, valid) in [("tea", true), ("a", false), ("Tea", false), ("../x", false), ("tea_2-go", true)] {
            assert_eq!(text.parse::<Handle>().is_ok(), valid, "{text}");
        }
    }
}
