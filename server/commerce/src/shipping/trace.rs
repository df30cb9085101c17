use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::ActiveValue::Set;
use shared::{ErrorCode, ShipmentId};

use super::{
    Track, Tracked,
    entity::{event, shipment},
    queries,
    service::ShipmentNews,
};
use crate::{
    Commerce, Error,
    db::Tx,
    outbox::{self, News},
};

/// When to ask a carrier again that did not answer.
const AGAIN: TimeDelta = TimeDelta::minutes(5);

/// Asks the carrier where a parcel is and keeps what is new, in order and once.
pub(crate) async fn pull(commerce: &Commerce, id: ShipmentId) -> Result<(), Error> {
    let shipment = queries::by_id(commerce.db().read(), id).await?.ok_or(ErrorCode::NotFound)?;
    let now = commerce.clock().now();
    let shipment::Model { waybill, destination, shipped_at, .. } = shipment;
    let track = Track { waybill, destination, shipped_at };
    let tracked = commerce.0.carrier.trace(&track, now).await.unwrap_or_else(|error| {
        tracing::warn!(shipment = %id, error = &error as &dyn std::error::Error, "a trace has to wait");
        Tracked { steps: Vec::new(), next: Some(now + AGAIN) }
    });
    commerce.db().write(move |tx| Box::pin(keep(tx, id, tracked.clone(), now))).await
}

async fn keep(tx: &Tx, id: ShipmentId, tracked: Tracked, now: DateTime<Utc>) -> Result<(), Error> {
    let shipment = queries::locked(tx, id).await?.ok_or(ErrorCode::NotFound)?;
    let last = queries::last_seq(tx, id).await?;
    let mut state = shipment.state;
    let mut events = Vec::new();
    for step in tracked.steps.into_iter().filter(|step| step.seq > last) {
        // A carrier that reports the impossible is asked again later; nothing after it is kept.
        let Ok(next) = state.transition(step.event) else {
            tracing::warn!(shipment = %id, ?state, event = ?step.event, "an impossible step of a parcel");
            break;
        };
        state = next;
        let (seq, at, place, text) = (step.seq, step.at, step.place, step.text);
        events.push(event::Model { shipment_id: id, seq, at, place, state, text });
    }
    let due = tracked.next.filter(|_| !state.is_final());
    // Never at once again, whatever the carrier says.
    let due = due.map(|due| if due > now { due } else { now + AGAIN });
    let mut change = shipment::ActiveModel { due_at: Set(due), ..Default::default() };
    if !events.is_empty() {
        let seq = shipment.version + 1;
        change.state = Set(state);
        change.version = Set(seq);
        queries::insert_events(tx, events).await?;
        let payload = ShipmentNews { shipment_id: id, order_id: shipment.order_id, state };
        outbox::record(tx, [News { aggregate: id.0, seq, kind: "shipment.moved", payload }], now).await?;
    }
    Ok(queries::update(tx, id, change).await?)
}
