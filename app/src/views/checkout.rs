//! The checkout: address, lines, sum, note, method.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use shared::{
    ErrorCode, Money,
    dto::{Attribute, Problem, Quote, QuotedLine, QuotedOrder, SavedAddress},
};

use super::address::{AddressFields, fields};
use crate::{
    api::LineForm,
    ui::{full_price, icon, icon_of},
};

/// The words of the checkout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each field is its own text")]
pub struct CheckoutTexts {
    pub title: String,
    pub back: String,
    pub close: String,
    pub deliver_to: String,
    pub goods: String,
    pub freight: String,
    pub free: String,
    pub total: String,
    pub grand_total: String,
    pub note: String,
    pub note_hint: String,
    pub method: String,
    /// Value, icon and name of each method.
    pub methods: Vec<(String, String, String)>,
    pub pay: String,
    pub requote: String,
    pub held: String,
    pub busy: String,
    pub lost: String,
    pub remains: String,
}

/// Everything the checkout shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckoutModel {
    /// What is to be bought.
    pub line: LineForm,
    /// Makes every repetition the same order.
    pub key: String,
    /// What it costs.
    pub quote: Quote,
    /// When each order leaves, in words.
    pub ships: Vec<String>,
    /// Why something cannot be bought, in words.
    pub reasons: Vec<(ErrorCode, String)>,
    /// The book.
    pub addresses: Vec<SavedAddress>,
    /// What is chosen: an id, or `new`.
    pub chosen: String,
    /// The fields of a new address.
    pub fields: AddressFields,
    /// Words to the shops, as typed.
    pub note: String,
    /// The chosen method.
    pub method: String,
    /// What is in the way.
    pub problem: Option<Problem>,
    /// Nothing in it can be bought.
    pub blocked: bool,
    /// The words.
    pub texts: CheckoutTexts,
}

/// What the shop has to know besides what is typed.
pub fn hidden(model: &CheckoutModel) -> AnyView {
    let line = &model.line;
    let Wire { amount, currency } = wire(model.quote.total);
    let pairs = [
        ("sku_id", line.sku_id.clone()),
        ("quantity", line.quantity.clone()),
        ("scene", line.scene.clone()),
        ("video", line.video.clone()),
        ("creator", line.creator.clone()),
        ("cart", line.cart.clone()),
        ("key", model.key.clone()),
        ("expected_total", amount),
        ("currency", currency),
    ];
    let pairs = pairs.into_iter().filter(|(_, value)| !value.is_empty());
    pairs.map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).collect_view().into_any()
}

struct Wire {
    amount: String,
    currency: String,
}

fn wire(money: Money) -> Wire {
    let currency = match money.currency {
        shared::Currency::Cny => "CNY",
        shared::Currency::Usd => "USD",
    };
    Wire { amount: money.decimal().to_string(), currency: currency.to_owned() }
}

/// Address: the saved ones as radios, a new one below.
pub fn addresses(model: &CheckoutModel) -> AnyView {
    let texts = &model.texts;
    let has_book = !model.addresses.is_empty();
    let saved = model.addresses.iter().map(|saved| {
        let id = saved.id.to_string();
        let chosen = id == model.chosen;
        let phone = saved.address.phone.masked();
        view! {
            <label class="plate addr pick">
                <input class="radio" type="radio" name="address_id" value=id checked=chosen />
                <span class="stack">
                    <span class="row base"><b>{saved.address.name.clone()}</b><span class="s dim num">{phone}</span></span>
                    <span class="s">{saved.address.one_line()}</span>
                </span>
            </label>
        }
    });
    let new = if has_book {
        let chosen = model.chosen == "new";
        view! {
            <label class="plate addr pick">
                <input class="radio" type="radio" name="address_id" value="new" checked=chosen />
                <span class="s strong">{model.fields.texts.other.clone()}</span>
            </label>
        }
        .into_any()
    } else {
        view! { <input type="hidden" name="address_id" value="new" /> }.into_any()
    };
    view! {
        <fieldset class="book" class:alone=!has_book>
            <legend class="s strong">{texts.deliver_to.clone()}</legend>
            {saved.collect_view()}
            {new}
            <div class="newaddr">
                {fields(&model.fields, model.problem.as_ref())}
                <label class="check s"><input class="box" type="checkbox" name="save" value="1" checked />{model.fields.texts.save.clone()}</label>
            </div>
        </fieldset>
    }
    .into_any()
}

