//! E-mail addresses.

use serde::{Deserialize, Serialize};

use crate::ErrorCode;

/// An address that could exist: one `@`, a dotted domain, no spaces, at most 254 bytes; lower case.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "db", derive(sea_orm::DeriveValueType))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(try_from = "String")]
pub struct Email(String);

impl Email {
    /// Longest accepted address, in bytes (RFC 5321).
    pub const MAX_BYTES: usize = 254;

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As others may see it: `t***@demo.test`.
    pub fn masked(&self) -> String {
        let (name, domain) = self.0.split_once('@').unwrap_or((&self.0, ""));
        let first: String = name.chars().take(1).collect();
        format!("{first}***@{domain}")
    }
}

impl TryFrom<String> for Email {
    type Error = ErrorCode;

    fn try_from(text: String) -> Result<Self, ErrorCode> {
        let text = text.trim().to_lowercase();
        let plain = text.len() <= Self::MAX_BYTES && !text.chars().any(|c| c.is_whitespace() || c.is_control());
        let parts = text.split_once('@').filter(|(name, domain)| {
            !name.is_empty()
                && !domain.contains('@')
                && domain.split('.').count() > 1
                && !domain.split('.').any(str::is_empty)
        });
        if plain && parts.is_some() { Ok(Self(text)) } else { Err(ErrorCode::Validation) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_not_receive_mail_is_refused() {
        for (text, valid) in [
            ("Tea@Demo.test", true),
            ("a@b", false),
            ("a@@b.c", false),
            ("a b@c.d", false),
            ("@c.d", false),
            ("a@.d", false),
        ] {
            assert_eq!(Email::try_from(text.to_owned()).is_ok(), valid, "{text}");
        }
    }
}
