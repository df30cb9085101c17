//! Counts as people write them.

use shared::Locale;

/// With a separator every three digits: `2,386`.
pub fn grouped(n: i64) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if n < 0 {
        out.push('-');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Short where exactness does not matter: `1.2万` or `12.3K`; below that as `grouped`.
pub fn compact(n: i64, locale: Locale) -> String {
    let (unit, name) = match locale {
        Locale::ZhCn => (10_000, "万"),
        Locale::En if n >= 1_000_000 => (1_000_000, "M"),
        Locale::En => (1_000, "K"),
    };
    if n < unit.max(10_000) {
        return grouped(n);
    }
    match (n / unit, n % unit * 10 / unit) {
        (whole, 0) => format!("{}{name}", grouped(whole)),
        (whole, tenth) => format!("{}.{tenth}{name}", grouped(whole)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_read_well() {
        assert_eq!(
            (grouped(0), grouped(2_386), grouped(-1_234_567)),
            ("0".into(), "2,386".into(), "-1,234,567".into())
        );
        assert_eq!((compact(2_386, Locale::ZhCn), compact(12_400, Locale::ZhCn)), ("2,386".into(), "1.2万".into()));
        assert_eq!((compact(12_400, Locale::En), compact(2_000_000, Locale::En)), ("12.4K".into(), "2M".into()));
    }
}
