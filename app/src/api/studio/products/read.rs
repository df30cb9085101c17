//! From typed text to amounts and times.

use chrono::{DateTime, FixedOffset, NaiveDateTime, Utc};
use commerce::Error;
use shared::{Currency, Money};

/// Seconds by which China is ahead: what a shop's people type is their time.
const EAST: i32 = 8 * 3600;

/// An amount of a field, with or without its sign; `Invalid` with the field.
pub fn amount(field: &'static str, text: &str, currency: Currency) -> Result<Money, Error> {
    let plain: String = text.chars().filter(|c| !matches!(c, '¥' | '￥' | '$' | ',' | ' ')).collect();
    let is_plain = !plain.is_empty() && plain.chars().all(|c| c.is_ascii_digit() || c == '.');
    let wire = serde_json::json!({ "amount": plain, "currency": currency });
    let money = if is_plain { serde_json::from_value(wire).ok() } else { None };
    money.ok_or(Error::Invalid(vec![field]))
}

/// The currency by its name; yuan if it has none.
pub fn currency(text: &str) -> Currency {
    serde_json::from_value(text.into()).unwrap_or_default()
}

/// A moment in China's time as `datetime-local` sends it; `None` if it is empty.
pub fn moment(field: &'static str, text: &str) -> Result<Option<DateTime<Utc>>, Error> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let parsed = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M");
    let parsed = parsed.or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S"));
    let east = FixedOffset::east_opt(EAST).ok_or(Error::Invalid(vec![field]))?;
    let at = parsed.ok().and_then(|at| at.and_local_timezone(east).single());
    at.map(|at| Some(at.to_utc())).ok_or(Error::Invalid(vec![field]))
}

/// A page of the back office's products to go back to; their list if it is none.
pub fn back(text: &str) -> &str {
    if text.starts_with("/studio/products") || text.starts_with("/console/products") {
        text
    } else {
        "/studio/products"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_and_times_are_read_as_people_type_them() {
        let yuan = |text| amount("price", text, Currency::Cny).map(|money| money.minor).ok();
        assert_eq!(
            (yuan("168"), yuan("¥1,168.50"), yuan("1.005"), yuan("-1"), yuan("1e3")),
            (Some(16_800), Some(116_850), None, None, None)
        );
        let at = moment("list_at", "2026-11-25T08:00").unwrap().unwrap();
        assert_eq!(at.to_rfc3339(), "2026-11-25T00:00:00+00:00");
        assert!(moment("list_at", "").unwrap().is_none() && moment("list_at", "soon").is_err());
        assert_eq!(
            (back("/studio/products?tab=draft"), back("//evil")),
            ("/studio/products?tab=draft", "/studio/products")
        );
    }
}
