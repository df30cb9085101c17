//! What happens to closings by themselves.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr};
use shared::{
    ClosingEvent, ClosingId, ClosingState, DepositState, ErrorCode, MessageId, ProductEvent, ShopId, dto::ClosingRule,
};

use super::{blockers::blockers, entity::closing, queries, rules::rule};
use crate::{Commerce, Error, catalog, db::Tx, deposit, identity, inbox, outbox, search, showcase, video};

/// Products or clips of one batch; small, so that buyers do not wait behind it.
const BATCH: u64 = 64;
/// How soon a shop that cannot close yet is looked at again.
const LOOK: TimeDelta = TimeDelta::minutes(10);
/// How soon it is asked again whether the deposit is back.
const ASK: TimeDelta = TimeDelta::minutes(1);

/// Closings that something happens to by now.
pub(crate) async fn due(commerce: &Commerce, limit: u64) -> Result<Vec<ClosingId>, DbErr> {
    queries::due(commerce.db().read(), commerce.clock().now(), limit).await
}

/// Does what is due, one step of it.
pub(crate) async fn turn(commerce: &Commerce, id: ClosingId) -> Result<(), Error> {
    let (at, letter) = (commerce.clock().now(), MessageId(commerce.clock().new_id()));
    let rule = rule(commerce.db().read(), at).await?;
    let (shop, is_seen) = commerce.db().write(move |tx| Box::pin(step(tx, id, rule, letter, at))).await?;
    // Every page kept in memory goes with it: not because somebody looked and found nothing to do.
    if is_seen {
        forget(commerce, shop).await;
    }
    Ok(())
}

/// Forgets here at once what viewers saw of a shop; other nodes hear of it by the outbox.
pub async fn forget(commerce: &Commerce, shop: ShopId) {
    let cache = &commerce.0.catalog;
    cache.invalidate("catalog.shop_changed", shop.0).await;
    cache.showcases.invalidate(shop.0).await;
}

/// The shop, and whether viewers see anything of what was done.
async fn step(
    tx: &Tx,
    id: ClosingId,
    rule: ClosingRule,
    letter: MessageId,
    at: DateTime<Utc>,
) -> Result<(ShopId, bool), Error> {
    // Another node may have been faster.
    let due = |row: &closing::Model| row.due_at.is_some_and(|due| due <= at);
    let shop = queries::by_id(tx, id).await?.ok_or(ErrorCode::NotFound)?.shop_id;
    // Whoever orders at this moment comes first; whoever orders later sees that it sells no more.
    catalog::hold_shop(tx, shop).await?;
    let Some(row) = queries::locked(tx, id).await?.filter(due) else { return Err(ErrorCode::Conflict.into()) };
    let is_seen = match row.state {
        ClosingState::Announced => {
            moved(tx, &row, ClosingEvent::End, Some(at), None).await?;
            catalog::end_shop(tx, shop, true).await?;
            show(tx, row.shop_id, at).await?;
            tell(tx, row.shop_id, letter, "closing.ended", Vec::new(), at).await?;
            true
        }
        ClosingState::Winding => wind(tx, &row, rule, letter, at).await?,
        ClosingState::Closed => settle(tx, &row, letter, at).await?,
        ClosingState::Settled | ClosingState::Withdrawn => look(tx, &row, None).await?,
    };
    Ok((row.shop_id, is_seen))
}

/// Takes goods off; once none is left and nothing is in the way, the shop closes and its deposit goes back.
async fn wind(
    tx: &Tx,
    row: &closing::Model,
    rule: ClosingRule,
    letter: MessageId,
    at: DateTime<Utc>,
) -> Result<bool, Error> {
    let shop = row.shop_id;
    if catalog::move_batch(tx, shop, ProductEvent::Delist, BATCH, at).await? == BATCH {
        return Ok(true);
    }
    if !blockers(tx, shop, rule, at).await?.is_empty() {
        return look(tx, row, Some(at + LOOK)).await;
    }
    moved(tx, row, ClosingEvent::Close, Some(at), Some(at)).await?;
    deposit::give_back(tx, shop, at).await?;
    show(tx, shop, at).await?;
    tell(tx, shop, letter, "closing.closed", Vec::new(), at).await?;
    Ok(true)
}

/// Takes its clips in; once the deposit is back, nothing is left to do.
async fn settle(tx: &Tx, row: &closing::Model, letter: MessageId, at: DateTime<Utc>) -> Result<bool, Error> {
    let shop = row.shop_id;
    if let Some(creator) = showcase::of_shop(tx, shop).await? {
        search::remove(tx, creator.id.0).await?;
        if video::take_in(tx, creator.id, BATCH, at).await? == BATCH {
            return Ok(true);
        }
    }
    if deposit::queries::total(tx, shop, DepositState::Returning).await? > 0 {
        return look(tx, row, Some(at + ASK)).await;
    }
    moved(tx, row, ClosingEvent::Settle, None, row.closed_at).await?;
    let back = deposit::queries::total(tx, shop, DepositState::Returned).await?;
    let amount = shared::Money::new(back, shared::Currency::Cny).to_string();
    tell(tx, shop, letter, "closing.settled", vec![amount], at).await?;
    Ok(true)
}

async fn moved(
    tx: &Tx,
    row: &closing::Model,
    event: ClosingEvent,
    due_at: Option<DateTime<Utc>>,
    closed_at: Option<DateTime<Utc>>,
) -> Result<(), Error> {
    let state = row.state.transition(event)?;
    let change = closing::ActiveModel {
        state: Set(state),
        due_at: Set(due_at),
        closed_at: Set(closed_at),
        ..Default::default()
    };
    if queries::update(tx, row.id, row.state, change).await? { Ok(()) } else { Err(ErrorCode::Conflict.into()) }
}

/// Looks at it again then.
async fn look(tx: &Tx, row: &closing::Model, due_at: Option<DateTime<Utc>>) -> Result<bool, Error> {
    let change = closing::ActiveModel { due_at: Set(due_at), ..Default::default() };
    queries::update(tx, row.id, row.state, change).await?;
    Ok(false)
}

/// What viewers see of the shop has changed.
pub async fn show(tx: &Tx, shop: ShopId, at: DateTime<Utc>) -> Result<(), Error> {
    outbox::append(tx, shop.0, "catalog.shop_changed", &serde_json::json!({ "shop_id": shop }), at).await?;
    if let Some(creator) = showcase::of_shop(tx, shop).await? {
        let payload = serde_json::json!({ "creator_id": creator.id });
        outbox::append(tx, creator.id.0, "showcase.creator_changed", &payload, at).await?;
    }
    Ok(())
}

/// Writes to the owner of a shop about its end.
pub async fn tell(
    tx: &impl ConnectionTrait,
    shop: ShopId,
    id: MessageId,
    kind: &'static str,
    parts: Vec<String>,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let Some(to) = identity::owner_of(tx, shop).await? else { return Ok(()) };
    Ok(inbox::send(tx, inbox::Letter { id, to, kind, parts, link: "/studio/closing".to_owned() }, at).await?)
}
