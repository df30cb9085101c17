use leptos::prelude::*;
use shared::{ProductState, dto::ProductDetail};

use crate::{
    context::caller,
    i18n::{compact, grouped},
    ui::{Loading, cents, icon_of, parts, picture, verified},
};

/// Price, name and what it is in one line.
pub fn offer(product: &ProductDetail) -> impl IntoView + use<> {
    let caller = caller();
    let texts = caller.texts().browse;
    let card = &product.card;
    let first = product.skus.iter().find(|sku| sku.stock > 0).or(product.skus.first());
    let price = first.map_or(card.price, |sku| sku.price);
    let (sign, whole, rest) = parts(price);
    let rest = if price.minor % 100 == 0 { String::new() } else { rest };
    let was = first.map_or(card.market_price, |sku| sku.market_price).map(cents);
    let sold = (card.sold > 0).then(|| (texts.sold)(&compact(card.sold, caller.locale)));
    let subtitle = (!card.subtitle.is_empty()).then(|| view! { <p class="s dim">{card.subtitle.clone()}</p> });
    view! {
        <section class="sec offer">
            <div class="now">
                <span class="money"><small>{sign}</small><span data-price>{whole}</span><small data-cents>{rest}</small></span>
                <s class="was" data-was>{was}</s>
                <span class="xs dim end num">{sold}</span>
            </div>
            <h1>{card.title.clone()}</h1>
            {subtitle}
        </section>
    }
}

/// Why it cannot be bought, and what is next.
pub fn state(product: &ProductDetail) -> impl IntoView + use<> {
    let texts = caller().texts();
    let (title, help) = match product.card.state {
        ProductState::OnSale if product.card.stock > 0 => return None,
        ProductState::OnSale => (texts.common.sold_out, texts.browse.sold_out_help),
        ProductState::Banned => (texts.browse.banned_title, texts.browse.banned_help),
        _ => (texts.browse.off_sale_title, texts.browse.off_sale_help),
    };
    let showcase = format!("/c/{}/showcase", product.shop.handle);
    Some(view! {
        <section class="sec off" data-testid="off-sale">
            <h2>{icon_of("i m", "alert")}{title}</h2>
            <p class="s dim">{help}</p>
            <a class="btn soft" href=showcase>{texts.browse.see_alike}</a>
        </section>
    })
}

/// When it comes, what that costs, what the shop promises.
pub fn promises(product: &ProductDetail) -> impl IntoView + use<> {
    let texts = caller().texts().browse;
    let fee = if product.freight_from.minor == 0 {
        view! { <b class="good">{texts.freight_free}</b> }.into_any()
    } else {
        view! { <b class="num">{cents(product.freight_from)}</b>" "<span class="dim">{texts.freight_note}</span> }
            .into_any()
    };
    let free = product
        .freight_free_from
        .filter(|_| product.freight_from.minor > 0)
        .map(|sum| view! { <span class="dim">{(texts.freight_free_from)(&cents(sum))}</span> });
    let vows = product.protections.iter().map(|vow| view! {
        <li>{icon_of("i m", "shield")}<div class="stack"><span>{(texts.protection)(*vow)}</span><span class="xs dim">{(texts.protection_help)(*vow)}</span></div></li>
    });
    let vows = vows.collect_view();
    view! {
        <section class="sec">
            <ul class="facts">
                <li>{icon_of("i m", "clock")}<div class="stack"><span class="strong">{(texts.ships_within)(product.ship_within_hours)}</span><span class="dim">{texts.ships_promise}</span></div></li>
                <li>{icon_of("i m", "truck")}<div class="stack"><span>{texts.freight}" "{fee}</span>{free}</div></li>
            </ul>
        </section>
        {(!product.protections.is_empty()).then(|| view! {
            <section class="sec"><header><h2>{texts.promises}</h2></header><ul class="vows">{vows}</ul></section>
        })}
    }
}

/// Who sells it.
pub fn shop(product: &ProductDetail) -> impl IntoView + use<> {
    let caller = caller();
    let texts = caller.texts();
    let (shop, browse) = (&product.shop, texts.browse);
    let score = format!("{}.{}", shop.score_pct / 100, shop.score_pct % 100 / 10);
    view! {
        <section class="sec shopcard">
            <div class="head">
                <div class="pic face l sq">{picture(&shop.logo, Some(String::new()), "64px", Loading::Lazy)}</div>
                <div class="stack grow">
                    <h2 class="row strong"><span class="one">{shop.name.clone()}</span>{verified(texts.common.verified)}</h2>
                    <span class="xs dim">{(browse.shop_products)(&grouped(shop.products))}</span>
                </div>
                <a class="btn plain" href=format!("/c/{}/showcase", shop.handle)>{browse.enter_showcase}</a>
            </div>
            <dl>
                <div><dt>{browse.score}</dt><dd>{score}</dd></div>
                <div><dt>{browse.on_sale}</dt><dd>{grouped(shop.products)}</dd></div>
                <div><dt>{browse.pieces_sold}</dt><dd>{compact(shop.sold, caller.locale)}</dd></div>
            </dl>
        </section>
    }
}
