use shared::dto::Message;

use super::queries;
use crate::{Actor, Error, Inbox, clock::rfc3339};

/// Messages that are shown at most.
const SHOWN: u64 = 50;

impl Inbox<'_> {
    /// The caller's messages, latest first, the last 50; `Unauthenticated`.
    pub async fn list(&self, actor: Actor) -> Result<Vec<Message>, Error> {
        let rows = queries::of(self.shop().db.read(), actor.require_account()?, SHOWN).await?;
        let message = |row: super::entity::Model| Message {
            id: row.id,
            kind: row.kind,
            parts: serde_json::from_value(row.parts).unwrap_or_default(),
            link: row.link,
            at: rfc3339(row.at),
            unread: row.read_at.is_none(),
        };
        Ok(rows.into_iter().map(message).collect())
    }

    /// Marks all of the caller's messages as looked at and says how many were not; `Unauthenticated`.
    pub async fn read(&self, actor: Actor) -> Result<u64, Error> {
        let (account, at) = (actor.require_account()?, self.shop().clock.now());
        let read = self
            .shop()
            .db
            .write::<_, Error, _>(move |tx| Box::pin(async move { Ok(queries::read_all(tx, account, at).await?) }));
        read.await
    }
}
