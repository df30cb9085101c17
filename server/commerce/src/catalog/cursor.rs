use chrono::{DateTime, Utc};
use shared::ProductId;

use crate::Error;

/// Where a list of products goes on. A place in the order, not a number of rows, so that what is
/// listed meanwhile neither repeats nor hides anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct After {
    pub listed_at: DateTime<Utc>,
    pub id: ProductId,
}

impl After {
    pub fn write(self) -> String {
        format!("{}.{}", self.listed_at.timestamp_millis(), self.id.0.simple())
    }

    pub fn read(text: &str) -> Result<Self, Error> {
        let parsed = text.split_once('.').and_then(|(millis, id)| {
            Some(Self { listed_at: DateTime::from_timestamp_millis(millis.parse().ok()?)?, id: id.parse().ok()? })
        });
        parsed.ok_or(Error::Invalid(vec!["cursor"]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_reads_as_it_was_written_and_nothing_else_does() {
        let after = After {
            listed_at: DateTime::from_timestamp_millis(1_795_348_800_123).unwrap(),
            id: ProductId(uuid::Uuid::new_v4()),
        };
        assert_eq!(After::read(&after.write()).unwrap(), after);
        for wrong in ["", ".", "1.", "x.y", "99999999999999999999.00", "' OR 1=1"] {
            assert!(After::read(wrong).is_err(), "{wrong}");
        }
    }
}