/// The lines, shop by shop.
pub fn orders(model: &CheckoutModel) -> AnyView {
    let all = model.quote.orders.iter().zip(model.ships.iter().cloned().chain(std::iter::repeat(String::new())));
    all.map(|(order, ships)| {
        let lines = order.lines.iter().map(|line| quoted(line, &model.reasons)).collect_view();
        let refused = order.invalid.and_then(|code| reason(&model.reasons, code));
        view! {
            <section class="shop-part">
                <p class="row s">{icon_of("i m", "store")}<b>{order.shop_name.clone()}</b></p>
                <div class="lines">{lines}</div>
                {refused.map(|words| view! { <p class="notice bad">{words}</p> })}
                <p class="row xs dim">{icon_of("i s", "truck")}{ships}</p>
            </section>
        }
    })
    .collect_view()
    .into_any()
}

fn reason(reasons: &[(ErrorCode, String)], code: ErrorCode) -> Option<String> {
    reasons.iter().find(|(known, _)| *known == code).map(|(_, words)| words.clone())
}

/// The values of the options, `天青 · 单只盖碗`.
pub fn options(attributes: &[Attribute]) -> String {
    attributes.iter().map(|attribute| attribute.value.as_str()).collect::<Vec<_>>().join(" · ")
}

fn quoted(line: &QuotedLine, reasons: &[(ErrorCode, String)]) -> AnyView {
    let wrong = line.invalid.and_then(|code| reason(reasons, code));
    let off = wrong.is_some();
    view! {
        <div class="line" class:off=off>
            <div class="pic s"><img src=line.image.url(160) width="160" height="160" alt="" loading="lazy" decoding="async" /></div>
            <div class="stack">
                <p class="name two">{line.title.clone()}</p>
                <span class="xs dim">{options(&line.attributes)}</span>
                {wrong.map(|words| view! { <span class="tag warn wraps">{words}</span> })}
            </div>
            <div class="qty">{full_price(line.price)}<span class="s dim num">"×"{line.quantity.get()}</span></div>
        </div>
    }
    .into_any()
}

/// The sum: every line shown, the total is their sum.
pub fn sum(model: &CheckoutModel) -> AnyView {
    let texts = &model.texts;
    let orders = &model.quote.orders;
    let several = orders.len() > 1;
    let parts = orders.iter().map(|order| part(order, several, texts)).collect_view();
    let label = if several { texts.grand_total.clone() } else { texts.total.clone() };
    view! {
        <dl class="sum plate">
            {parts}
            <div class="total"><dt>{label}</dt><dd>{full_price(model.quote.total)}</dd></div>
        </dl>
    }
    .into_any()
}

fn part(order: &QuotedOrder, several: bool, texts: &CheckoutTexts) -> AnyView {
    let name = several
        .then(|| view! { <div class="of"><dt>{order.shop_name.clone()}</dt><dd>{order.total.to_string()}</dd></div> });
    let freight = if order.freight.minor == 0 { texts.free.clone() } else { order.freight.to_string() };
    let discounts = order.discounts.iter().map(|discount| {
        view! { <div><dt>{discount.name.clone()}</dt><dd class="hot strong">"−"{discount.amount.to_string()}</dd></div> }
    });
    view! {
        {name}
        <div><dt>{texts.goods.clone()}</dt><dd>{order.goods.to_string()}</dd></div>
        <div><dt>{texts.freight.clone()}</dt><dd>{freight}</dd></div>
        {discounts.collect_view()}
    }
    .into_any()
}

/// Words to the shops.
pub fn note(model: &CheckoutModel) -> AnyView {
    view! {
        <div class="rows">
            <label class="noted" for="f-note">
                {icon_of("i m", "note")}
                <span>{model.texts.note.clone()}</span>
                <input id="f-note" name="note" maxlength="200" autocomplete="off" value=model.note.clone() placeholder=model.texts.note_hint.clone() />
            </label>
        </div>
    }
    .into_any()
}

/// How to pay.
pub fn methods(texts: &CheckoutTexts, chosen: &str) -> AnyView {
    let all = texts.methods.iter().enumerate().map(|(i, (value, icon_name, name))| {
        let checked = if chosen.is_empty() { i == 0 } else { value == chosen };
        view! {
            <label class="method">
                {pay_icon(icon_name)}
                <span>{name.clone()}</span>
                <input type="radio" name="method" value=value.clone() checked=checked />
            </label>
        }
    });
    view! {
        <fieldset class="rows methods">
            <legend class="sr">{texts.method.clone()}</legend>
            {all.collect_view()}
        </fieldset>
    }
    .into_any()
}

fn pay_icon(name: &str) -> AnyView {
    match name {
        "wechat" => icon_of("i m", "wechat").into_any(),
        "wallet" => icon_of("i m", "wallet").into_any(),
        "card" => icon_of("i m", "card").into_any(),
        _ => icon("wallet").into_any(),
    }
}
