//! Violations as the two sides see them.

use shared::{
    Duty, ErrorCode, Locale, ViolationId, ViolationState,
    dto::{ViolationFile, ViolationPaper, ViolationRow, ViolationView},
};

use super::{
    entity::violation,
    queries::{self, Whose},
    subject,
};
use crate::{Actor, Error, Violations, catalog, clock::rfc3339, identity};

/// Violations of a list.
const SHOWN: u64 = 100;
/// Readings that are shown.
const READINGS: u64 = 20;

impl Violations<'_> {
    /// The violations in a state: appeals the longest waiting first, others the newest first, at most 100; for
    /// operators.
    pub async fn in_state(
        &self,
        actor: Actor,
        state: ViolationState,
        locale: Locale,
    ) -> Result<Vec<ViolationRow>, Error> {
        actor.require_operator()?;
        let rows = queries::in_state(self.shop().db.read(), state, SHOWN).await?;
        Ok(rows.iter().map(|row| row_view(row, locale)).collect())
    }

    /// Violations of the caller and of the shops they answer for, the newest first, at most 100; `Unauthenticated`.
    pub async fn mine(&self, actor: Actor, locale: Locale) -> Result<Vec<ViolationRow>, Error> {
        let me = actor.require_account()?;
        let places = self.0.identity().memberships(actor).await?;
        let shops: Vec<_> = places.into_iter().filter(|(_, role)| role.may(Duty::Shop)).map(|(shop, _)| shop).collect();
        let rows = queries::of(self.shop().db.read(), Whose::Theirs(me, shops.clone()), SHOWN).await?;
        let concerns =
            |row: &&violation::Model| row.state.is_told() && row.shop_id.is_none_or(|shop| shops.contains(&shop));
        Ok(rows.iter().filter(concerns).map(|row| row_view(row, locale)).collect())
    }

    /// One of them; `NotFound` for what does not concern the caller.
    pub async fn mine_one(&self, actor: Actor, id: ViolationId, locale: Locale) -> Result<ViolationView, Error> {
        let row = self.theirs(actor, id).await?;
        self.view(row, locale).await
    }

    /// One with what only the operator knows; for operators. `NotFound`.
    pub async fn file(&self, actor: Actor, id: ViolationId, locale: Locale) -> Result<ViolationFile, Error> {
        actor.require_operator()?;
        let db = self.shop().db.read();
        let row = queries::by_id(db, id).await?.ok_or(ErrorCode::NotFound)?;
        let readings = queries::accesses(db, id, READINGS).await?;
        let people = readings.iter().filter_map(|access| access.reader);
        let people = people.chain([row.account_id, row.recorded_by, row.decided_by].into_iter().flatten());
        let names = identity::names(self.0, people.collect()).await?;
        let name = |id: Option<shared::BuyerId>| id.and_then(|id| names.get(&id).cloned()).unwrap_or_default();
        Ok(ViolationFile {
            notice: row.notice.clone(),
            target_id: row.target_id.to_string(),
            account: row.account_id,
            name: name(row.account_id),
            recorded_by: name(row.recorded_by),
            decided_by: name(row.decided_by),
            readings: readings.into_iter().map(|access| (name(access.reader), rfc3339(access.at))).collect(),
            view: self.view(row, locale).await?,
        })
    }

    async fn view(&self, row: violation::Model, locale: Locale) -> Result<ViolationView, Error> {
        let (db, now) = (self.shop().db.read(), self.shop().clock.now());
        let shop = match row.shop_id {
            Some(shop) => catalog::shop_name(self.0, shop, locale).await?,
            None => String::new(),
        };
        let paper = |paper: super::entity::paper::Model| ViolationPaper {
            id: paper.id,
            theirs: paper.theirs,
            pdf: paper.pdf,
            at: rfc3339(paper.at),
        };
        Ok(ViolationView {
            link: subject::link(self.0, row.target, row.target_id, row.shop_id).await?,
            papers: queries::papers(db, row.id).await?.into_iter().map(paper).collect(),
            version: row.version,
            shop,
            notice: row.notice.get(locale).to_owned(),
            may_appeal: row.state == ViolationState::InForce && now <= row.appeal_by,
            appeal_by: rfc3339(row.appeal_by),
            appealed_at: row.appealed_at.map(rfc3339),
            decided_at: row.decided_at.map(rfc3339),
            row: row_view(&row, locale),
            appeal: row.appeal,
            decision: row.decision,
        })
    }
}

/// What lists say of it.
pub fn row_view(row: &violation::Model, locale: Locale) -> ViolationRow {
    ViolationRow {
        id: row.id,
        target: row.target,
        subject: row.subject.get(locale).to_owned(),
        kind: row.kind,
        severity: row.severity,
        effect: row.effect,
        state: row.state,
        opened_at: rfc3339(row.opened_at),
        ends_at: row.ends_at.map(rfc3339),
    }
}
