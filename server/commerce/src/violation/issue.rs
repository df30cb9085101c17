//! The operator issues a violation: from now on it counts.

use chrono::{DateTime, TimeDelta, Utc};
use shared::{BuyerId, ErrorCode, MessageId, VideoId, ViolationEvent, ViolationId, ViolationState, ViolationTarget};
use uuid::Uuid;

use super::{
    draft::{in_time, seen},
    effect,
    entity::violation,
    queries, rules,
};
use crate::{Actor, Error, Violations, clock::rfc3339, db::Tx, identity, inbox, outbox};

/// Owners of a shop who are told: more than one is rare.
const LETTERS: usize = 4;

/// An issue with everything fixed before its transaction.
#[derive(Clone)]
struct Issue {
    id: ViolationId,
    version: i64,
    term: TimeDelta,
    by: Option<BuyerId>,
    letters: Vec<MessageId>,
    at: DateTime<Utc>,
}

impl Violations<'_> {
    /// Issues a draft as it was seen as `version`: does what follows from it and tells whom it concerns, all or
    /// nothing; the time to appeal begins. For operators. `NotFound`, `Invalid` (`until`) if its end has passed
    /// meanwhile, `IllegalTransition` for what is no draft, and for a product or clip that viewers cannot see;
    /// `Conflict` if it is not what was seen any more.
    pub async fn issue(&self, actor: Actor, id: ViolationId, version: i64) -> Result<(), Error> {
        actor.require_operator()?;
        let (clock, db) = (&self.shop().clock, self.shop().db.read());
        let term = rules::term(db).await?;
        let issue = Issue { id, version, term, by: actor.buyer(), letters: self.letters(), at: clock.now() };
        let row = self.shop().db.write(move |tx| Box::pin(go(tx, issue.clone()))).await?;
        self.forget(row.target, row.target_id).await;
        Ok(())
    }

    /// Ids for the letters of an act, fixed before its transaction.
    pub(super) fn letters(&self) -> Vec<MessageId> {
        std::iter::repeat_with(|| MessageId(self.shop().clock.new_id())).take(LETTERS).collect()
    }

    /// Forgets what this process knew of a thing; others hear of it by the outbox.
    pub(super) async fn forget(&self, target: ViolationTarget, id: Uuid) {
        if target == ViolationTarget::Clip {
            self.shop().catalog.video_changed(VideoId(id)).await;
        }
    }
}

async fn go(tx: &Tx, issue: Issue) -> Result<violation::Model, Error> {
    let Issue { id, version, term, by, letters, at } = issue;
    let draft = seen(tx, id, version, ViolationEvent::Issue).await?;
    if !in_time(draft.effect, draft.ends_at, at) {
        return Err(Error::Invalid(vec!["until"]));
    }
    let mut row = violation::Model {
        state: ViolationState::InForce,
        version: draft.version + 1,
        recorded_by: by,
        opened_at: at,
        appeal_by: at + term,
        ..draft
    };
    row.restores = effect::take(tx, &row, at).await?;
    if !queries::replace(tx, row.clone()).await? {
        return Err(ErrorCode::Conflict.into());
    }
    effect::restrict(tx, &row, at).await?;
    tell(tx, &row, "violation.recorded", letters, at).await?;
    Ok(row)
}

/// Writes to whom it concerns, and lets the other rooms know.
pub async fn tell(
    tx: &Tx,
    row: &violation::Model,
    kind: &'static str,
    letters: Vec<MessageId>,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let to = match row.shop_id {
        Some(shop) => identity::owners(tx, shop).await?,
        None => row.account_id.into_iter().collect(),
    };
    let subject = if row.subject.zh.is_empty() { &row.subject.en } else { &row.subject.zh };
    let subject: String = subject.chars().take(40).collect();
    for (to, id) in to.into_iter().zip(letters) {
        let parts = vec![subject.clone(), rfc3339(row.appeal_by)];
        let link = format!("/studio/violations/{}", row.id);
        inbox::send(tx, inbox::Letter { id, to, kind, parts, link }, at).await?;
    }
    let payload = serde_json::json!({ "violation_id": row.id, "shop_id": row.shop_id, "state": row.state });
    outbox::append(tx, row.id.0, kind, &payload, at).await?;
    Ok(())
}
