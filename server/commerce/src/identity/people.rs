//! People as the operator looks for them: their phone numbers and e-mail addresses stay masked until somebody asks,
//! and who asked is kept.

use chrono::TimeDelta;
use sea_orm::ConnectionTrait;
use shared::{BuyerId, ErrorCode, dto::Person};
use uuid::Uuid;

use super::{
    entity::{account, contact_access},
    names, queries,
};
use crate::{Actor, Error, Identity, clock::rfc3339};

/// People of one search.
const FOUND: u64 = 50;
/// Readings that are shown.
const READINGS: u64 = 20;
/// For how long a reading that was noted opens what is masked.
const OPEN: TimeDelta = TimeDelta::minutes(5);

impl Identity<'_> {
    /// Notes that the caller reads phone number and e-mail address of an account in full; for operators. What it answers
    /// with opens them to them for five minutes. `NotFound`.
    pub async fn read_contact(&self, actor: Actor, id: BuyerId) -> Result<Uuid, Error> {
        actor.require_operator()?;
        queries::account(self.shop().db.read(), id).await?.ok_or(ErrorCode::NotFound)?;
        let (reading, at) = (self.shop().clock.new_id(), self.shop().clock.now());
        let access = contact_access::Model { id: reading, account_id: id, reader: actor.buyer(), at };
        let logged = self.shop().db.write::<_, Error, _>(move |tx| {
            let access = access.clone();
            Box::pin(async move { Ok(queries::insert_contact_access(tx, access).await?) })
        });
        logged.await?;
        Ok(reading)
    }

    /// Phone number and e-mail address of an account in full, for the operator whose `reading` was noted in the last
    /// five minutes. `NotFound`.
    pub async fn contact(
        &self,
        actor: Actor,
        id: BuyerId,
        reading: Uuid,
    ) -> Result<(Option<String>, Option<String>), Error> {
        actor.require_operator()?;
        let (db, now) = (self.shop().db.read(), self.shop().clock.now());
        let noted = queries::contact_access(db, reading).await?;
        let noted = noted.filter(|noted| (noted.account_id, noted.reader) == (id, actor.buyer()));
        noted.filter(|noted| now < noted.at + OPEN).ok_or(ErrorCode::NotFound)?;
        let account = queries::account(db, id).await?.ok_or(ErrorCode::NotFound)?;
        Ok((account.phone.map(|phone| phone.as_str().to_owned()), account.email.map(|email| email.as_str().to_owned())))
    }

    /// Who read them, by name, and when (RFC 3339), the latest first; for operators.
    pub async fn contact_readings(&self, actor: Actor, id: BuyerId) -> Result<Vec<(String, String)>, Error> {
        actor.require_operator()?;
        let rows = queries::contact_accesses(self.shop().db.read(), id, READINGS).await?;
        let names = names(self.0, rows.iter().filter_map(|row| row.reader).collect()).await?;
        let name = |id: BuyerId| names.get(&id).cloned();
        Ok(rows.into_iter().map(|row| (row.reader.and_then(name).unwrap_or_default(), rfc3339(row.at))).collect())
    }
}

/// People by a part of their name, the start of their e-mail address or the last digits of their phone number.
pub(crate) async fn find(db: &impl ConnectionTrait, q: &str) -> Result<Vec<Person>, Error> {
    Ok(queries::find(db, q, FOUND).await?.into_iter().map(masked).collect())
}

/// One of them; `NotFound`.
pub(crate) async fn found(db: &impl ConnectionTrait, id: BuyerId) -> Result<Person, Error> {
    queries::account(db, id).await?.map(masked).ok_or_else(|| ErrorCode::NotFound.into())
}

/// An account as the operator sees it at first.
pub(crate) fn masked(account: account::Model) -> Person {
    Person {
        id: account.id,
        name: account.name,
        phone: account.phone.map(|phone| phone.masked()),
        email: account.email.map(|email| email.masked()),
        operator: account.operator,
        since: rfc3339(account.created_at),
    }
}
