//! The operator records a violation.

use chrono::{DateTime, TimeDelta, Utc};
use shared::{
    Effect, LocalText, MessageId, Severity, VideoId, ViolationId, ViolationKind, ViolationState, ViolationTarget,
};
use uuid::Uuid;

use super::{effect, entity::violation, queries, rules, subject};
use crate::{Actor, Error, Violations, clock::rfc3339, db::Tx, identity, inbox, outbox};

/// Longest notice in one language, in characters.
const NOTICE_CHARS: usize = 2_000;
/// How long a violation may last.
const LASTS: TimeDelta = TimeDelta::days(5 * 365);
/// Owners of a shop who are told: more than one is rare.
const LETTERS: usize = 4;

/// A violation to be recorded.
#[derive(Debug, Clone)]
pub struct NewViolation {
    /// Against what.
    pub target: ViolationTarget,
    /// The id of that.
    pub id: Uuid,
    /// Which rule was broken.
    pub kind: ViolationKind,
    /// How grave it is.
    pub severity: Severity,
    /// What follows.
    pub effect: Effect,
    /// When it ends by itself; `None` for until it is lifted.
    pub until: Option<DateTime<Utc>>,
    /// What whom it concerns reads; one language is enough.
    pub notice: LocalText,
}

impl Violations<'_> {
    /// Records a violation, does what follows from it and tells whom it concerns, all or nothing; for operators.
    /// `NotFound`, `Invalid` (`effect`) where it cannot fall on that, (`until`) for what has been, more than five
    /// years, or none where nothing new may be listed, (`notice_zh`, `notice_en`) without a word or beyond 2,000
    /// characters; `IllegalTransition` for a product or clip that viewers cannot see.
    pub async fn record(&self, actor: Actor, new: NewViolation) -> Result<ViolationId, Error> {
        actor.require_operator()?;
        let (clock, db) = (&self.shop().clock, self.shop().db.read());
        let at = clock.now();
        let found = subject::subject(self.0, new.target, new.id).await?;
        let notice = LocalText { zh: new.notice.zh.trim().to_owned(), en: new.notice.en.trim().to_owned() };
        faults(&new, &notice, found.shop.is_some(), at)?;
        let id = ViolationId(clock.new_id());
        let row = violation::Model {
            id,
            target: new.target,
            target_id: new.id,
            account_id: found.account,
            shop_id: found.shop,
            kind: new.kind,
            severity: new.severity,
            effect: new.effect,
            state: ViolationState::InForce,
            version: 1,
            subject: found.name,
            notice,
            restores: None,
            recorded_by: actor.buyer(),
            opened_at: at,
            ends_at: new.until,
            appeal_by: at + rules::term(db).await?,
            appeal: None,
            appealed_at: None,
            decision: None,
            decided_by: None,
            decided_at: None,
            closed_at: None,
        };
        let letters = self.letters();
        self.shop().db.write(move |tx| Box::pin(record(tx, row.clone(), letters.clone(), at))).await?;
        self.forget(new.target, new.id).await;
        Ok(id)
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

fn faults(new: &NewViolation, notice: &LocalText, has_shop: bool, at: DateTime<Utc>) -> Result<(), Error> {
    let falls_on_shop = matches!(new.effect, Effect::NoListing | Effect::Suspended);
    let good = |text: &str| {
        text.chars().count() <= NOTICE_CHARS && !text.chars().any(|c| c.is_control() && c != '\n' && c != '\r')
    };
    let said = !(notice.zh.is_empty() && notice.en.is_empty());
    let in_time = match new.until {
        Some(until) => until > at && until <= at + LASTS,
        None => new.effect != Effect::NoListing,
    };
    let checks = [
        ("effect", new.effect.suits(new.target) && (has_shop || !falls_on_shop)),
        ("until", in_time),
        ("notice_zh", said && good(&notice.zh)),
        ("notice_en", good(&notice.en)),
    ];
    let faults: Vec<_> = checks.into_iter().filter_map(|(field, good)| (!good).then_some(field)).collect();
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

async fn record(tx: &Tx, mut row: violation::Model, letters: Vec<MessageId>, at: DateTime<Utc>) -> Result<(), Error> {
    row.restores = effect::take(tx, &row, at).await?;
    queries::insert(tx, row.clone()).await?;
    effect::restrict(tx, &row, at).await?;
    tell(tx, &row, "violation.recorded", letters, at).await
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
