use leptos::prelude::*;
use leptos_meta::{Html, Stylesheet, Title};
use shared::{
    Scene, WindowLook,
    dto::{CreatorHome, ProductCard},
};

use super::bag::{Bag, explaining, sheet};
use crate::{
    context::caller,
    i18n::{compact, grouped},
    ui::{Loading, cents, face, icon, icon_of, picture, price, product_href, stock_words, verified},
};

/// A room as its viewers see it: the host's picture, what is being explained, the bag.
pub fn room(home: CreatorHome, bag: &Bag) -> impl IntoView + use<> {
    let texts = caller().texts();
    let title = (texts.live.room_of)(&home.creator.name);
    let look = (home.look != WindowLook::default()).then(|| home.look.as_str());
    view! {
        <Title text=format!("{title} · {}", texts.common.shop) />
        <Stylesheet id="live-style" href="/live.css" />
        {look.map(|look| view! { <Html attr:data-look=look /> })}
        <div class="app room">
            <main class="stage" id="main" tabindex="-1">
                <h1 class="sr">{title}</h1>
                <div class="immersive">
                    <img class="ambient" src=home.cover.url(160) width="160" height="284" alt="" aria-hidden="true" />
                    <div class="live-picture">{picture(&home.cover, Some(home.cover.alt.clone()), "(width >= 64rem) 60vw, 100vw", Loading::First)}</div>
                    {host(&home)}
                    <div class="live-foot">{bag.explained().map(card)}{button(bag.total)}</div>
                </div>
                {sheet(&home, bag)}
            </main>
        </div>
    }
}

fn host(home: &CreatorHome) -> impl IntoView + use<> {
    let (texts, creator) = (caller().texts(), &home.creator);
    let followers = (texts.live.followers)(&compact(creator.followers, caller().locale));
    view! {
        <div class="live-host">
            <a class="row" href=format!("/c/{}", creator.handle)>
                {face(&creator.avatar, "face s")}
                <span class="stack"><b class="row s"><span class="one">{creator.name.clone()}</span>{creator.verified.then(|| verified(texts.common.verified))}</b><small class="xs">{followers}</small></span>
            </a>
            <form method="post" action="/fn/creator/follow" data-toggle>
                <input type="hidden" name="handle" value=creator.handle.clone() />
                <input type="hidden" name="on" value=if home.following { "0" } else { "1" } />
                <button class="follow" aria-pressed=home.following.to_string() aria-label=format!("{} {}", texts.browse.follow, creator.name)>
                    <span class="off">{texts.browse.follow}</span><span class="on">{texts.browse.following}</span>
                </button>
            </form>
        </div>
    }
}

/// The card of what is being explained, as on a clip.
fn card(product: &ProductCard) -> impl IntoView + use<> {
    let texts = caller().texts();
    let was = product.market_price.map(|was| view! { <s class="was xs">{cents(was)}</s> });
    let label = (texts.live.card)(&product.title, &cents(product.price));
    view! {
        <a class="pcard" href=product_href(product, Scene::Live) aria-label=label data-sheet>
            <span class="pic">{picture(&product.image, Some(String::new()), "60px", Loading::Eager)}</span>
            <span class="stack">
                <span class="row">{explaining()}<span class="xs dim one">{stock_words(product)}</span></span>
                <span class="name one">{product.title.clone()}</span>
                <span class="row base">{price(product.price)}{was}</span>
            </span>
            <span class="go">{icon_of("i m", "right")}</span>
        </a>
    }
}

fn button(total: i64) -> impl IntoView {
    let t = caller().texts().live;
    let count = (total > 0).then(|| view! { <span class="badge">{grouped(total)}</span> });
    view! { <a class="to-bag" href="#bag" aria-label=(t.open_bag)(&grouped(total))>{icon("bag")}{count}</a> }
}
