//! Orders as their buyers see them.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use sea_orm::{ConnectionTrait, DbErr, JsonValue};
use serde::Deserialize;
use shared::{
    LocalText, Locale, MediaId, OrderId, OrderState,
    dto::{Attribute, Image, OrderLineView, OrderView, ShipmentView},
};

use super::{
    entity::{line, order},
    queries,
};
use crate::{Commerce, Error, clock::rfc3339, media, shipping};

/// An order with its lines.
#[derive(Debug, Clone)]
pub struct Rows {
    pub order: order::Model,
    pub lines: Vec<line::Model>,
}

impl Rows {
    /// The lines of `orders`, in their order, by one query.
    pub async fn load(db: &impl ConnectionTrait, orders: Vec<order::Model>) -> Result<Vec<Self>, Error> {
        let mut lines = BTreeMap::<OrderId, Vec<line::Model>>::new();
        for line in queries::lines(db, orders.iter().map(|order| order.id).collect()).await? {
            lines.entry(line.order_id).or_default().push(line);
        }
        let rows = orders.into_iter().map(|order| Self { lines: lines.remove(&order.id).unwrap_or_default(), order });
        Ok(rows.collect())
    }
}

/// Everything the buyer sees of `rows`, in their order.
pub async fn views(
    commerce: &Commerce,
    db: &impl ConnectionTrait,
    rows: Vec<Rows>,
    locale: Locale,
) -> Result<Vec<OrderView>, Error> {
    let wanted: Vec<_> = rows.iter().flat_map(|rows| &rows.lines).map(|line| line.picture).collect();
    let pictures = media::pictures(commerce, db, wanted).await?;
    let unsent = [OrderState::PendingPayment, OrderState::ToShip, OrderState::Cancelled, OrderState::Oversold];
    let sent = rows.iter().filter(|rows| !unsent.contains(&rows.order.state)).map(|rows| rows.order.id);
    let mut shipments = shipping::views(db, sent.collect(), locale).await?;
    let one = |rows: Rows| {
        let shipments = shipments.remove(&rows.order.id).unwrap_or_default();
        view(rows, shipments, &pictures, locale)
    };
    Ok(rows.into_iter().map(one).collect())
}

fn view(Rows { order, lines }: Rows, shipments: Vec<ShipmentView>, pictures: &Pictures, locale: Locale) -> OrderView {
    let money = |minor| order.money(minor);
    let lines = lines.into_iter().map(|line| OrderLineView {
        id: line.id,
        product_id: line.product_id,
        sku_id: line.sku_id,
        title: line.title.get(locale).to_owned(),
        attributes: attributes(&line.attributes, locale),
        image: picture(pictures, line.picture, locale),
        price: money(line.price_minor),
        quantity: line.quantity,
        amount: money(line.amount_minor),
        shipped: line.shipped,
        source: line.source,
    });
    OrderView {
        id: order.id,
        lines: lines.collect(),
        goods: money(order.goods_minor),
        freight: money(order.freight_minor),
        discounts: Vec::new(),
        total: money(order.total_minor),
        number: order.number,
        state: order.state,
        state_code: order.state.code(),
        shop_id: order.shop_id,
        shop_name: order.shop_name.get(locale).to_owned(),
        handle: order.handle,
        address: order.address,
        note: order.note,
        placed_at: rfc3339(order.placed_at),
        pay_by: rfc3339(order.pay_by),
        paid_at: order.paid_at.map(rfc3339),
        ship_by: order.ship_by.map(rfc3339),
        shipped_at: order.shipped_at.map(rfc3339),
        confirm_by: order.confirm_by.map(rfc3339),
        completed_at: order.completed_at.map(rfc3339),
        ended_at: order.ended_at.map(rfc3339),
        cancelled_by: order.ended_by,
        payment_id: order.payment_id,
        shipments,
    }
}

type Pictures = HashMap<MediaId, Arc<media::Picture>>;

/// One of `pictures`, or what stands for a missing one.
pub(crate) fn picture(pictures: &Pictures, id: MediaId, locale: Locale) -> Image {
    pictures.get(&id).map_or_else(|| media::Picture::missing(id).view(locale), |picture| picture.view(locale))
}

/// The options of a line for a reader of `locale`.
pub(crate) fn attributes(json: &JsonValue, locale: Locale) -> Vec<Attribute> {
    #[derive(Deserialize)]
    struct Both {
        name: LocalText,
        value: LocalText,
    }
    let both = Vec::<Both>::deserialize(json).unwrap_or_default();
    let one = |Both { name, value }: Both| {
        let (name, value) = (name.get(locale).to_owned(), value.get(locale).to_owned());
        Attribute { name, value }
    };
    both.into_iter().map(one).collect()
}

/// The order of this id, or `None`; with its lines.
pub async fn rows_of(db: &impl ConnectionTrait, id: OrderId) -> Result<Option<Rows>, DbErr> {
    let Some(order) = queries::by_id(db, id).await? else { return Ok(None) };
    let lines = queries::lines(db, vec![id]).await?;
    Ok(Some(Rows { order, lines }))
}
