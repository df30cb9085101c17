use std::collections::HashMap;

use sea_orm::ConnectionTrait;
use shared::{
    Locale, OrderId,
    dto::{ShipmentItem, ShipmentView, TraceEvent},
};

use super::queries;
use crate::{Error, clock::rfc3339};

/// The parcels of `orders` as their buyers see them, oldest first.
pub(crate) async fn views(
    db: &impl ConnectionTrait,
    orders: Vec<OrderId>,
    locale: Locale,
) -> Result<HashMap<OrderId, Vec<ShipmentView>>, Error> {
    let mut views = HashMap::<_, Vec<_>>::new();
    if orders.is_empty() {
        return Ok(views);
    }
    let shipments = queries::of_orders(db, orders).await?;
    let ids: Vec<_> = shipments.iter().map(|shipment| shipment.id).collect();
    if ids.is_empty() {
        return Ok(views);
    }
    let items = queries::items(db, ids.clone()).await?;
    let events = queries::events(db, ids).await?;
    for shipment in shipments {
        let items = items.iter().filter(|item| item.shipment_id == shipment.id);
        let events = events.iter().filter(|event| event.shipment_id == shipment.id);
        let trace = events.map(|event| TraceEvent {
            at: rfc3339(event.at),
            place: event.place.get(locale).to_owned(),
            state: event.state,
            text: event.text.get(locale).to_owned(),
        });
        views.entry(shipment.order_id).or_default().push(ShipmentView {
            id: shipment.id,
            carrier: shipment.carrier.get(locale).to_owned(),
            waybill: shipment.waybill,
            state: shipment.state,
            items: items.map(|item| ShipmentItem { line_id: item.line_id, quantity: item.quantity }).collect(),
            trace: trace.collect(),
            shipped_at: rfc3339(shipment.shipped_at),
            expected_at: rfc3339(shipment.expected_at),
        });
    }
    Ok(views)
}
