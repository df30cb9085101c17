use leptos::prelude::*;
use shared::dto::{Cart, CartShop};

use super::cart_line::cart_line;
use crate::{
    api::answer::kept,
    context::caller,
    i18n::buy::Buy,
    islands::CartAlive,
    pages::load::page,
    ui::{Frame, Tab, full_price, icon_of},
    views::field::banner,
};

/// `/cart`
#[component]
pub fn CartPage() -> impl IntoView {
    let caller = caller();
    let problem = kept().and_then(|kept| kept.problem);
    page(
        async move |shop| shop.cart().get(caller.actor, caller.locale).await,
        move |cart| {
            let buy = caller.texts().buy;
            let body = if cart.shops.is_empty() { empty(buy).into_any() } else { filled(cart, buy).into_any() };
            view! {
                <Frame title=buy.cart tab=Tab::Bag class="wrap narrow cart">
                    <h1 class="page-title">{buy.cart}</h1>
                    {banner(problem.as_ref())}
                    {body}
                </Frame>
            }
        },
    )
}

fn empty(buy: &'static Buy) -> impl IntoView {
    view! {
        <section class="blank">
            {icon_of("i l", "bag")}
            <h2>{buy.cart_empty}</h2>
            <p class="dim">{buy.cart_empty_help}</p>
            <a class="btn buy" href="/search">{buy.go_browse}</a>
        </section>
    }
}

fn filled(cart: Cart, buy: &'static Buy) -> impl IntoView {
    let taken = |shop: &CartShop| -> i32 {
        shop.lines.iter().filter(|line| line.selected && line.invalid.is_none()).map(|line| line.quantity.get()).sum()
    };
    let pieces: i32 = cart.shops.iter().map(taken).sum();
    let shops = cart.shops.into_iter().map(|shop| {
        let href = format!("/c/{}/showcase", shop.handle);
        let (invalid, valid): (Vec<_>, Vec<_>) = shop.lines.into_iter().partition(|line| line.invalid.is_some());
        let apart = (!invalid.is_empty()).then(|| view! {
            <h3 class="xs dim apart">{buy.invalid_help}</h3>
            <div class="lines">{invalid.iter().map(|line| cart_line(line, buy)).collect_view()}</div>
        });
        view! {
            <section class="card">
                <header>
                    <h2><a class="row tap" href=href>{icon_of("i m", "store")}{shop.shop_name}{icon_of("i s", "right")}</a></h2>
                </header>
                <div class="lines">{valid.iter().map(|line| cart_line(line, buy)).collect_view()}</div>
                {apart}
            </section>
        }
    });
    let next = if pieces > 0 {
        view! { <a class="btn buy big" href="/checkout?cart=1">{(buy.check_out)(pieces)}</a> }.into_any()
    } else {
        view! { <span class="btn big plain" aria-disabled="true">{buy.nothing_selected}</span> }.into_any()
    };
    view! {
        {shops.collect_view()}
        <div class="cart-end">
            <div class="stack">
                <span class="row base">{buy.total}" "<span class="amount">{full_price(cart.total)}</span></span>
                <span class="xs dim">{buy.without_freight}</span>
            </div>
            {next}
        </div>
        <CartAlive />
    }
}
