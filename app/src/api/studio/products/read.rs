//! From typed text to amounts and addresses.

use commerce::Error;
use shared::{Currency, Money};

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
    fn amounts_are_read_as_people_type_them() {
        let yuan = |text| amount("price", text, Currency::Cny).map(|money| money.minor).ok();
        assert_eq!(
            (yuan("168"), yuan("¥1,168.50"), yuan("1.005"), yuan("-1"), yuan("1e3")),
            (Some(16_800), Some(116_850), None, None, None)
        );
        assert_eq!(
            (back("/studio/products?tab=draft"), back("//evil")),
            ("/studio/products?tab=draft", "/studio/products")
        );
    }
}
