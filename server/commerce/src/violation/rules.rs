//! How violations are dealt with.

use chrono::TimeDelta;
use sea_orm::ConnectionTrait;

use super::queries;
use crate::{Actor, Error, Violations};

/// Days to appeal, unless the operator says otherwise.
const APPEAL_DAYS: i32 = 15;

impl Violations<'_> {
    /// For how many days a new violation may be appealed; for operators.
    pub async fn appeal_days(&self, actor: Actor) -> Result<i32, Error> {
        actor.require_operator()?;
        Ok(queries::appeal_days(self.shop().db.read()).await?.unwrap_or(APPEAL_DAYS))
    }

    /// Sets that, for those to come; for operators. `Invalid` (`appeal_days`): 1 to 90.
    pub async fn set_appeal_days(&self, actor: Actor, days: i32) -> Result<(), Error> {
        actor.require_operator()?;
        if !(1..=90).contains(&days) {
            return Err(Error::Invalid(vec!["appeal_days"]));
        }
        let set = self
            .shop()
            .db
            .write::<_, Error, _>(move |tx| Box::pin(async move { Ok(queries::set_appeal_days(tx, days).await?) }));
        set.await
    }
}

/// For how long a violation that is recorded now may be appealed.
pub async fn term(db: &impl ConnectionTrait) -> Result<TimeDelta, Error> {
    Ok(TimeDelta::days(queries::appeal_days(db).await?.unwrap_or(APPEAL_DAYS).into()))
}
