use chrono::{DateTime, Utc};

use crate::i18n::browse::Browse;

/// How long ago something was, in words; the date itself beyond a month.
pub fn ago(at: &str, now: DateTime<Utc>, texts: &Browse) -> String {
    let Ok(then) = DateTime::parse_from_rfc3339(at) else { return String::new() };
    let minutes = (now - then.to_utc()).num_minutes().max(0);
    match minutes {
        0..60 => (texts.minutes_ago)(minutes),
        60..1_440 => (texts.hours_ago)(minutes / 60),
        1_440..43_200 => (texts.days_ago)(minutes / 1_440),
        _ => at.get(..10).unwrap_or_default().to_owned(),
    }
}
