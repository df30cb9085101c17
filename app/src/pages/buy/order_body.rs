//! What of an order does not change any more: where it goes, lines, sum, facts, help.

use leptos::prelude::*;
use shared::{
    OrderState,
    dto::{OrderView, PaymentView},
};

use crate::{
    context::{caller, shop},
    i18n::buy::Buy,
    present::when::When,
    ui::{Loading, full_price, icon, icon_of, picture},
    views::checkout::options,
};

/// Address and lines.
pub fn details(order: &OrderView, buy: &'static Buy) -> impl IntoView + use<> {
    let showcase = format!("/c/{}/showcase", order.handle);
    let lines = order.lines.iter().map(|line| {
        let href = format!("/p/{}", line.product_id);
        view! {
            <div class="line">
                <a class="pic s" href=href.clone() tabindex="-1" aria-hidden="true">{picture(&line.image, Some(String::new()), "72px", Loading::Lazy)}</a>
                <div class="stack"><h3 class="two"><a href=href>{line.title.clone()}</a></h3><span class="xs dim">{options(&line.attributes)}</span></div>
                <div class="qty">{full_price(line.price)}<span class="s dim num">"×"{line.quantity.get()}</span></div>
            </div>
        }
    });
    view! {
        <section class="card">
            <div class="addr plate">
                {icon("pin")}
                <span class="stack">
                    <span class="row base"><b class="s">{order.address.name.clone()}</b><span class="s dim num">{order.address.phone.masked()}</span></span>
                    <span class="s dim">{order.address.one_line()}</span>
                </span>
            </div>
        </section>
        <section class="card">
            <header>
                <h2 class="row">{icon_of("i m", "store")}{order.shop_name.clone()}</h2>
                <a class="link" href=showcase>{buy.enter_showcase}{icon_of("i s", "right")}</a>
            </header>
            <div class="lines">{lines.collect_view()}</div>
        </section>
    }
}

/// Sum, facts and help.
pub fn aside(order: &OrderView, payment: Option<&PaymentView>, buy: &'static Buy) -> impl IntoView + use<> {
    let freight = if order.freight.minor == 0 { buy.free.to_owned() } else { order.freight.to_string() };
    let discounts = order.discounts.iter().map(|discount| {
        view! { <div><dt>{discount.name.clone()}</dt><dd class="hot">"−"{discount.amount.to_string()}</dd></div> }
    });
    let total = if order.paid_at.is_some() { buy.paid_total } else { buy.owed_total };
    let open = order.state == OrderState::PendingPayment || order.paid_at.is_some();
    let helps = [buy.help_broken, buy.help_return, buy.help_late];
    let icons = ["help", "back", "truck"];
    let helps = helps.into_iter().zip(icons).map(|((title, help), name)| view! {
        <details><summary>{icon_of("i m", name)}{title}{icon_of("i m chev end", "down")}</summary><p class="s dim">{help}</p></details>
    });
    view! {
        <section class="card">
            <header><h2>{buy.sum}</h2></header>
            <dl class="sum">
                <div><dt>{buy.goods}</dt><dd>{order.goods.to_string()}</dd></div>
                <div><dt>{buy.freight}</dt><dd>{freight}</dd></div>
                {discounts.collect_view()}
                <div class="total"><dt>{if open { total } else { buy.total }}</dt><dd>{full_price(order.total)}</dd></div>
            </dl>
        </section>
        <section class="card">
            <header><h2>{buy.facts}</h2></header>
            {facts(order, payment, buy)}
        </section>
        <section class="card">
            <header><h2>{buy.help}</h2></header>
            <div class="rows note-below helps">{helps.collect_view()}</div>
        </section>
    }
}

fn facts(order: &OrderView, payment: Option<&PaymentView>, buy: &'static Buy) -> impl IntoView + use<> {
    let when = shop().ok().map(|shop| When::new(shop.clock().now(), caller().locale));
    let moment = |at: &str| when.map(|when| when.moment(at)).unwrap_or_default();
    let paid = order.paid_at.as_deref().map(|at| {
        let method = payment.map(|payment| (buy.method)(payment.method));
        view! { <dt>{buy.paid}</dt><dd>{method}" "{moment(at)}</dd> }
    });
    let from = order.lines.first().map(|line| (buy.scene)(line.source.scene));
    let note = (!order.note.is_empty()).then(|| view! { <dt>{buy.note}</dt><dd>{order.note.clone()}</dd> });
    let number = order.number.clone();
    view! {
        <dl class="info-list">
            <dt>{buy.number}</dt>
            <dd>{number.clone()}<button class="copy" type="button" data-copy=number aria-label=buy.copy_number>{icon_of("i m", "copy")}</button></dd>
            <dt>{buy.placed}</dt>
            <dd>{moment(&order.placed_at)}</dd>
            {paid}
            <dt>{buy.from}</dt>
            <dd>{from}</dd>
            {note}
        </dl>
    }
}
