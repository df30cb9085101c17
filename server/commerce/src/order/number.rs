use chrono::{DateTime, FixedOffset, Utc};
use uuid::Uuid;

const DIGITS: u128 = 1_000_000_000_000;

/// A number for people: the day in China and twelve random digits, so that it neither counts the
/// shop's orders nor can be guessed from another one.
pub fn number(at: DateTime<Utc>) -> String {
    let china = FixedOffset::east_opt(8 * 3600).map_or_else(|| at.fixed_offset(), |zone| at.with_timezone(&zone));
    format!("{}{:012}", china.format("%Y%m%d"), Uuid::new_v4().as_u128() % DIGITS)
}
