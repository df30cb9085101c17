//! Whom a violation concerns says that it is not right.

use shared::{Duty, ErrorCode, ViolationEvent, ViolationId, ViolationState};

use super::{entity::violation, queries};
use crate::{
    Actor, Error, Violations,
    db::Tx,
    outbox,
    staff::{Deed, act},
};

/// Longest appeal, in characters.
const APPEAL_CHARS: usize = 2_000;

/// An act of whom it concerns with everything fixed before its transaction.
#[derive(Clone)]
struct Word {
    id: ViolationId,
    /// What they say; `None` takes it back.
    text: Option<String>,
    deed: Deed,
}

impl Violations<'_> {
    /// Appeals a violation, within its term and once unless it is taken back; for whom it concerns. `NotFound`,
    /// `Invalid` (`appeal`) without a word or beyond 2,000 characters, `IllegalTransition`.
    pub async fn appeal(&self, actor: Actor, id: ViolationId, text: &str) -> Result<(), Error> {
        self.theirs(actor, id).await?;
        let text = text.trim().to_owned();
        let plain = !text.chars().any(|c| c.is_control() && c != '\n' && c != '\r');
        if !(1..=APPEAL_CHARS).contains(&text.chars().count()) || !plain {
            return Err(Error::Invalid(vec!["appeal"]));
        }
        self.say(actor, id, Some(text)).await
    }

    /// Takes an appeal back before it is decided; for whom it concerns. `NotFound`, `IllegalTransition`.
    pub async fn withdraw_appeal(&self, actor: Actor, id: ViolationId) -> Result<(), Error> {
        self.theirs(actor, id).await?;
        self.say(actor, id, None).await
    }

    async fn say(&self, actor: Actor, id: ViolationId, text: Option<String>) -> Result<(), Error> {
        let word = Word { id, text, deed: Deed::new(&self.shop().clock, actor) };
        self.shop().db.write(move |tx| Box::pin(say(tx, word.clone()))).await
    }

    /// The violation, if it concerns the actor; for others there is none.
    pub(super) async fn theirs(&self, actor: Actor, id: ViolationId) -> Result<violation::Model, Error> {
        let row = queries::by_id(self.shop().db.read(), id).await?.ok_or(ErrorCode::NotFound)?;
        if self.concerns(actor, &row).await? { Ok(row) } else { Err(ErrorCode::NotFound.into()) }
    }

    /// Whether it concerns the actor: themselves, or a shop that they answer for.
    pub(super) async fn concerns(&self, actor: Actor, row: &violation::Model) -> Result<bool, Error> {
        let Ok(me) = actor.require_account() else { return Ok(false) };
        if !row.state.is_told() {
            return Ok(false);
        }
        let places = self.0.identity().memberships(actor).await?;
        let answers = |shop| places.iter().any(|(own, role)| *own == shop && role.may(Duty::Shop));
        // Who owned a shop then and has left it does not answer for it any more.
        Ok(match row.shop_id {
            Some(shop) => answers(shop),
            None => row.account_id == Some(me),
        })
    }
}

async fn say(tx: &Tx, word: Word) -> Result<(), Error> {
    let Word { id, text, deed } = word;
    let at = deed.at;
    let row = queries::locked(tx, id).await?.ok_or(ErrorCode::NotFound)?;
    let (event, act) = match &text {
        Some(_) => (ViolationEvent::Appeal, act::VIOLATION_APPEALED),
        None => (ViolationEvent::Withdraw, act::VIOLATION_APPEAL_WITHDRAWN),
    };
    let state = row.state.transition(event)?;
    if state == ViolationState::Appealed && at > row.appeal_by {
        return Err(ErrorCode::IllegalTransition.into());
    }
    let appealed_at = text.is_some().then_some(at);
    let next = violation::Model { state, appeal: text, appealed_at, version: row.version + 1, ..row };
    let (shop, subject) = (next.shop_id, next.subject.clone());
    let payload = serde_json::json!({ "violation_id": id, "shop_id": shop, "state": state });
    if !queries::replace(tx, next).await? {
        return Err(ErrorCode::Conflict.into());
    }
    if let Some(shop) = shop {
        deed.record(tx, shop, act, subject).await?;
    }
    outbox::append(tx, id.0, act, &payload, at).await?;
    Ok(())
}
