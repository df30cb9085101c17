use shared::{OrderId, ShipmentId, dto::ShipmentItem};

use crate::{Actor, Error, Shipping};

impl Shipping<'_> {
    /// Hands these pieces of an order to the carrier as one parcel; all that is left if `items` is
    /// empty. Members of its shop. `IllegalTransition`, `Validation` beyond what is left to ship.
    pub async fn ship(&self, actor: Actor, order: OrderId, items: Vec<ShipmentItem>) -> Result<ShipmentId, Error> {
        let _ = (actor, order, items);
        todo!("trade")
    }
}
