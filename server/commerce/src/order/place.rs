use aws_lc_rs::digest;
use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use chrono::{DateTime, TimeDelta, Utc};
use shared::{
    BasisPoints, BuyerId, ErrorCode, IdempotencyKey, OrderId, OrderLineId, OrderState, Scene,
    dto::{Basket, OrderRequest},
};

use super::{
    change::OrderNews,
    entity::{line, order, placement},
    number::number,
    queries, stock,
    view::Rows,
};
use crate::{
    Commerce, Error,
    affiliate::{self, Sale},
    cart,
    checkout::{self, Ask, PricedLine, PricedShop},
    db::Tx,
    outbox,
};

const NOTE_CHARS: usize = 200;

/// Everything a placement needs, fixed before its transaction starts, so that a retry repeats itself.
#[derive(Clone)]
pub struct Draft {
    pub buyer: BuyerId,
    pub key: IdempotencyKey,
    pub fingerprint: String,
    pub request: OrderRequest,
    pub at: DateTime<Utc>,
}

impl Draft {
    /// `Invalid` with the fields of the request that cannot be accepted.
    pub fn new(buyer: BuyerId, key: IdempotencyKey, request: OrderRequest, at: DateTime<Utc>) -> Result<Self, Error> {
        let mut faults = request.address.faults();
        if request.note.chars().count() > NOTE_CHARS || request.note.chars().any(|c| c.is_control() && c != '\n') {
            faults.push("note");
        }
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let canonical = serde_json::to_vec(&request).map_err(Error::failed("write a request"))?;
        let fingerprint = STANDARD_NO_PAD.encode(digest::digest(&digest::SHA256, &canonical));
        Ok(Self { buyer, key, fingerprint, request, at })
    }
}

/// The key is taken with the ids of the orders to be: that one insert decides between a new placement
/// and a repeated one, and all that follows is undone with it.
pub async fn place(commerce: &Commerce, tx: &Tx, draft: Draft) -> Result<Vec<Rows>, Error> {
    let Draft { buyer, at, ref request, .. } = draft;
    // A repeated request may find an empty cart, so its key is looked at first.
    if request.basket.cart && queries::placement(tx, buyer, &draft.key).await?.is_some() {
        return repeated(tx, &draft).await;
    }
    let Basket { lines, cart } = request.basket.clone();
    let lines = checkout::lines_of(tx, Some(buyer), Basket { lines, cart }).await?;
    let province = Some(request.address.province.clone());
    let ask = Ask { buyer: Some(buyer), lines, province, at, binding: true };
    let priced = checkout::price(commerce, tx, &ask).await;
    let ids = |shops: &[PricedShop]| shops.iter().map(|_| OrderId(commerce.clock().new_id())).collect::<Vec<_>>();
    let ids = priced.as_ref().map(|shops| ids(shops)).unwrap_or_default();
    let row = placement::Model {
        buyer_id: buyer,
        idempotency_key: draft.key.clone(),
        fingerprint: draft.fingerprint.clone(),
        orders: serde_json::to_value(&ids).map_err(Error::failed("write ids"))?,
        at,
    };
    // Before any refusal: what was sold out to a repeated request was sold to the first one.
    if !queries::take_key(tx, row).await? {
        return repeated(tx, &draft).await;
    }
    let priced = priced?;
    accept(&priced, request)?;

    let mut commissions = commissions(commerce, tx, &priced, at).await?.into_iter();
    let mut placed = Vec::with_capacity(priced.len());
    for (id, shop) in ids.into_iter().zip(priced) {
        placed.push(rows(commerce, &draft, id, shop, &mut commissions)?);
    }
    let orders: Vec<_> = placed.iter().map(|rows| rows.order.clone()).collect();
    let lines: Vec<_> = placed.iter().flat_map(|rows| rows.lines.iter().cloned()).collect();
    let pieces = stock::pieces(&lines);
    stock::hold(tx, &pieces, at).await?;
    queries::insert(tx, orders, lines).await?;
    if request.basket.cart {
        cart::bought(tx, buyer, pieces.keys().copied().collect()).await?;
    }
    let news = placed.iter().map(|rows| OrderNews::of(&rows.order, OrderState::PendingPayment, 1, "order.placed"));
    outbox::record(tx, news, at).await?;
    Ok(placed)
}

/// The orders that this key placed, if it was by the same request.
async fn repeated(tx: &Tx, draft: &Draft) -> Result<Vec<Rows>, Error> {
    let first = queries::placement(tx, draft.buyer, &draft.key).await?;
    let first = first.filter(|first| first.fingerprint == draft.fingerprint).ok_or(ErrorCode::KeyReused)?;
    let ids: Vec<OrderId> = serde_json::from_value(first.orders).map_err(Error::failed("read ids"))?;
    let orders = queries::by_ids(tx, ids).await?;
    Rows::load(tx, orders).await
}

