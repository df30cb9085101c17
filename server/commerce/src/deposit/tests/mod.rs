//! Categories after opening, shortfalls and top-ups, and everything that can go wrong on the way.

mod drop;
mod places;
mod top_up;
mod who;
mod wish;

use bytes::Bytes;
use image::{DynamicImage, ImageFormat, RgbImage};
use shared::{
    BuyerId, CategoryId, CategoryRequestId, DepositId, Locale, PaymentId, ProductId, ProductState, ShopId,
    dto::{DepositAccount, PaymentMethod},
};
use uuid::Uuid;

use super::Word;
use crate::{
    Actor, Commerce, catalog,
    sandbox::{Outcome, testing::attempt},
    testing::{Shop, key, owner, text},
};

fn operator() -> Actor {
    Actor::Operator(BuyerId(Uuid::new_v4()))
}

/// A PNG.
fn picture() -> Bytes {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let picture = DynamicImage::from(RgbImage::from_pixel(64, 64, image::Rgb([9, 20, 20])));
    picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner().into()
}

/// A category at the root that asks for `deposit` fen, and for a paper if `paper`.
async fn category(c: &Commerce, code: &str, deposit: i64, paper: bool) -> CategoryId {
    let new = catalog::NewCategory {
        parent: None,
        code: code.into(),
        name: text(code),
        attributes: vec![],
        fees: vec![],
        deposit_minor: deposit,
        confirm_days: 10,
        seven_day_return: true,
    };
    let id = c.catalog().add_category(Actor::System, new).await.unwrap();
    if paper {
        c.onboarding().require_paper(operator(), id, text("Permit")).await.unwrap();
    }
    id
}

/// The shop of the stall with its owner.
async fn shop_of(shop: &Shop) -> (ShopId, Actor) {
    let id = shop.stall().await.shop;
    (id, owner(&shop.commerce, id).await)
}

async fn account(c: &Commerce, who: Actor, shop: ShopId) -> DepositAccount {
    c.deposit().account(who, shop, Locale::En).await.unwrap()
}

/// Asks for a category without a paper and has it approved.
async fn granted(c: &Commerce, who: Actor, shop: ShopId, category: CategoryId) {
    let wish = c.deposit().ask(who, shop, category).await.unwrap();
    approve(c, wish).await;
}

async fn approve(c: &Commerce, wish: CategoryRequestId) {
    let version = c.deposit().queue(operator(), Locale::En).await.unwrap();
    let version = version.iter().find(|queued| queued.wish.id == wish).unwrap().version;
    c.deposit().decide(operator(), wish, version, Word::Approve).await.unwrap();
}

async fn pay(c: &Commerce, who: Actor, deposit: DepositId) -> PaymentId {
    let payment = start(c, who, deposit).await;
    attempt(c, payment, Outcome::Duplicate).await;
    payment
}

async fn start(c: &Commerce, who: Actor, deposit: DepositId) -> PaymentId {
    let key = key(&Uuid::new_v4().to_string());
    c.payment().pay_deposit(who, key, deposit, PaymentMethod::Wechat).await.unwrap().payment_id
}

async fn run(c: &Commerce) {
    c.timer().run_due(Actor::System).await.unwrap();
}

async fn state(c: &Commerce, product: ProductId) -> ProductState {
    c.catalog().product(Actor::Nobody, product, Locale::En).await.unwrap().card.state
}

/// What was written to somebody, sorted: letters of one moment have no order.
async fn kinds(c: &Commerce, who: Actor) -> Vec<String> {
    let mut kinds: Vec<_> = c.inbox().list(who).await.unwrap().into_iter().map(|message| message.kind).collect();
    kinds.sort();
    kinds
}
