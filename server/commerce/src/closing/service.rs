use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::ActiveValue::Set;
use shared::{
    ClosingEvent, ClosingId, ClosingState, Currency, DepositState, Duty, ErrorCode, LocalText, Locale, MessageId,
    Money, ShopId,
    dto::{ClosingRule, ClosingView},
};

use super::{
    blockers::blockers,
    entity::closing,
    queries,
    rules::rule,
    turn::{forget, show, tell},
};
use crate::{
    Actor, Closings, Error, catalog,
    clock::rfc3339,
    db::Tx,
    deposit,
    staff::{Deed, act},
};

/// An act of the owner with everything fixed before its transaction.
#[derive(Clone)]
struct Act {
    actor: Actor,
    shop: ShopId,
    /// Of the shop, for the log.
    name: LocalText,
    deed: Deed,
    letter: MessageId,
    at: DateTime<Utc>,
}

impl Closings<'_> {
    /// The closing of a shop as it stands, with everything that is in the way of its next step; for the owner.
    pub async fn view(&self, actor: Actor, shop: ShopId) -> Result<ClosingView, Error> {
        self.0.identity().require_duty(actor, shop, Duty::Shop).await?;
        let (db, now) = (self.shop().db.read(), self.shop().clock.now());
        let rule = rule(db, now).await?;
        let latest = queries::latest(db, shop).await?;
        let over = latest.as_ref().is_some_and(|row| row.state.is_over());
        let yuan = |minor| Money::new(minor, Currency::Cny);
        Ok(ClosingView {
            state: latest.as_ref().map(|row| row.state),
            blockers: if over { Vec::new() } else { blockers(db, shop, rule, now).await? },
            announce_days: rule.announce_days,
            after_sale_days: rule.after_sale_days,
            announced_at: latest.as_ref().map(|row| rfc3339(row.announced_at)),
            ends_at: latest.as_ref().map(|row| rfc3339(row.ends_at)),
            closed_at: latest.and_then(|row| row.closed_at).map(rfc3339),
            held: yuan(deposit::queries::total(db, shop, DepositState::Paid).await?),
            returning: yuan(deposit::queries::total(db, shop, DepositState::Returning).await?),
        })
    }

    /// Announces to everybody that a shop closes: it sells until the days of the operator's rule are over. For the
    /// owner. `Invalid` (`blockers`) while something stands in the way, `IllegalTransition` if it is announced
    /// already.
    pub async fn announce(&self, actor: Actor, shop: ShopId) -> Result<ClosingId, Error> {
        let act = self.act(actor, shop).await?;
        let id = ClosingId(self.shop().clock.new_id());
        let rule = rule(self.shop().db.read(), act.at).await?;
        self.shop().db.write(move |tx| Box::pin(announced(tx, id, rule, act.clone()))).await?;
        forget(self.0, shop).await;
        Ok(id)
    }

    /// Takes the announcement back, as long as the shop is not closed; what it took off sale can be listed again. For
    /// the owner. `IllegalTransition`, `Conflict`.
    pub async fn withdraw(&self, actor: Actor, shop: ShopId) -> Result<(), Error> {
        let act = self.act(actor, shop).await?;
        self.shop().db.write(move |tx| Box::pin(withdrawn(tx, act.clone()))).await?;
        forget(self.0, shop).await;
        Ok(())
    }

    async fn act(&self, actor: Actor, shop: ShopId) -> Result<Act, Error> {
        self.0.identity().require_duty(actor, shop, Duty::Shop).await?;
        let clock = &self.shop().clock;
        let name = LocalText {
            zh: catalog::shop_name(self.0, shop, Locale::ZhCn).await?,
            en: catalog::shop_name(self.0, shop, Locale::En).await?,
        };
        let (deed, letter) = (Deed::new(clock, actor), MessageId(clock.new_id()));
        Ok(Act { actor, shop, name, deed, letter, at: deed.at })
    }
}

async fn announced(tx: &Tx, id: ClosingId, rule: ClosingRule, act: Act) -> Result<(), Error> {
    let Act { actor, shop, name, deed, letter, at } = act;
    if queries::live_locked(tx, shop).await?.is_some() {
        return Err(ErrorCode::IllegalTransition.into());
    }
    if !blockers(tx, shop, rule, at).await?.is_empty() {
        return Err(Error::Invalid(vec!["blockers"]));
    }
    let ends_at = at + TimeDelta::days(rule.announce_days.into());
    let row = closing::Model {
        id,
        shop_id: shop,
        live: Some(shop),
        state: ClosingState::Announced,
        account_id: actor.buyer(),
        announced_at: at,
        ends_at,
        due_at: Some(ends_at),
        closed_at: None,
    };
    if !queries::insert(tx, row).await? {
        return Err(ErrorCode::IllegalTransition.into());
    }
    deed.record(tx, shop, act::CLOSING_ANNOUNCED, name).await?;
    show(tx, shop, at).await?;
    tell(tx, shop, letter, "closing.announced", vec![rfc3339(ends_at)], at).await
}

async fn withdrawn(tx: &Tx, act: Act) -> Result<(), Error> {
    let Act { shop, name, deed, letter, at, .. } = act;
    catalog::hold_shop(tx, shop).await?;
    let row = queries::live_locked(tx, shop).await?.ok_or(ErrorCode::IllegalTransition)?;
    let state = row.state.transition(ClosingEvent::Withdraw)?;
    let change = closing::ActiveModel { state: Set(state), live: Set(None), due_at: Set(None), ..Default::default() };
    if !queries::update(tx, row.id, row.state, change).await? {
        return Err(ErrorCode::Conflict.into());
    }
    catalog::end_shop(tx, shop, false).await?;
    deed.record(tx, shop, act::CLOSING_WITHDRAWN, name).await?;
    show(tx, shop, at).await?;
    tell(tx, shop, letter, "closing.withdrawn", Vec::new(), at).await
}
