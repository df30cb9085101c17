use chrono::TimeDelta;

use super::{queries, token};
use crate::{Commerce, Error};

/// What may be tried only so often. Counted in the database, so that a restart or a second node
/// gives nobody a fresh start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limit {
    /// Passwords for one e-mail address.
    Password,
    /// Sign-ins of one caller, whatever the address.
    SignIn,
    /// One-time codes for one number, in a minute.
    SendCode,
    /// One-time codes for one number, in a day.
    SendCodes,
    /// One-time codes asked for by one caller.
    AskCodes,
    /// Codes entered for one number.
    EnterCode,
    /// Comments of one account.
    Comment,
    /// Uploads of one account.
    Upload,
    /// Real names given by one account.
    RealName,
    /// Orders looked up by number and phone.
    FindOrder,
}

impl Limit {
    /// How often, in how long.
    const fn rule(self) -> (&'static str, i64, TimeDelta) {
        match self {
            Self::Password => ("password", 10, TimeDelta::minutes(15)),
            Self::SignIn => ("sign_in", 30, TimeDelta::minutes(15)),
            Self::SendCode => ("send_code", 1, TimeDelta::minutes(1)),
            Self::SendCodes => ("send_codes", 10, TimeDelta::days(1)),
            Self::AskCodes => ("ask_codes", 20, TimeDelta::days(1)),
            Self::EnterCode => ("enter_code", 20, TimeDelta::hours(1)),
            Self::Comment => ("comment", 10, TimeDelta::minutes(1)),
            Self::Upload => ("upload", 60, TimeDelta::hours(1)),
            Self::RealName => ("real_name", 10, TimeDelta::days(1)),
            Self::FindOrder => ("find_order", 10, TimeDelta::hours(1)),
        }
    }
}

/// Counts a try of `subject`; `RateLimited` beyond the limit. The count stands whatever comes after.
pub(crate) async fn allow(commerce: &Commerce, limit: Limit, subject: &str) -> Result<(), Error> {
    let (action, most, within) = limit.rule();
    let now = commerce.clock().now();
    // Numbers and addresses are nobody's business once they were counted.
    let subject = token::sealed(&commerce.config().secret, action, subject);
    let counted = commerce.db().write::<_, Error, _>(move |tx| {
        let subject = subject.clone();
        Box::pin(async move { Ok(queries::attempt(tx, action, &subject, now - within, now).await?) })
    });
    let counted = counted.await?;
    if counted.tries <= most {
        return Ok(());
    }
    Err(Error::RateLimited { retry_after: (counted.since + within - now).num_seconds().max(1) })
}
