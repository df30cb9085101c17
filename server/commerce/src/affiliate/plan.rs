//! A merchant changes what they offer.

use chrono::{DateTime, TimeDelta, Utc};
use shared::{BasisPoints, CreatorId, ErrorCode, Handle, LocalText, PlanId, PlanKind};

use super::{
    entity::{named, plan},
    offer::percent,
    queries,
    terms::{self, MOST},
};
use crate::{
    Actor, Affiliates, Error,
    clock::rfc3339,
    db::Tx,
    inbox::{self, Letter},
    outbox,
    staff::{Deed, act},
};

/// One act on a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Rate(BasisPoints),
    End,
    Keep,
    Name(CreatorId),
    Drop(CreatorId),
}

/// All that a transaction needs, fixed before it starts.
#[derive(Clone)]
struct Work {
    plan: plan::Model,
    act: Act,
    deed: Deed,
    title: LocalText,
    letters: Vec<Letter>,
    notice: TimeDelta,
}

impl Affiliates<'_> {
    /// Sets another rate: a higher one holds at once, a lower one after the notice, and who links to the product is
    /// told; for the people of its shop who look after products. `NotFound`, `Invalid` (`rate`), `IllegalTransition`
    /// once it has ended.
    pub async fn change_rate(&self, actor: Actor, id: PlanId, rate: BasisPoints) -> Result<(), Error> {
        let (plan, title) = self.own_plan(actor, id).await?;
        if rate.get() > MOST {
            return Err(Error::Invalid(vec!["rate"]));
        }
        let (at, notice) = (self.shop().clock.now(), self.shop().config.commission_notice);
        let next = plan.clone().with_rate(rate, at, notice)?;
        let letters = match next.falls(at) {
            Some((rate, from)) => {
                let whom = self.concerned(&plan).await?;
                self.letters(&whom, "commission.falls", &title, vec![percent(rate), rfc3339(from)]).await?
            }
            None => Vec::new(),
        };
        self.change(actor, plan, title, Act::Rate(rate), letters).await
    }

    /// Ends a plan after the notice, at once if it has not started; with an ordinary one the targeted ones of its
    /// product end. Who links to the product is told. For the same people. `NotFound`, `IllegalTransition`.
    pub async fn end_plan(&self, actor: Actor, id: PlanId) -> Result<(), Error> {
        let (plan, title) = self.own_plan(actor, id).await?;
        let ended = plan.clone().ended(self.shop().clock.now(), self.shop().config.commission_notice)?;
        let whom = self.concerned(&plan).await?;
        let until = ended.ends_at.map(rfc3339).unwrap_or_default();
        let letters = self.letters(&whom, "commission.ends", &title, vec![until]).await?;
        self.change(actor, plan, title, Act::End, letters).await
    }

    /// Takes an announced fall and an announced end back; for the same people. `NotFound`; `IllegalTransition` if
    /// nothing was announced, or another plan waits for the end.
    pub async fn keep_plan(&self, actor: Actor, id: PlanId) -> Result<(), Error> {
        let (plan, title) = self.own_plan(actor, id).await?;
        self.change(actor, plan, title, Act::Keep, Vec::new()).await
    }

    /// Names one more creator in a targeted plan, who is told; for the same people. `NotFound`, `Invalid`
    /// (`creators`), `LimitExceeded` beyond 30, `IllegalTransition` for another kind of plan or one that has ended.
    pub async fn name_creator(&self, actor: Actor, id: PlanId, handle: &Handle) -> Result<(), Error> {
        let (plan, title) = self.own_plan(actor, id).await?;
        let names = self.named(plan.shop_id, PlanKind::Targeted, std::slice::from_ref(handle)).await?;
        let creator = names.first().copied().ok_or(ErrorCode::NotFound)?;
        let rate = plan.rate_at(self.shop().clock.now()).unwrap_or(plan.rate);
        let letters = self.letters(&names, "commission.named", &title, vec![percent(rate)]).await?;
        self.change(actor, plan, title, Act::Name(creator), letters).await
    }

    /// A targeted plan names a creator no longer, after the notice; they are told. For the same people. `NotFound`,
    /// `IllegalTransition` for another kind of plan.
    pub async fn drop_creator(&self, actor: Actor, id: PlanId, creator: CreatorId) -> Result<(), Error> {
        let (plan, title) = self.own_plan(actor, id).await?;
        let until = self.shop().clock.now() + self.shop().config.commission_notice;
        let letters = self.letters(&[creator], "commission.ends", &title, vec![rfc3339(until)]).await?;
        self.change(actor, plan, title, Act::Drop(creator), letters).await
    }

    /// The plan, if the actor may change it, and the name of its product; somebody else's is none.
    async fn own_plan(&self, actor: Actor, id: PlanId) -> Result<(plan::Model, LocalText), Error> {
        let plan = queries::plan(self.shop().db.read(), id).await?.ok_or(ErrorCode::NotFound)?;
        let (_, title) = self.own_product(actor, plan.product_id).await?;
        Ok((plan, title))
    }

    /// Who must hear of a change for the worse.
    async fn concerned(&self, plan: &plan::Model) -> Result<Vec<CreatorId>, Error> {
        let db = self.shop().db.read();
        if plan.kind == PlanKind::Ordinary {
            return Ok(queries::linked(db, plan.product_id).await?);
        }
        let named = queries::named_of(db, &[plan.id], self.shop().clock.now()).await?;
        Ok(named.into_iter().map(|name| name.creator_id).collect())
    }

    async fn change(
        &self,
        actor: Actor,
        plan: plan::Model,
        title: LocalText,
        act: Act,
        letters: Vec<Letter>,
    ) -> Result<(), Error> {
        let (clock, notice) = (&self.shop().clock, self.shop().config.commission_notice);
        let work = Work { plan, act, deed: Deed::new(clock, actor), title, letters, notice };
        self.shop().db.write(move |tx| Box::pin(change(tx, work.clone()))).await
    }
}

