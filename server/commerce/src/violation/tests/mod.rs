//! Effects done and undone, appeals, papers, and who may what.

mod appeal;
mod draft;
mod effects;
mod papers;
mod people;
mod who;

use chrono::TimeDelta;
use shared::{BuyerId, Effect, Locale, Severity, ViolationId, ViolationKind, ViolationTarget};
use uuid::Uuid;

use super::NewViolation;
use crate::{
    Actor, Commerce, Error,
    testing::{Shop, owner, text},
};

fn operator() -> Actor {
    Actor::Operator(BuyerId(Uuid::new_v4()))
}

/// A violation of a product for 30 days, before it says otherwise.
fn against(shop: &Shop, target: ViolationTarget, id: Uuid, effect: Effect) -> NewViolation {
    NewViolation {
        target,
        id,
        kind: ViolationKind::FalseClaim,
        severity: Severity::Serious,
        effect,
        until: Some(shop.commerce.clock().now() + TimeDelta::days(30)),
        notice: text("It is not what you say"),
    }
}

/// Writes a violation and issues it, without evidence.
async fn issue(c: &Commerce, new: NewViolation) -> Result<ViolationId, Error> {
    let id = c.violation().draft(operator(), new).await?;
    c.violation().issue(operator(), id, 1).await?;
    Ok(id)
}

async fn record(shop: &Shop, target: ViolationTarget, id: Uuid, effect: Effect) -> Result<ViolationId, Error> {
    issue(&shop.commerce, against(shop, target, id, effect)).await
}

/// The stall's owner and a warning against the stall.
async fn warned(shop: &Shop) -> (Actor, ViolationId) {
    let stall = shop.stall().await;
    let me = owner(&shop.commerce, stall.shop).await;
    (me, record(shop, ViolationTarget::Shop, stall.shop.0, Effect::Warning).await.unwrap())
}

async fn version(c: &Commerce, id: ViolationId) -> i64 {
    c.violation().file(Actor::System, id, Locale::En).await.unwrap().view.version
}

async fn lift(c: &Commerce, id: ViolationId) -> Result<(), Error> {
    c.violation().lift(operator(), id, version(c, id).await, "").await
}

async fn letters(c: &Commerce, who: Actor) -> Vec<String> {
    let mut kinds: Vec<_> = c.inbox().list(who).await.unwrap().into_iter().map(|letter| letter.kind).collect();
    kinds.sort();
    kinds
}
