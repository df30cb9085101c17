//! From the first step to the open showcase, and everything that can go wrong on the way.

mod agreements;
mod apply;
mod deposits;
mod outside;
mod papers;
mod pay;
mod who;

use bytes::Bytes;
use image::{DynamicImage, ImageFormat, RgbImage};
use shared::{
    AgreementKind, ApplicationId, ApplicationState, BuyerId, CategoryId, DocumentKind, Locale, OpeningMode, PaymentId,
    RejectReason, SubjectType,
    dto::{Opening, PaymentMethod, Verdict},
};
use uuid::Uuid;

use super::{Decision, Judgement, NewAgreement, Outside, Step};
use crate::{
    Actor, Commerce, Error,
    testing::{Shop, key, text},
};

/// A resident number whose check digit is right.
const NUMBER: &str = "11010519491231002X";
const CREDIT_CODE: &str = "91350782MA338T6Q3X";

fn operator() -> Actor {
    Actor::Operator(BuyerId(Uuid::new_v4()))
}

/// A PNG in one colour.
fn picture(red: u8) -> Bytes {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let picture = DynamicImage::from(RgbImage::from_pixel(640, 400, image::Rgb([red, 20, 20])));
    picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner().into()
}

/// A new account.
async fn person(c: &Commerce) -> Actor {
    let email = format!("{}@demo.test", Uuid::new_v4().simple()).try_into().unwrap();
    Actor::Account(c.identity().create_account(Actor::System, email, "a password", "Name", false).await.unwrap())
}

/// A category at the root that asks for `deposit` fen.
async fn category(c: &Commerce, code: &str, deposit: i64) -> CategoryId {
    let new = crate::catalog::NewCategory {
        parent: None,
        code: code.into(),
        name: text(code),
        attributes: vec![],
        fees: vec![],
        deposit_minor: deposit,
        confirm_days: 10,
        seven_day_return: true,
    };
    c.catalog().add_category(Actor::System, new).await.unwrap()
}

/// Publishes one agreement.
async fn agreement(c: &Commerce, version: i32) {
    let new = NewAgreement {
        kind: AgreementKind::Service,
        version,
        title: text("Service"),
        body: text(&format!("Be good, {version}")),
        from: c.clock().now(),
    };
    c.onboarding().publish_agreement(Actor::System, new).await.unwrap();
}

async fn mine(c: &Commerce, who: Actor) -> Opening {
    c.onboarding().mine(who, Locale::En).await.unwrap()
}

async fn sign_all(c: &Commerce, who: Actor) {
    let ids = mine(c, who).await.agreements.into_iter().map(|agreement| agreement.id).collect();
    c.onboarding().sign(who, ids).await.unwrap();
}

/// Writes a whole application of a company for a direct shop called `handle`.
async fn write(c: &Commerce, who: Actor, handle: &str, categories: Vec<CategoryId>) {
    let o = c.onboarding();
    o.verify_name(who, "许青岚", NUMBER).await.unwrap();
    o.save(who, Step::Mode { mode: OpeningMode::Direct, shop: Outside::default() }).await.unwrap();
    let subject = Step::Subject {
        subject: SubjectType::Company,
        legal_name: "青岚茶业有限公司".into(),
        number: CREDIT_CODE.into(),
        contact: "许青岚".into(),
        phone: "13800138000".into(),
    };
    o.save(who, subject).await.unwrap();
    let shop = Step::Shop { shop_name: "青岚茶业".into(), handle: handle.into(), intro: "Tea".into() };
    o.save(who, shop).await.unwrap();
    o.save(who, Step::Categories(categories)).await.unwrap();
    for slot in mine(c, who).await.documents {
        o.upload(who, slot.kind, slot.category, picture(9)).await.unwrap();
    }
    sign_all(c, who).await;
}

/// Verdicts on every field: all good, but those in `bad`.
async fn verdicts(c: &Commerce, id: ApplicationId, bad: &[&str]) -> (i64, Vec<Verdict>) {
    let review = c.onboarding().review(Actor::System, id, Locale::En).await.unwrap();
    let verdict = |field: String| {
        let ok = !bad.contains(&field.as_str());
        let reason = (!ok).then_some(RejectReason::Unreadable);
        Verdict { field, ok, reason, words: if ok { String::new() } else { "Too dark".into() } }
    };
    (review.version, review.fields.into_iter().map(|field| verdict(field.field)).collect())
}

async fn judge(c: &Commerce, id: ApplicationId, bad: &[&str], decision: Decision) -> Result<(), Error> {
    let (version, verdicts) = verdicts(c, id, bad).await;
    c.onboarding().judge(operator(), id, Judgement { version, verdicts, decision }).await
}

/// An approved application whose deposit of ¥2,000 is due: who, which.
async fn approved(shop: &Shop, handle: &str) -> (Actor, ApplicationId) {
    let c = &shop.commerce;
    let who = person(c).await;
    let tea = category(c, handle, 200_000).await;
    write(c, who, handle, vec![tea]).await;
    c.onboarding().submit(who).await.unwrap();
    let id = mine(c, who).await.id.unwrap();
    judge(c, id, &[], Decision::Approve).await.unwrap();
    (who, id)
}

/// Starts paying the deposit.
async fn start(c: &Commerce, who: Actor) -> PaymentId {
    let due = mine(c, who).await.due.unwrap();
    let key = key(&Uuid::new_v4().to_string());
    c.payment().pay_deposit(who, key, due.id, PaymentMethod::Wechat).await.unwrap().payment_id
}

async fn kinds(c: &Commerce, who: Actor) -> Vec<String> {
    c.inbox().list(who).await.unwrap().into_iter().map(|message| message.kind).collect()
}

async fn state(c: &Commerce, who: Actor) -> ApplicationState {
    mine(c, who).await.state
}

/// Opens a shop that sells in `categories` and pays its deposit.
async fn open(c: &Commerce, handle: &str, categories: Vec<CategoryId>) -> Actor {
    let who = person(c).await;
    write(c, who, handle, categories).await;
    c.onboarding().submit(who).await.unwrap();
    let id = mine(c, who).await.id.unwrap();
    judge(c, id, &[], Decision::Approve).await.unwrap();
    let payment = start(c, who).await;
    crate::sandbox::testing::attempt(c, payment, crate::sandbox::Outcome::Success).await;
    assert_eq!(state(c, who).await, ApplicationState::Open);
    who
}
