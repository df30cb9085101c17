//! The operator's word on an appeal, and what ends by itself.

use chrono::{DateTime, Utc};
use sea_orm::DbErr;
use shared::{BuyerId, ErrorCode, MessageId, ViolationEvent, ViolationId, ViolationState};

use super::{effect, entity::violation, issue::tell, queries};
use crate::{Actor, Commerce, Error, Violations, db::Tx};

/// Longest words of a decision, in characters.
const WORDS: usize = 500;
/// Violations of one sweep.
const BATCH: u64 = 32;

/// A step of a violation with everything fixed before its transaction.
#[derive(Clone)]
struct Step {
    id: ViolationId,
    event: ViolationEvent,
    /// The version that was looked at; `None` for the timer.
    version: Option<i64>,
    words: Option<String>,
    by: Option<BuyerId>,
    letters: Vec<MessageId>,
    at: DateTime<Utc>,
}

impl Violations<'_> {
    /// Stays with a violation that was appealed, in words; for operators. `NotFound`, `Invalid` (`decision`): 1 to
    /// 500 characters, `IllegalTransition`, `Conflict` if it is not what was seen as `version` any more.
    pub async fn uphold(&self, actor: Actor, id: ViolationId, version: i64, words: &str) -> Result<(), Error> {
        self.decide(actor, id, version, words, ViolationEvent::Uphold).await
    }

    /// Takes a violation back, appealed or not, and undoes what followed from it; for operators. The words may be
    /// left out; errors as those of `uphold`.
    pub async fn lift(&self, actor: Actor, id: ViolationId, version: i64, words: &str) -> Result<(), Error> {
        self.decide(actor, id, version, words, ViolationEvent::Lift).await
    }

    async fn decide(
        &self,
        actor: Actor,
        id: ViolationId,
        version: i64,
        words: &str,
        event: ViolationEvent,
    ) -> Result<(), Error> {
        actor.require_operator()?;
        let words = words.trim().to_owned();
        let least = usize::from(event == ViolationEvent::Uphold);
        let plain = !words.chars().any(|c| c.is_control() && c != '\n' && c != '\r');
        if !(least..=WORDS).contains(&words.chars().count()) || !plain {
            return Err(Error::Invalid(vec!["decision"]));
        }
        let step = Step {
            id,
            event,
            version: Some(version),
            words: (!words.is_empty()).then_some(words),
            by: actor.buyer(),
            letters: self.letters(),
            at: self.shop().clock.now(),
        };
        self.step(step).await
    }

    async fn step(&self, step: Step) -> Result<(), Error> {
        let row = self.shop().db.write(move |tx| Box::pin(go(tx, step.clone()))).await?;
        self.forget(row.target, row.target_id).await;
        Ok(())
    }
}

async fn go(tx: &Tx, step: Step) -> Result<violation::Model, Error> {
    let Step { id, event, version, words, by, letters, at } = step;
    let row = queries::locked(tx, id).await?.ok_or(ErrorCode::NotFound)?;
    let state = row.state.transition(event)?;
    if version.is_some_and(|seen| seen != row.version) {
        return Err(ErrorCode::Conflict.into());
    }
    let is_over = row.ends_at.is_some_and(|end| end <= at);
    if event == ViolationEvent::End && !is_over {
        return Err(ErrorCode::Conflict.into());
    }
    let closed = matches!(state, ViolationState::Lifted | ViolationState::Ended);
    let word = event != ViolationEvent::End;
    let next = violation::Model {
        state,
        decision: if word { words } else { row.decision.clone() },
        decided_by: if word { by } else { row.decided_by },
        decided_at: if word { Some(at) } else { row.decided_at },
        closed_at: closed.then_some(at),
        version: row.version + 1,
        ..row
    };
    if !queries::replace(tx, next.clone()).await? {
        return Err(ErrorCode::Conflict.into());
    }
    if closed {
        effect::give_back(tx, &next, at).await?;
    }
    let kind = match state {
        ViolationState::Lifted => "violation.lifted",
        ViolationState::Ended => "violation.ended",
        _ => "violation.upheld",
    };
    tell(tx, &next, kind, letters, at).await?;
    Ok(next)
}

/// Violations whose time is over.
pub(crate) async fn due(commerce: &Commerce) -> Result<Vec<ViolationId>, DbErr> {
    queries::due(commerce.db().read(), commerce.clock().now(), BATCH).await
}

/// Ends one of them.
pub(crate) async fn end(commerce: &Commerce, id: ViolationId) -> Result<(), Error> {
    let violations = commerce.violation();
    let step = Step {
        id,
        event: ViolationEvent::End,
        version: None,
        words: None,
        by: None,
        letters: violations.letters(),
        at: commerce.clock().now(),
    };
    violations.step(step).await
}
