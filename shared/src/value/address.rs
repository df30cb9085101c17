//! Where a parcel goes.

use serde::{Deserialize, Serialize};

use crate::{ErrorCode, Phone};

/// A delivery address: mainland China by province, city and district, elsewhere free-form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "db", derive(sea_orm::FromJsonQueryResult))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Address {
    /// Who receives it.
    pub name: String,
    /// For the carrier.
    pub phone: Phone,
    /// ISO 3166-1 alpha-2.
    #[serde(default = "china")]
    pub country: String,
    /// Province, state or region; required in China.
    #[serde(default)]
    pub province: String,
    /// City; required.
    pub city: String,
    /// District or county; may be empty.
    #[serde(default)]
    pub district: String,
    /// Street and number.
    pub line1: String,
    /// Postal code; may be empty.
    #[serde(default)]
    pub postcode: String,
}

fn china() -> String {
    "CN".into()
}

impl Address {
    /// Longest accepted part, in characters.
    pub const MAX_CHARS: usize = 120;

    /// The fields that are missing, too long or not text, by their names; empty if the address is good.
    pub fn faults(&self) -> Vec<&'static str> {
        let china = self.country == "CN";
        let text = |value: &str, required: bool| {
            (!required || !value.trim().is_empty())
                && value.chars().count() <= Self::MAX_CHARS
                && !value.chars().any(char::is_control)
        };
        let country = self.country.len() == 2 && self.country.bytes().all(|b| b.is_ascii_uppercase());
        [
            ("name", text(&self.name, true) && self.name.chars().count() <= 50),
            ("country", country),
            ("province", text(&self.province, china)),
            ("city", text(&self.city, true)),
            ("district", text(&self.district, false)),
            ("line1", text(&self.line1, true)),
            ("postcode", text(&self.postcode, false) && self.postcode.len() <= 12),
        ]
        .into_iter()
        .filter_map(|(field, good)| (!good).then_some(field))
        .collect()
    }

    /// The address itself if it has no faults.
    pub fn checked(self) -> Result<Self, ErrorCode> {
        if self.faults().is_empty() { Ok(self) } else { Err(ErrorCode::Validation) }
    }

    /// Everything but name and phone, in the order of its country.
    pub fn one_line(&self) -> String {
        let parts = [&self.province, &self.city, &self.district, &self.line1];
        let mut parts: Vec<&str> = parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
        parts.dedup();
        if self.country == "CN" {
            return parts.join(" ");
        }
        parts.reverse();
        format!("{}, {} {}", parts.join(", "), self.postcode, self.country)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_name_their_fields() {
        let address = Address {
            name: String::new(),
            phone: Phone::try_from("13800138000".to_owned()).unwrap(),
            country: "CN".into(),
            province: String::new(),
            city: "杭州市".into(),
            district: "西湖区".into(),
            line1: "x".repeat(200),
            postcode: String::new(),
        };
        assert_eq!(address.faults(), ["name", "province", "line1"]);
        assert!(address.checked().is_err());
    }
}
