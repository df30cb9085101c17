//! Who is who: guest tokens, accounts, one-time codes, sessions, addresses, shop members, and the
//! limits on trying. Owns `account`, `session`, `login_code`, `attempt`, `address`, `shop_member`, `contact_access`.

mod addresses;
mod entity;
mod limit;
mod members;
mod password;
mod people;
mod queries;
mod service;
#[cfg(test)]
mod tests;
mod token;

use std::time::Duration;

use chrono::{DateTime, Utc};
use moka::future::Cache;
use sea_orm::{ConnectionTrait, DbErr};
use shared::BuyerId;

pub(crate) use limit::{Limit, allow};
pub(crate) use members::{
    Invited, invitation_hash, join, members, names, new_invitation, owner_of, owners, people_of, set_role,
};

pub(crate) use people::{find, found, masked};

use crate::{Actor, Commerce, Error};

/// What identity keeps in memory.
#[derive(Debug)]
pub(crate) struct Keeper {
    /// Who holds a session, and until when, by the token's hash. For seconds: a sign-out on another
    /// node is noticed no later.
    sessions: Cache<String, (Actor, DateTime<Utc>)>,
    passwords: password::Passwords,
}

impl Default for Keeper {
    fn default() -> Self {
        let sessions = Cache::builder().max_capacity(10_000).time_to_live(Duration::from_secs(10)).build();
        Self { sessions, passwords: password::Passwords::default() }
    }
}

/// The name of an account and when it was opened, for rooms that check or log people.
pub(crate) async fn person(
    db: &impl ConnectionTrait,
    account: BuyerId,
) -> Result<Option<(String, DateTime<Utc>)>, DbErr> {
    Ok(queries::account(db, account).await?.map(|account| (account.name, account.created_at)))
}

/// The name of an account as its colleagues see it; empty if there is none.
pub(crate) async fn name_of(commerce: &Commerce, account: BuyerId) -> Result<String, Error> {
    Ok(queries::account(commerce.db().read(), account).await?.map(|account| account.name).unwrap_or_default())
}

/// The name of an account as strangers see it: its first character and stars; a number as it is
/// masked already.
pub(crate) async fn public_name(commerce: &Commerce, account: BuyerId) -> Result<String, Error> {
    let name = queries::account(commerce.db().read(), account).await?.map(|account| account.name).unwrap_or_default();
    if name.contains("**") {
        return Ok(name);
    }
    Ok(name.chars().take(1).chain("**".chars()).collect())
}