/// Whether everything can be had, for the price the buyer agreed to.
fn accept(shops: &[PricedShop], request: &OrderRequest) -> Result<(), Error> {
    let refused = shops.iter().flat_map(|shop| shop.lines.iter().map(|line| line.invalid).chain([shop.invalid]));
    if let Some(code) = refused.flatten().next() {
        return Err(code.into());
    }
    let total = checkout::total(shops)?;
    if total == request.expected_total { Ok(()) } else { Err(ErrorCode::PriceChanged.into()) }
}

/// What each line brings the creator it was met with, in the order of the lines; nothing without one.
async fn commissions(
    commerce: &Commerce,
    tx: &Tx,
    shops: &[PricedShop],
    at: DateTime<Utc>,
) -> Result<Vec<BasisPoints>, Error> {
    let lines: Vec<_> = shops.iter().flat_map(|shop| &shop.lines).collect();
    let sale = |line: &&PricedLine| {
        let offer = &line.offer;
        let creator = line.source.creator?;
        Some(Sale { creator, product: offer.product_id, shop: offer.shop_id, own: offer.commission })
    };
    let sales: Vec<_> = lines.iter().filter_map(sale).collect();
    let mut earned = affiliate::earned(commerce, tx, &sales, at).await?.into_iter();
    let rate = |line: &&PricedLine| line.source.creator.and_then(|_| earned.next()).unwrap_or_default();
    Ok(lines.iter().map(rate).collect())
}

/// One shop's order, as it will be kept; `commissions` has the rates of its lines next.
fn rows(
    commerce: &Commerce,
    draft: &Draft,
    id: OrderId,
    shop: PricedShop,
    commissions: &mut impl Iterator<Item = BasisPoints>,
) -> Result<Rows, Error> {
    let config = commerce.config();
    let at = draft.at;
    let live = shop.lines.iter().any(|line| line.source.scene == Scene::Live);
    let pay_by = at + if live { config.pay_within_live } else { config.pay_within };
    let total = shop.total()?;
    let offers = || shop.lines.iter().map(|line| &line.offer);
    let words: Vec<_> =
        offers().flat_map(|offer| [offer.title.zh.to_lowercase(), offer.title.en.to_lowercase()]).collect();
    let order = order::Model {
        id,
        number: number(at),
        buyer_id: draft.buyer,
        shop_id: shop.shop_id,
        shop_name: shop.name.clone(),
        handle: shop.handle.clone(),
        state: OrderState::PendingPayment,
        version: 1,
        currency: shop.currency,
        goods_minor: shop.goods,
        freight_minor: shop.freight,
        discount_minor: 0,
        total_minor: total.minor,
        address: draft.request.address.clone(),
        note: draft.request.note.clone(),
        words: words.join("\n"),
        ship_within_hours: offers().map(|offer| offer.ship_within_hours).max().unwrap_or_default(),
        confirm_days: offers().map(|offer| offer.confirm_days).max().unwrap_or_default(),
        placed_at: at,
        pay_by,
        due_at: Some(pay_by),
        paid_at: None,
        ship_by: None,
        shipped_at: None,
        confirm_by: None,
        completed_at: None,
        ended_at: None,
        ended_by: None,
        payment_id: None,
    };
    let lines = shop.lines.into_iter().zip(0..).map(|(priced, position)| {
        let commission_rate = commissions.next().unwrap_or_default();
        Ok(line::Model {
            id: OrderLineId(commerce.clock().new_id()),
            order_id: id,
            position,
            product_id: priced.offer.product_id,
            sku_id: priced.offer.sku_id,
            title: priced.offer.title,
            attributes: priced.offer.attributes,
            picture: priced.offer.picture,
            price_minor: priced.offer.price.minor,
            quantity: priced.quantity,
            amount_minor: priced.amount.minor,
            fee_rate: priced.offer.fee,
            fee_minor: priced.offer.fee.of(priced.amount)?.minor,
            commission_rate,
            commission_minor: commission_rate.of(priced.amount)?.minor,
            shipped: 0,
            source: priced.source,
        })
    });
    Ok(Rows { lines: lines.collect::<Result<_, Error>>()?, order })
}

/// The moment before which keys are forgotten: longer than anybody tries again.
pub fn keys_kept(now: DateTime<Utc>) -> DateTime<Utc> {
    now - TimeDelta::days(30)
}
