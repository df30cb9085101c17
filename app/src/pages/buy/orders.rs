use leptos::prelude::*;
use shared::dto::{OrderCounts, OrderQuery, OrderTab, OrderView};

use crate::{
    context::caller,
    i18n::buy::Buy,
    pages::load::{page, query},
    present::track,
    ui::{Frame, Loading, Tab, full_price, icon_of, picture},
    views::{checkout::options, track::action},
};

const TABS: [(OrderTab, &str); 6] = [
    (OrderTab::All, ""),
    (OrderTab::ToPay, "to_pay"),
    (OrderTab::ToShip, "to_ship"),
    (OrderTab::ToReceive, "to_receive"),
    (OrderTab::Done, "done"),
    (OrderTab::Closed, "closed"),
];

/// Lines of an order that its row shows.
const SHOWN: usize = 2;

/// `/orders?tab=&q=&cursor=`
#[component]
pub fn OrdersPage() -> impl IntoView {
    let caller = caller();
    let name: String = query("tab").unwrap_or_default();
    let tab = TABS.iter().find(|(_, known)| *known == name).map(|(tab, _)| *tab).unwrap_or_default();
    let q: Option<String> = query("q");
    let asked = OrderQuery { tab, q: q.clone(), cursor: query("cursor"), limit: 0 };
    page(
        async move |shop| {
            let list = shop.order().list(caller.actor, asked, caller.locale).await?;
            let counts = shop.order().counts(caller.actor).await?;
            Ok((list, counts))
        },
        move |(list, counts)| {
            let buy = caller.texts().buy;
            let searched = q.clone().unwrap_or_default();
            let rows = list.items.iter().map(|order| view! { <li>{row(order, buy)}</li> }).collect_view();
            let body = if list.items.is_empty() {
                empty(buy).into_any()
            } else {
                view! { <ul class="orders">{rows}</ul> }.into_any()
            };
            let tab_name = TABS.iter().find(|(known, _)| *known == tab).map_or("", |(_, name)| *name);
            let older = list.next.map(|cursor| {
                let href = format!("/orders?tab={tab_name}&q={}&cursor={}", escape(&searched), escape(&cursor));
                view! { <a class="btn older" href=href rel="next">{buy.older}</a> }
            });
            view! {
                <Frame title=buy.orders tab=Tab::Me class="wrap narrow orders-page" back="/me">
                    <h1 class="page-title">{buy.orders}</h1>
                    {tabs(tab, counts, buy)}
                    <form class="seek" role="search" action="/orders">
                        {icon_of("i m", "search")}
                        <input type="hidden" name="tab" value=tab_name />
                        <input class="field" type="search" name="q" maxlength="80" value=searched.clone() aria-label=buy.search_orders placeholder=buy.search_orders />
                    </form>
                    {body}
                    {older}
                </Frame>
            }
        },
    )
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            out.push(byte.into());
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

fn tabs(here: OrderTab, counts: OrderCounts, buy: &'static Buy) -> impl IntoView {
    let count = |tab| match tab {
        OrderTab::ToPay => counts.to_pay,
        OrderTab::ToShip => counts.to_ship,
        OrderTab::ToReceive => counts.to_receive,
        OrderTab::All | OrderTab::Done | OrderTab::Closed => 0,
    };
    let all = TABS.into_iter().map(|(tab, name)| {
        let number = count(tab);
        let number = (number > 0).then(|| view! { <span class="num">{number}</span> });
        let href = if name.is_empty() { "/orders".to_owned() } else { format!("/orders?tab={name}") };
        view! { <a href=href aria-current=(tab == here).then_some("page")><span>{(buy.tab)(tab)}{number}</span></a> }
    });
    view! { <nav class="kinds still" aria-label=buy.order_tabs><div class="tabs">{all.collect_view()}</div></nav> }
}

fn empty(buy: &'static Buy) -> impl IntoView {
    view! {
        <section class="blank">
            {icon_of("i l", "box")}
            <h2>{buy.no_orders}</h2>
            <p class="dim">{buy.no_orders_help}</p>
            <div class="row wraps mid-row"><a class="btn buy" href="/search">{buy.go_browse}</a><a class="btn" href="/orders/lookup">{buy.lookup}</a></div>
        </section>
    }
}

fn row(order: &OrderView, buy: &'static Buy) -> impl IntoView + use<> {
    let href = format!("/orders/{}", order.id);
    let tracked = track::of(order, true).ok();
    let title = tracked.as_ref().map(|track| track.title.clone()).unwrap_or_default();
    let next = tracked.and_then(|track| track.actions.into_iter().rfind(|action| action.sure.is_none()));
    let pieces = order.lines.iter().map(|line| line.quantity.get()).sum();
    let more = order.lines.len().saturating_sub(SHOWN);
    let lines = order.lines.iter().take(SHOWN).map(|line| {
        view! {
            <div class="line">
                <div class="pic s">{picture(&line.image, Some(String::new()), "72px", Loading::Lazy)}</div>
                <div class="stack"><p class="name two">{line.title.clone()}</p><span class="xs dim">{options(&line.attributes)}</span></div>
                <div class="qty">{full_price(line.price)}<span class="s dim num">"×"{line.quantity.get()}</span></div>
            </div>
        }
    });
    view! {
        <article class="card order-row">
            <header>
                <span class="row s">{icon_of("i m", "store")}<b>{order.shop_name.clone()}</b></span>
                <h2><a href=href>{title}</a></h2>
            </header>
            <div class="lines">{lines.collect_view()}</div>
            {(more > 0).then(|| view! { <p class="xs dim">{(buy.and_more)(more)}</p> })}
            <footer class="row wraps">
                <span class="s dim">{(buy.pieces)(pieces)}" · "{full_price(order.total)}</span>
                <div class="end over-link">{next.as_ref().map(action)}</div>
            </footer>
        </article>
    }
}
