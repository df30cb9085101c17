//! Orders for tests.

use shared::{
    Address, Currency, Locale, Money, OrderId, PaymentId, Phone, Quantity, SkuId, Source,
    dto::{Basket, LineRequest, OrderRequest, OrderView, PaymentMethod},
};
use uuid::Uuid;

use super::place::{Draft, place};
use crate::{Actor, Commerce, Error, db::Tx, sandbox, testing::key};

pub fn address() -> Address {
    Address {
        name: "李雷".into(),
        phone: Phone::try_from("13800138000".to_owned()).unwrap(),
        country: "CN".into(),
        province: "浙江省".into(),
        city: "杭州市".into(),
        district: "西湖区".into(),
        line1: "文三路 1 号".into(),
        postcode: String::new(),
    }
}

pub fn line(sku_id: SkuId, pieces: i32) -> LineRequest {
    LineRequest { sku_id, quantity: Quantity::try_from(pieces).unwrap(), source: Source::default() }
}

/// Asks for `lines` at `total` fen.
pub fn request(lines: Vec<LineRequest>, total: i64) -> OrderRequest {
    OrderRequest {
        basket: Basket { lines, cart: false },
        address: address(),
        expected_total: Money::new(total, Currency::Cny),
        note: String::new(),
    }
}

/// Orders `pieces` of a SKU that costs ¥1.00.
pub async fn order(commerce: &Commerce, buyer: Actor, sku: SkuId, pieces: i32) -> Result<OrderView, Error> {
    let request = request(vec![line(sku, pieces)], i64::from(pieces) * 100);
    let key = key(&Uuid::new_v4().to_string());
    let placed = commerce.order().place(buyer, key, request, Locale::En).await?;
    Ok(placed.orders.into_iter().next().unwrap())
}

/// Orders a piece of a SKU that costs ¥1.00, in a transaction that somebody else ends.
pub async fn place_in(commerce: &Commerce, tx: &Tx, buyer: Actor, sku: SkuId) -> Result<(), Error> {
    let request = request(vec![line(sku, 1)], 100);
    let buyer = buyer.require_buyer()?;
    let draft = Draft::new(buyer, key(&Uuid::new_v4().to_string()), request, commerce.clock().now())?;
    place(commerce, tx, draft).await?;
    Ok(())
}

/// Starts a payment.
pub async fn payment(commerce: &Commerce, buyer: Actor, order: OrderId) -> PaymentId {
    let key = key(&Uuid::new_v4().to_string());
    commerce.payment().create(buyer, key, vec![order], PaymentMethod::Wechat).await.unwrap().payment_id
}

/// Orders and pays.
pub async fn paid(commerce: &Commerce, buyer: Actor, sku: SkuId, pieces: i32) -> OrderView {
    let placed = order(commerce, buyer, sku, pieces).await.unwrap();
    let payment = payment(commerce, buyer, placed.id).await;
    sandbox::testing::attempt(commerce, payment, sandbox::Outcome::Success).await;
    commerce.order().get(buyer, placed.id, Locale::En).await.unwrap()
}

/// Rate and fen of the commission of an order's first line.
pub async fn commission(commerce: &Commerce, order: OrderId) -> (shared::BasisPoints, i64) {
    let line = super::queries::lines(commerce.db().read(), vec![order]).await.unwrap().remove(0);
    (line.commission_rate, line.commission_minor)
}

/// Who ordered.
pub async fn buyer_of(commerce: &Commerce, order: OrderId) -> Actor {
    Actor::Guest(super::queries::by_id(commerce.db().read(), order).await.unwrap().unwrap().buyer_id)
}
