//! Numbers of people and businesses: whether they can be right, and how others see them.

use chrono::{DateTime, Months, NaiveDate, Utc};

/// Weights of the first 17 digits (GB 11643).
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/// The last character by the weighted sum modulo 11.
const CHECKS: &[u8; 11] = b"10X98765432";
/// An applicant is at least so old, in months.
const ADULT: u32 = 18 * 12;

/// Whether `number` is a resident identity number with a right check digit whose holder is an adult by `now`.
pub fn is_adult_resident(number: &str, now: DateTime<Utc>) -> bool {
    let bytes = number.as_bytes();
    if bytes.len() != 18 || !bytes[..17].iter().all(u8::is_ascii_digit) {
        return false;
    }
    let sum: u32 = bytes.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    let right = usize::try_from(sum % 11).ok().and_then(|at| CHECKS.get(at)) == bytes.last();
    let born = number.get(6..14).and_then(|date| NaiveDate::parse_from_str(date, "%Y%m%d").ok());
    let adult = born.and_then(|born| born.checked_add_months(Months::new(ADULT)));
    right && adult.is_some_and(|adult| adult <= now.date_naive())
}

/// Whether `number` has the form of a business's: a credit code of 18 letters and digits, or an old number of 15.
pub fn is_business(number: &str) -> bool {
    let plain = number.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    plain && (number.len() == 18 || (number.len() == 15 && number.bytes().all(|byte| byte.is_ascii_digit())))
}

/// As typed, in one form: no spaces, capitals.
pub fn normal(typed: &str) -> String {
    typed.chars().filter(|c| !c.is_whitespace() && *c != '-').collect::<String>().to_uppercase()
}

/// As others see it: `3507**********2846`.
pub fn masked(number: &str) -> String {
    let count = number.chars().count();
    let keep = if count > 10 { 4 } else { count.min(2) / 2 };
    let star = |(at, c): (usize, char)| if at < keep || at + keep >= count { c } else { '*' };
    number.chars().enumerate().map(star).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_to_add_up() {
        let now = "2026-11-22T12:00:00Z".parse().unwrap();
        for (number, right) in [
            ("11010519491231002X", true),
            ("110105194912310021", false),
            ("440524188001010014", true),
            ("11010519491331002X", false),
            ("1101051949123100", false),
            ("一一010519491231002X", false),
            ("", false),
        ] {
            assert_eq!(is_adult_resident(number, now), right, "{number}");
        }
        assert!(!is_adult_resident("11010519491231002X", "1960-01-01T00:00:00Z".parse().unwrap()), "a child");
        assert!(is_business("91350782MA338T6Q3X") && !is_business("91350782ma338t6q3x") && !is_business("1"));
        assert_eq!((masked("11010519491231002X").as_str(), masked("12").as_str()), ("1101**********002X", "12"));
        assert_eq!(normal(" 1101 0519-4912 31002x"), "11010519491231002X");
    }
}
