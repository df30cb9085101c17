use leptos::{prelude::*, tachys::html::InertElement};
use shared::{Currency, Money};

/// A price as cards and headlines show it: sign and cents small, cents only if there are any.
#[cfg(feature = "ssr")]
pub fn price(money: Money) -> impl IntoView {
    let (sign, whole, rest) = parts(money);
    written(sign, &whole, if money.minor % 100 == 0 { "" } else { &rest })
}

/// A sum where money is added up or paid: always with cents.
pub fn full_price(money: Money) -> impl IntoView {
    let (sign, whole, rest) = parts(money);
    written(sign, &whole, &rest)
}

/// Signs and digits, so there is nothing to escape.
fn written(sign: &str, whole: &str, rest: &str) -> InertElement {
    let rest = if rest.is_empty() { String::new() } else { ["<small>", rest, "</small>"].concat() };
    InertElement::new(["<span class=\"money\"><small>", sign, "</small>", whole, &rest, "</span>"].concat())
}

/// As plain text, cents only if there are any: `¥168`, `¥45.80`.
#[cfg(feature = "ssr")]
pub fn cents(money: Money) -> String {
    let (sign, whole, rest) = parts(money);
    if money.minor % 100 == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}{rest}") }
}

/// Sign, whole units and cents with their point.
pub fn parts(money: Money) -> (&'static str, String, String) {
    let sign = match (money.currency, money.minor < 0) {
        (Currency::Cny, false) => "¥",
        (Currency::Cny, true) => "-¥",
        (Currency::Usd, false) => "$",
        (Currency::Usd, true) => "-$",
    };
    let minor = money.minor.unsigned_abs();
    (sign, (minor / 100).to_string(), format!(".{:02}", minor % 100))
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn cents_show_only_when_there_are_any() {
        let yuan = |minor| cents(Money::new(minor, Currency::Cny));
        assert_eq!((yuan(16_800), yuan(4_580), yuan(-5)), ("¥168".into(), "¥45.80".into(), "-¥0.05".into()));
    }
}
