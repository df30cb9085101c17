//! The cashier.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use shared::{Money, PaymentState};

use super::countdown::countdown;
use crate::ui::{full_price, icon, icon_of};

/// A QR code as one path of unit squares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// Squares in a row.
    pub size: i32,
    /// Its dark squares.
    pub path: String,
}

/// Everything the cashier shows, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayModel {
    /// The payment; none if the provider did not answer, then the order page offers to try again.
    pub payment: Option<String>,
    /// Where it stands.
    pub state: PaymentState,
    /// That in words.
    pub title: String,
    /// What it means and what to do.
    pub help: String,
    /// How much.
    pub amount: Money,
    /// How and when.
    pub how: String,
    /// Icon of the method.
    pub icon: String,
    /// Seconds until it ends; only while it waits.
    pub left: Option<i64>,
    /// `还有 {m} 分 {s} 秒`
    pub left_pattern: String,
    /// What stands before the time left.
    pub left_label: String,
    /// To be scanned.
    pub code: Option<Code>,
    /// What the code is for.
    pub code_help: String,
    /// Where the orders are.
    pub orders: String,
    /// `查看订单`
    pub orders_label: String,
    /// What comes next, once it is paid: title and explanation.
    pub facts: Vec<(String, String)>,
    /// Outcomes that the sandbox can play, with their names; only in the demo.
    pub demo: Vec<(String, String)>,
    /// What they are.
    pub demo_label: String,
    /// Ids for another try, and the words for it; only after a failure.
    pub again: Option<(String, String, String)>,
    /// Offers to look again without scripts.
    pub refresh: String,
    /// `继续看视频`
    pub go_on: String,
}

impl PayModel {
    /// The page where it goes on.
    pub fn page(&self) -> String {
        self.payment.as_ref().map_or_else(|| self.orders.clone(), |id| format!("/pay/{id}"))
    }

    /// Whether looking again may show something else.
    pub const fn is_open(&self) -> bool {
        matches!(self.state, PaymentState::Waiting | PaymentState::Failed | PaymentState::Refunding)
    }

    /// Whether the orders are paid.
    pub fn is_paid(&self) -> bool {
        self.state == PaymentState::Succeeded
    }
}

/// The cashier. `on_page` decides where it leads when paid: on its page to the orders alone, in a
/// sheet also back to the clip.
pub fn pay(model: &PayModel, on_page: bool) -> AnyView {
    if model.is_paid() { paid(model, on_page) } else { waiting(model, on_page) }
}

fn heading(on_page: bool, words: String) -> AnyView {
    if on_page { view! { <h1>{words}</h1> }.into_any() } else { view! { <h2>{words}</h2> }.into_any() }
}

fn paid(model: &PayModel, on_page: bool) -> AnyView {
    let facts = model.facts.iter().enumerate().map(|(i, (title, help))| {
        let name = if i == 0 { "box" } else { "back" };
        view! {
            <li>{icon_of("i m", name)}<div class="stack"><span class="strong">{title.clone()}</span><span class="dim">{help.clone()}</span></div></li>
        }
    });
    let (go_on, orders) = (model.go_on.clone(), model.orders.clone());
    let pair = if on_page {
        view! { <div class="pair"><a class="btn big" href="/">{go_on}</a><a class="btn big buy" href=orders>{model.orders_label.clone()}</a></div> }.into_any()
    } else {
        view! { <div class="pair"><a class="btn big" href=orders>{model.orders_label.clone()}</a><button class="btn big buy" type="button" data-done>{go_on}</button></div> }.into_any()
    };
    view! {
        <div class="done shown">
            <span class="ok">{icon("check")}</span>
            <div class="stack">
                {heading(on_page, model.title.clone())}
                <span class="amount">{full_price(model.amount)}</span>
                <span class="s dim">{model.how.clone()}</span>
            </div>
            <ul class="plate facts">{facts.collect_view()}</ul>
            {pair}
        </div>
    }
    .into_any()
}

fn waiting(model: &PayModel, on_page: bool) -> AnyView {
    let bad = matches!(model.state, PaymentState::Failed | PaymentState::Closed);
    let left = model.left.map(|left| {
        let pattern = model.left_pattern.clone();
        view! { <p class="s dim">{model.left_label.clone()}" "{countdown(left, pattern)}</p> }
    });
    let code = model.code.clone().map(|code| {
        view! {
            <figure class="code">
                <svg viewBox=format!("-2 -2 {0} {0}", code.size + 4) role="img" aria-label=model.code_help.clone()>
                    <path d=code.path></path>
                </svg>
                <figcaption class="s dim">{model.code_help.clone()}</figcaption>
            </figure>
        }
    });
    let payment = model.payment.clone().unwrap_or_default();
    let again = model.again.clone().map(|(orders, key, label)| {
        view! {
            <form method="post" action="/fn/payment/create" data-again>
                <input type="hidden" name="orders" value=orders />
                <input type="hidden" name="key" value=key />
                <button class="btn buy big fill">{label}</button>
            </form>
        }
    });
    let demo = (!model.demo.is_empty()).then(|| {
        let buttons = model.demo.iter().enumerate().map(|(i, (outcome, name))| {
            let class = if i == 0 && model.again.is_none() { "btn buy big fill" } else { "btn" };
            view! { <button class=class name="outcome" value=outcome.clone()>{name.clone()}</button> }
        });
        view! {
            <form class="demo" method="post" action=format!("/sandbox/payments/{payment}")>
                <p class="xs dim">{model.demo_label.clone()}</p>
                {buttons.collect_view()}
            </form>
        }
    });
    let refresh = (on_page && model.is_open()).then(|| {
        let href = format!("/pay/{payment}");
        view! { <a class="link" href=href>{model.refresh.clone()}</a> }
    });
    view! {
        <div class="cashier" class:bad=bad>
            <div class="stack lead">
                <span class="row how s">{method_icon(&model.icon)}{model.how.clone()}</span>
                {heading(on_page, model.title.clone())}
                <span class="amount">{full_price(model.amount)}</span>
                {left}
            </div>
            {code}
            <p class="s dim mid">{model.help.clone()}</p>
            {again}
            {demo}
            <div class="row wraps links">{refresh}<a class="link" href=model.orders.clone()>{model.orders_label.clone()}</a></div>
        </div>
    }
    .into_any()
}

fn method_icon(name: &str) -> AnyView {
    let name = match name {
        "wechat" => "wechat",
        "card" => "card",
        _ => "wallet",
    };
    icon_of("i m", name).into_any()
}
