//! The operator writes a violation down; nobody but operators hears of it, and nothing follows from it, until it is issued.

use chrono::{DateTime, TimeDelta, Utc};
use shared::{
    Effect, ErrorCode, LocalText, Severity, ViolationEvent, ViolationId, ViolationKind, ViolationState, ViolationTarget,
};
use uuid::Uuid;

use super::{entity::violation, queries, rules, subject};
use crate::{Actor, Error, Violations, db::Tx};

/// Longest notice in one language, in characters.
const NOTICE_CHARS: usize = 2_000;
/// How long a violation may last.
const LASTS: TimeDelta = TimeDelta::days(5 * 365);

/// A violation to be.
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
    /// Writes a draft: evidence is added to it, then it is issued; for operators. `NotFound`, `Invalid` (`effect`) where
    /// it cannot fall on that, (`until`) for what has been, more than five years, or none where nothing new may be
    /// listed, (`notice_zh`, `notice_en`) without a word or beyond 2,000 characters.
    pub async fn draft(&self, actor: Actor, new: NewViolation) -> Result<ViolationId, Error> {
        actor.require_operator()?;
        let (clock, db) = (&self.shop().clock, self.shop().db.read());
        let at = clock.now();
        let found = subject::subject(self.0, new.target, new.id).await?;
        let new = new.checked(found.shop.is_some(), at)?;
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
            state: ViolationState::Draft,
            version: 1,
            subject: found.name,
            notice: new.notice,
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
        let insert = self.shop().db.write::<_, Error, _>(move |tx| {
            let row = row.clone();
            Box::pin(async move { Ok(queries::insert(tx, row).await?) })
        });
        insert.await?;
        Ok(id)
    }

    /// Writes a draft anew, as it was seen as `version`; what it is against stays. For operators; errors as those of
    /// `draft`, `IllegalTransition` once it is issued, `Conflict` if it is not what was seen any more.
    pub async fn redraft(&self, actor: Actor, id: ViolationId, version: i64, new: NewViolation) -> Result<(), Error> {
        actor.require_operator()?;
        let row = queries::by_id(self.shop().db.read(), id).await?.ok_or(ErrorCode::NotFound)?;
        let new = new.checked(row.shop_id.is_some(), self.shop().clock.now())?;
        self.shop().db.write(move |tx| Box::pin(redraft(tx, id, version, new.clone()))).await
    }

    /// Throws a draft away, as it was seen as `version`; its evidence is kept with it. For operators. `NotFound`,
    /// `IllegalTransition` once it is issued, `Conflict` if it is not what was seen any more.
    pub async fn discard(&self, actor: Actor, id: ViolationId, version: i64) -> Result<(), Error> {
        actor.require_operator()?;
        let at = self.shop().clock.now();
        self.shop().db.write(move |tx| Box::pin(discard(tx, id, version, at))).await
    }
}

impl NewViolation {
    /// What can be said of a thing that does or does not belong to a shop, at `at`.
    pub(super) fn checked(self, has_shop: bool, at: DateTime<Utc>) -> Result<Self, Error> {
        let notice = LocalText { zh: self.notice.zh.trim().to_owned(), en: self.notice.en.trim().to_owned() };
        let falls_on_shop = matches!(self.effect, Effect::NoListing | Effect::Suspended);
        let good = |text: &str| {
            text.chars().count() <= NOTICE_CHARS && !text.chars().any(|c| c.is_control() && c != '\n' && c != '\r')
        };
        let said = !(notice.zh.is_empty() && notice.en.is_empty());
        let checks = [
            ("effect", self.effect.suits(self.target) && (has_shop || !falls_on_shop)),
            ("until", in_time(self.effect, self.until, at)),
            ("notice_zh", said && good(&notice.zh)),
            ("notice_en", good(&notice.en)),
        ];
        let faults: Vec<_> = checks.into_iter().filter_map(|(field, good)| (!good).then_some(field)).collect();
        if faults.is_empty() { Ok(Self { notice, ..self }) } else { Err(Error::Invalid(faults)) }
    }
}

/// Whether what follows may end then.
pub fn in_time(effect: Effect, until: Option<DateTime<Utc>>, at: DateTime<Utc>) -> bool {
    match until {
        Some(until) => until > at && until <= at + LASTS,
        None => effect != Effect::NoListing,
    }
}

async fn redraft(tx: &Tx, id: ViolationId, version: i64, new: NewViolation) -> Result<(), Error> {
    let row = seen(tx, id, version, ViolationEvent::Issue).await?;
    let NewViolation { target, id: target_id, kind, severity, effect, until: ends_at, notice } = new;
    if (target, target_id) != (row.target, row.target_id) {
        return Err(ErrorCode::Conflict.into());
    }
    let version = row.version + 1;
    let next = violation::Model { kind, severity, effect, ends_at, notice, version, ..row };
    if queries::replace(tx, next).await? { Ok(()) } else { Err(ErrorCode::Conflict.into()) }
}

async fn discard(tx: &Tx, id: ViolationId, version: i64, at: DateTime<Utc>) -> Result<(), Error> {
    let row = seen(tx, id, version, ViolationEvent::Discard).await?;
    let (state, version) = (ViolationState::Discarded, row.version + 1);
    let next = violation::Model { state, version, closed_at: Some(at), ..row };
    if queries::replace(tx, next).await? { Ok(()) } else { Err(ErrorCode::Conflict.into()) }
}

/// The row, if `event` can happen to it and it is what was seen as `version`; nobody else changes it meanwhile.
pub async fn seen(tx: &Tx, id: ViolationId, version: i64, event: ViolationEvent) -> Result<violation::Model, Error> {
    let row = queries::locked(tx, id).await?.ok_or(ErrorCode::NotFound)?;
    row.state.transition(event)?;
    if row.version == version { Ok(row) } else { Err(ErrorCode::Conflict.into()) }
}
