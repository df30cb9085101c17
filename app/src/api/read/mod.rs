//! From typed text to values, with the names of the fields that do not fit.

use chrono::{DateTime, FixedOffset, NaiveDateTime, Utc};
use commerce::Error;
use shared::{
    Address, BasisPoints, Currency, ErrorCode, Money, Phone, Quantity, Scene, Source,
    dto::{Basket, LineRequest, PaymentMethod},
};

pub mod window;

use super::{AddressForm, LineForm};

/// Seconds by which China is ahead: what a shop's people type is their time.
const EAST: i32 = 8 * 3600;

/// A typed value of a field, or the field's problem.
pub fn field<T: std::str::FromStr>(name: &'static str, text: &str) -> Result<T, Error> {
    text.trim().parse().map_err(|_| Error::Invalid(vec![name]))
}

/// Seconds with up to three decimals, as milliseconds; no float ever.
pub fn millis(text: &str) -> Option<i64> {
    let text = text.trim();
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
    if whole.is_empty() || part.len() > 3 || !whole.chars().chain(part.chars()).all(|c| c.is_ascii_digit()) {
        return None;
    }
    let part: i64 = format!("{part:0<3}").parse().ok()?;
    whole.parse::<i64>().ok()?.checked_mul(1_000)?.checked_add(part)
}

/// A moment as `<input type=datetime-local>` sends it, on China's clocks, with or without its seconds; `None` if it is
/// empty, `Invalid` with the field if it is none.
pub fn moment(name: &'static str, text: &str) -> Result<Option<DateTime<Utc>>, Error> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let wrong = || Error::Invalid(vec![name]);
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M")
        .or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S"))
        .map_err(|_| wrong())?;
    let china = FixedOffset::east_opt(EAST).ok_or_else(wrong)?;
    Ok(Some(local.and_local_timezone(china).single().ok_or_else(wrong)?.to_utc()))
}

/// Pieces.
pub fn quantity(text: &str) -> Result<Quantity, Error> {
    let pieces: i32 = field("quantity", if text.is_empty() { "1" } else { text })?;
    Quantity::try_from(pieces).map_err(|_| Error::Invalid(vec!["quantity"]))
}

/// A telephone number.
pub fn phone(text: &str) -> Result<Phone, Error> {
    Phone::try_from(text.to_owned()).map_err(|_| Error::Invalid(vec!["phone"]))
}

/// Where a line was met; what does not fit is left out, it must not keep anyone from buying.
pub fn source(form: &LineForm) -> Source {
    let scene = Scene::ALL.into_iter().find(|scene| scene.as_str() == form.scene).unwrap_or_default();
    Source { scene, video_id: form.video.parse().ok(), creator: form.creator.parse().ok() }
}

/// One line.
pub fn line(form: &LineForm) -> Result<LineRequest, Error> {
    Ok(LineRequest {
        sku_id: field("sku_id", &form.sku_id)?,
        quantity: quantity(&form.quantity)?,
        source: source(form),
    })
}

/// What is to be bought.
pub fn basket(form: &LineForm) -> Result<Basket, Error> {
    if form.is_cart() {
        return Ok(Basket { lines: Vec::new(), cart: true });
    }
    Ok(Basket { lines: vec![line(form)?], cart: false })
}

/// An address, or every field of it that does not fit.
pub fn address(form: &AddressForm) -> Result<Address, Error> {
    let text = |value: &str| value.trim().to_owned();
    let typed = Phone::try_from(form.phone.clone());
    let mut faults = Vec::new();
    // Its place is held so that all other fields are checked too.
    let stand_in = Phone::try_from("+10000000000".to_owned());
    let phone = match (typed, stand_in) {
        (Ok(phone), _) => phone,
        (Err(_), Ok(stand_in)) => {
            faults.push("phone");
            stand_in
        }
        (Err(code), Err(_)) => return Err(code.into()),
    };
    let country =
        if form.country.trim().is_empty() { "CN".to_owned() } else { form.country.trim().to_ascii_uppercase() };
    let address = Address {
        name: text(&form.name),
        phone,
        country,
        province: text(&form.province),
        city: text(&form.city),
        district: text(&form.district),
        line1: text(&form.line1),
        postcode: text(&form.postcode),
    };
    faults.extend(address.faults());
    if faults.is_empty() { Ok(address) } else { Err(Error::Invalid(faults)) }
}

/// The sum that a buyer agreed to, `161.00` and `CNY`.
pub fn money(amount: &str, currency: &str) -> Result<Money, Error> {
    let wire = serde_json::json!({ "amount": amount, "currency": if currency.is_empty() { "CNY" } else { currency } });
    serde_json::from_value(wire).map_err(|_| Error::Refused(ErrorCode::PriceChanged))
}

/// `12.5` percent are 1250 basis points; `None` for what is none.
pub fn percent(text: &str) -> Option<BasisPoints> {
    let text = text.trim().trim_end_matches('%').trim();
    if text.is_empty() {
        return Some(BasisPoints::default());
    }
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    if part.len() > 2 || !part.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let whole: i32 = whole.parse().ok().filter(|whole| (0..=100).contains(whole))?;
    let part: i32 = format!("{part:0<2}").parse().ok()?;
    BasisPoints::try_from(whole * 100 + part).ok()
}

/// How to pay.
pub fn method(text: &str) -> PaymentMethod {
    serde_json::from_value(text.into()).unwrap_or_default()
}

/// The currency's name on the wire.
pub const fn currency(currency: Currency) -> &'static str {
    match currency {
        Currency::Cny => "CNY",
        Currency::Usd => "USD",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_exact() {
        let points = |text| percent(text).map(BasisPoints::get);
        assert_eq!(
            (points("12.5"), points("100"), points(""), points("0.05 %")),
            (Some(1_250), Some(10_000), Some(0), Some(5))
        );
        assert_eq!((points("101"), points("1.234"), points("x"), points("-1")), (None, None, None, None));
    }

    #[test]
    fn seconds_are_read_to_the_millisecond() {
        for (text, ms) in [("0", 0), ("4.6", 4_600), (" 12 ", 12_000), ("0.005", 5), ("1,5", 1_500)] {
            assert_eq!(millis(text), Some(ms), "{text}");
        }
        for text in ["", "-1", "1.2345", "1e3", ".5", "NaN", "99999999999999999999"] {
            assert_eq!(millis(text), None, "{text}");
        }
    }

    #[test]
    fn times_are_chinas() {
        let read = |text| moment("at", text).map(|at| at.map(|at| at.to_rfc3339()));
        let noon = Some("2026-11-26T12:30:00+00:00".to_owned());
        assert_eq!((read("2026-11-26T20:30").unwrap(), read("2026-11-26T20:30:00").unwrap()), (noon.clone(), noon));
        assert_eq!(read(" ").unwrap(), None);
        assert_eq!(read("tomorrow").unwrap_err().fields(), ["at"]);
    }
}
