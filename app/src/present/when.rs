//! Dates as people say them, in China's time.

use chrono::{DateTime, Datelike, FixedOffset, Timelike, Utc};
use shared::Locale;

const EAST_SECONDS: i32 = 8 * 3600;
const DAYS_ZH: [&str; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
const DAYS_EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Says times of the shop to one reader.
#[derive(Debug, Clone, Copy)]
pub struct When {
    now: DateTime<Utc>,
    locale: Locale,
}

impl When {
    /// For a reader in `locale` at `now`.
    pub const fn new(now: DateTime<Utc>, locale: Locale) -> Self {
        Self { now, locale }
    }

    /// Seconds from now until `at`.
    pub fn left(&self, at: &str) -> Option<i64> {
        let at = DateTime::parse_from_rfc3339(at).ok()?;
        Some((at.to_utc() - self.now).num_seconds())
    }

    /// `今天`, `明天`, else `11月25日 周三`.
    pub fn day(&self, at: &str) -> String {
        china(at).map(|at| self.day_of(at, true)).unwrap_or_default()
    }

    /// `今天 08:31`, else `11月24日 02:47`.
    pub fn moment(&self, at: &str) -> String {
        let Some(at) = china(at) else { return String::new() };
        format!("{} {:02}:{:02}", self.day_of(at, false), at.hour(), at.minute())
    }

    /// `2026-12-01`, with the time unless it is midnight: for tables that reach far.
    pub fn date(&self, at: &str) -> String {
        let Some(at) = china(at) else { return String::new() };
        let date = at.format("%Y-%m-%d").to_string();
        if (at.hour(), at.minute()) == (0, 0) { date } else { format!("{date} {:02}:{:02}", at.hour(), at.minute()) }
    }

    /// Whether it was always so: tables that were there from the start begin with the epoch.
    pub fn is_ever(&self, at: &str) -> bool {
        china(at).is_some_and(|at| at.timestamp() <= 0)
    }

    /// The moment so many hours from now.
    pub fn in_hours(&self, hours: i32) -> String {
        self.moment(&(self.now + chrono::TimeDelta::hours(hours.into())).to_rfc3339())
    }

    fn day_of(&self, at: DateTime<FixedOffset>, with_weekday: bool) -> String {
        let today = self.now.with_timezone(at.offset()).date_naive();
        let ahead = (at.date_naive() - today).num_days();
        let zh = self.locale == Locale::ZhCn;
        match (ahead, zh) {
            (0, true) => return "今天".to_owned(),
            (1, true) => return "明天".to_owned(),
            (-1, true) => return "昨天".to_owned(),
            (0, false) => return "today".to_owned(),
            (1, false) => return "tomorrow".to_owned(),
            (-1, false) => return "yesterday".to_owned(),
            _ => {}
        }
        let weekday = usize::try_from(at.weekday().num_days_from_monday()).unwrap_or_default();
        let month = usize::try_from(at.month0()).unwrap_or_default();
        // A day of another year says which.
        if at.year() != today.year() {
            if zh {
                return format!("{}年{}月{}日", at.year(), at.month(), at.day());
            }
            return format!("{} {} {}", at.day(), MONTHS.get(month).unwrap_or(&""), at.year());
        }
        match (zh, with_weekday) {
            (true, true) => format!("{}月{}日 {}", at.month(), at.day(), DAYS_ZH.get(weekday).unwrap_or(&"")),
            (true, false) => format!("{}月{}日", at.month(), at.day()),
            (false, true) => {
                format!("{} {} {}", DAYS_EN.get(weekday).unwrap_or(&""), at.day(), MONTHS.get(month).unwrap_or(&""))
            }
            (false, false) => format!("{} {}", at.day(), MONTHS.get(month).unwrap_or(&"")),
        }
    }
}

/// An RFC 3339 moment in China's time, as `datetime-local` takes it; empty for anything else.
pub fn local_in_china(at: &str) -> String {
    china(at).map(|at| at.format("%Y-%m-%dT%H:%M").to_string()).unwrap_or_default()
}

/// The first moment of a day in China, `2026-11-25`.
pub fn day_in_china(date: &str) -> Option<DateTime<Utc>> {
    let midnight = date.trim().parse::<chrono::NaiveDate>().ok()?.and_hms_opt(0, 0, 0)?;
    Some(midnight.and_local_timezone(FixedOffset::east_opt(EAST_SECONDS)?).single()?.to_utc())
}

/// Whether `day`, by its first moment in China, is the one that `now` is a part of.
pub fn is_today(day: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    day <= now && now - day < chrono::TimeDelta::days(1)
}

fn china(at: &str) -> Option<DateTime<FixedOffset>> {
    let east = FixedOffset::east_opt(EAST_SECONDS)?;
    Some(DateTime::parse_from_rfc3339(at).ok()?.with_timezone(&east))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_china() {
        let now = "2026-11-22T15:30:00Z".parse().unwrap();
        let (zh, en) = (When::new(now, Locale::ZhCn), When::new(now, Locale::En));
        assert_eq!(zh.moment("2026-11-22T16:05:00Z"), "明天 00:05");
        assert_eq!(zh.day("2026-11-25T04:00:00Z"), "11月25日 周三");
        assert_eq!(en.day("2026-11-25T04:00:00Z"), "Wed 25 Nov");
        assert_eq!(zh.moment("nonsense"), "");
        assert_eq!(zh.moment("2027-01-04T16:05:00Z"), "2027年1月5日 00:05");
        assert_eq!(en.day("2025-12-31T04:00:00Z"), "31 Dec 2025");
        assert_eq!(local_in_china("2026-11-24T16:05:00Z"), "2026-11-25T00:05");
        assert_eq!(zh.date("2026-11-24T16:00:00Z"), "2026-11-25");
        assert_eq!(zh.date("2026-11-24T16:05:00Z"), "2026-11-25 00:05");
        assert_eq!(day_in_china("2026-11-25").unwrap().to_rfc3339(), "2026-11-24T16:00:00+00:00");
        assert_eq!(day_in_china("nonsense"), None);
        let day = day_in_china("2026-11-25").unwrap();
        for (minutes, today) in [(-1, false), (0, true), (24 * 60 - 1, true), (24 * 60, false)] {
            assert_eq!(is_today(day, day + chrono::TimeDelta::minutes(minutes)), today, "{minutes}");
        }
    }
}