async fn change(tx: &Tx, work: Work) -> Result<(), Error> {
    let plan::Model { id, shop_id, product_id, .. } = work.plan;
    let (act, at, notice) = (work.act, work.deed.at, work.notice);
    queries::lock(tx, product_id).await?;
    let (mut this, others): (Vec<_>, Vec<_>) =
        queries::plans_of(tx, product_id, at).await?.into_iter().partition(|plan| plan.id == id);
    let plan = this.pop().ok_or(ErrorCode::IllegalTransition)?;
    let done = match act {
        Act::Rate(rate) => {
            queries::replace_plan(tx, plan.with_rate(rate, at, notice)?).await?;
            act::PLAN_CHANGED
        }
        Act::End => {
            end(tx, plan, others, at, notice).await?;
            act::PLAN_ENDED
        }
        Act::Keep => {
            queries::replace_plan(tx, kept(plan, &others, at)?).await?;
            act::PLAN_KEPT
        }
        Act::Name(creator) => {
            if !name(tx, &plan, creator, at).await? {
                return Ok(());
            }
            act::PLAN_NAMED
        }
        Act::Drop(creator) => {
            drop_name(tx, &plan, creator, at, notice).await?;
            act::PLAN_DROPPED
        }
    };
    for letter in work.letters {
        inbox::send(tx, letter, at).await?;
    }
    work.deed.record(tx, shop_id, done, work.title).await?;
    let payload = serde_json::json!({ "plan_id": id, "product_id": product_id, "shop_id": shop_id });
    outbox::append(tx, id.0, "affiliate.plan_changed", &payload, at).await?;
    Ok(())
}

async fn end(
    tx: &Tx,
    plan: plan::Model,
    others: Vec<plan::Model>,
    at: DateTime<Utc>,
    notice: TimeDelta,
) -> Result<(), Error> {
    let ended = plan.ended(at, notice)?;
    if ended.kind == PlanKind::Ordinary {
        // Targeted plans stand beside an ordinary one only.
        let later = |other: &plan::Model| other.ends_at.is_none() || other.ends_at > ended.ends_at;
        for other in others.into_iter().filter(|other| other.kind == PlanKind::Targeted && later(other)) {
            queries::replace_plan(tx, plan::Model { ends_at: ended.ends_at, ..other }).await?;
        }
    }
    Ok(queries::replace_plan(tx, ended).await?)
}

/// The plan without what was announced.
fn kept(plan: plan::Model, others: &[plan::Model], at: DateTime<Utc>) -> Result<plan::Model, Error> {
    let announced = plan.ends_at.is_some() || plan.falls(at).is_some();
    let alone = match plan.kind {
        PlanKind::Targeted => terms::start(plan.kind, others, at).is_some(),
        kind => others.iter().all(|other| !other.kind.excludes(kind)),
    };
    if !announced || !alone {
        return Err(ErrorCode::IllegalTransition.into());
    }
    let rate = plan.rate_at(at).unwrap_or(plan.rate);
    Ok(plan::Model { rate, next_rate: None, next_at: None, ends_at: None, ..plan })
}

/// `false` if it names them already.
async fn name(tx: &Tx, plan: &plan::Model, creator: CreatorId, at: DateTime<Utc>) -> Result<bool, Error> {
    let known = queries::named_now(tx, plan.id).await?;
    if plan.kind != PlanKind::Targeted {
        return Err(ErrorCode::IllegalTransition.into());
    }
    if known.iter().any(|name| name.creator_id == creator) {
        return Ok(false);
    }
    if known.len() >= plan.kind.most_named() {
        return Err(ErrorCode::LimitExceeded.into());
    }
    let row = named::Model { plan_id: plan.id, creator_id: creator, since: at, until: None };
    queries::put_named(tx, row).await?;
    Ok(true)
}

async fn drop_name(
    tx: &Tx,
    plan: &plan::Model,
    creator: CreatorId,
    at: DateTime<Utc>,
    notice: TimeDelta,
) -> Result<(), Error> {
    if plan.kind != PlanKind::Targeted {
        return Err(ErrorCode::IllegalTransition.into());
    }
    let known = queries::named_now(tx, plan.id).await?;
    let row = known.into_iter().find(|name| name.creator_id == creator).ok_or(ErrorCode::NotFound)?;
    let until = if plan.starts_at > at { at } else { at + notice };
    Ok(queries::put_named(tx, named::Model { until: Some(until), ..row }).await?)
}
