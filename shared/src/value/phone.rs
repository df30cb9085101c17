//! Telephone numbers.

use serde::{Deserialize, Serialize};

use crate::ErrorCode;

/// A number in E.164 form: `+8613800138000`. Spaces, dashes and brackets are dropped; a mainland
/// mobile number may come without its country code.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "db", derive(sea_orm::DeriveValueType))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(try_from = "String")]
pub struct Phone(String);

impl Phone {
    /// The number in E.164 form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As others may see it: `138****8000`.
    pub fn masked(&self) -> String {
        let local = self.0.strip_prefix("+86").unwrap_or(&self.0);
        let keep = 3.min(local.len());
        let tail = local.len().saturating_sub(4).max(keep);
        format!("{}****{}", &local[..keep], &local[tail..])
    }
}

impl TryFrom<String> for Phone {
    type Error = ErrorCode;

    fn try_from(text: String) -> Result<Self, ErrorCode> {
        let digits: String = text.trim().chars().filter(|c| !matches!(c, ' ' | '-' | '(' | ')')).collect();
        let (plus, number) = digits.strip_prefix('+').map_or((false, digits.as_str()), |rest| (true, rest));
        let numeric = number.bytes().all(|b| b.is_ascii_digit());
        let mainland = !plus && number.len() == 11 && number.starts_with('1');
        match (numeric, mainland, plus && (8..=15).contains(&number.len())) {
            (true, true, _) => Ok(Self(format!("+86{number}"))),
            (true, _, true) => Ok(Self(format!("+{number}"))),
            _ => Err(ErrorCode::Validation),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_kept_in_one_form() {
        for (text, kept) in [
            ("138 0013 8000", Some("+8613800138000")),
            ("+44 (20) 7946-0958", Some("+442079460958")),
            ("12345", None),
            ("+86 abc", None),
            ("２３４５６７８９０１１", None),
        ] {
            assert_eq!(Phone::try_from(text.to_owned()).ok().as_ref().map(Phone::as_str), kept, "{text}");
        }
        assert_eq!(Phone("+8613800138000".into()).masked(), "138****8000");
    }
}
