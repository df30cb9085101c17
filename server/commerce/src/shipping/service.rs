use std::collections::BTreeMap;

use chrono::TimeDelta;
use serde::Serialize;
use shared::{Duty, ErrorCode, OrderEvent, OrderId, OrderLineId, ShipmentId, ShipmentState, dto::ShipmentItem};

use super::{
    Booking, Parcel,
    entity::{item, shipment},
    queries,
};
use crate::{
    Actor, Error, Shipping,
    db::Tx,
    order,
    outbox::{self, News},
    staff::{Deed, act, plain},
};

/// The carrier is asked for the first time this long after a parcel left.
const FIRST_TRACE: TimeDelta = TimeDelta::minutes(10);

/// What subscribers learn of a parcel.
#[derive(Debug, Serialize)]
pub struct ShipmentNews {
    pub shipment_id: ShipmentId,
    pub order_id: OrderId,
    pub state: ShipmentState,
}

impl Shipping<'_> {
    /// Hands these pieces of an order to the carrier as one parcel; all that is left if `items` is
    /// empty. Members of its shop. `IllegalTransition`, `Validation` beyond what is left to ship.
    pub async fn ship(&self, actor: Actor, order: OrderId, items: Vec<ShipmentItem>) -> Result<ShipmentId, Error> {
        let shop = self.shop();
        let found = order::queries::by_id(shop.db.read(), order).await?.ok_or(ErrorCode::NotFound)?;
        self.0.order().require_shop(actor, &found, Duty::Shipping).await?;
        found.state.transition(OrderEvent::ShipPart)?;
        let id = ShipmentId(shop.clock.new_id());
        let deed = Deed::new(&shop.clock, actor);
        // Booked before the transaction: a label that nobody uses costs nothing, a call in between would.
        let parcel = Parcel { shipment: id, destination: found.address, shipped_at: deed.at };
        let booking = shop.carrier.book(&parcel).await?;
        let draft = Draft { id, order, items, booking, deed };
        shop.db.write(move |tx| Box::pin(ship(tx, draft.clone()))).await?;
        Ok(id)
    }
}

#[derive(Clone)]
struct Draft {
    id: ShipmentId,
    order: OrderId,
    items: Vec<ShipmentItem>,
    booking: Booking,
    deed: Deed,
}

async fn ship(tx: &Tx, Draft { id, order, items, booking, deed }: Draft) -> Result<(), Error> {
    let at = deed.at;
    let order = order::queries::locked(tx, vec![order]).await?.pop().ok_or(ErrorCode::NotFound)?;
    let mut lines = order::queries::lines(tx, vec![order.id]).await?;
    let mut wanted = BTreeMap::<OrderLineId, i32>::new();
    if items.is_empty() {
        wanted.extend(lines.iter().map(|line| (line.id, line.quantity.get() - line.shipped)));
        wanted.retain(|_, pieces| *pieces > 0);
    }
    for item in items {
        let pieces = wanted.entry(item.line_id).or_default();
        *pieces =
            pieces.checked_add(item.quantity).filter(|_| item.quantity > 0).ok_or(Error::Invalid(vec!["items"]))?;
    }
    if wanted.is_empty() {
        return Err(ErrorCode::IllegalTransition.into());
    }
    let mut contents = Vec::with_capacity(wanted.len());
    for (line_id, quantity) in wanted {
        let line = lines.iter_mut().find(|line| line.id == line_id).ok_or(Error::Invalid(vec!["items"]))?;
        if quantity > line.quantity.get() - line.shipped {
            return Err(Error::Invalid(vec!["items"]));
        }
        line.shipped += quantity;
        contents.push(item::Model { shipment_id: id, line_id, quantity });
    }
    let row = shipment::Model {
        id,
        order_id: order.id,
        carrier: booking.carrier,
        waybill: booking.waybill,
        state: ShipmentState::Created,
        version: 1,
        destination: order.address.clone(),
        shipped_at: at,
        expected_at: booking.expected_at,
        due_at: Some(at + FIRST_TRACE),
    };
    order::ship(tx, &order, &lines, at).await?;
    queries::insert(tx, row, contents).await?;
    deed.record(tx, order.shop_id, act::ORDER_SHIPPED, plain(&order.number)).await?;
    let payload = ShipmentNews { shipment_id: id, order_id: order.id, state: ShipmentState::Created };
    Ok(outbox::record(tx, [News { aggregate: id.0, seq: 1, kind: "shipment.created", payload }], at).await?)
}
