//! What was done in a shop, for its owner to read.

use chrono::{DateTime, TimeDelta, Utc};
use shared::{
    BuyerId, Duty, Locale, ShopId,
    dto::{Activity, Page},
};

use super::{ACTS, SUBJECTS, entity::activity, queries, subject_of};
use crate::{Actor, Error, StaffRoom, clock::rfc3339, identity};

/// Entries on a page.
const PAGE: usize = 50;

/// Which part of the log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LogQuery {
    /// What one of the shop's people did.
    pub who: Option<BuyerId>,
    /// What was done to these, one of [`SUBJECTS`].
    pub subject: Option<String>,
    /// What was done in the day that begins then.
    pub day: Option<DateTime<Utc>>,
    /// The end of the page before.
    pub cursor: Option<String>,
}

impl StaffRoom<'_> {
    /// What was done in the shop, the newest first, 50 a page; for its owner. `Invalid` (`cursor`, `subject`).
    pub async fn log(
        &self,
        actor: Actor,
        shop: ShopId,
        query: LogQuery,
        locale: Locale,
    ) -> Result<Page<Activity>, Error> {
        self.0.identity().require_duty(actor, shop, Duty::Shop).await?;
        let LogQuery { who, subject, day, cursor } = query;
        let before = cursor.map(|text| text.parse()).transpose().map_err(|_| Error::Invalid(vec!["cursor"]))?;
        let acts = match subject {
            Some(subject) if SUBJECTS.contains(&subject.as_str()) => {
                Some(ACTS.iter().copied().filter(|act| subject_of(act) == subject).collect())
            }
            Some(_) => return Err(Error::Invalid(vec!["subject"])),
            None => None,
        };
        let part = queries::Part { who, acts, day: day.map(|start| start..start + TimeDelta::days(1)), before };
        let mut rows = queries::activity(self.shop().db.read(), shop, part, PAGE as u64 + 1).await?;
        let more = rows.len() > PAGE;
        rows.truncate(PAGE);
        let next = rows.last().filter(|_| more).map(|row| row.id.to_string());
        let names = identity::names(self.0, rows.iter().filter_map(|row| row.account_id).collect()).await?;
        let view = |row: activity::Model| Activity {
            id: row.id,
            at: rfc3339(row.at),
            who: row.account_id.and_then(|id| names.get(&id).cloned()).unwrap_or_default(),
            act: row.act,
            subject: row.subject.get(locale).to_owned(),
        };
        Ok(Page { items: rows.into_iter().map(view).collect(), next })
    }

    /// The newest page of everything; as `log`.
    pub async fn activity(
        &self,
        actor: Actor,
        shop: ShopId,
        cursor: Option<&str>,
        locale: Locale,
    ) -> Result<Page<Activity>, Error> {
        self.log(actor, shop, LogQuery { cursor: cursor.map(str::to_owned), ..LogQuery::default() }, locale).await
    }

    /// Who has ever done something in the shop, by name, those who have left too; for its owner.
    pub async fn doers(&self, actor: Actor, shop: ShopId) -> Result<Vec<(BuyerId, String)>, Error> {
        self.0.identity().require_duty(actor, shop, Duty::Shop).await?;
        let ids = queries::doers(self.shop().db.read(), shop).await?;
        let mut people: Vec<_> = identity::names(self.0, ids).await?.into_iter().collect();
        people.sort_by(|one, other| (&one.1, one.0).cmp(&(&other.1, other.0)));
        Ok(people)
    }
}
