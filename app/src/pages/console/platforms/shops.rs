use leptos::prelude::*;
use shared::{
    OpeningMode,
    dto::{ModeShop, PlatformDesk},
};

use crate::{context::caller, ui::icon_of};

/// The shops of one way of opening, with what they are linked to; the other ways beside it.
pub fn shops(desk: &PlatformDesk, mode: OpeningMode) -> impl IntoView + use<> {
    let studio = caller().texts().studio;
    let texts = &studio.linked;
    let tabs = desk.counts.iter().map(|(one, count)| {
        let here = (*one == mode).then_some("page");
        let href = format!("/console/platforms?mode={}#shops", one.as_str());
        view! { <a href=href aria-current=here>{(studio.words.mode)(*one)}<span class="num">{*count}</span></a> }
    });
    let tabs = tabs.collect_view();
    let body = if desk.shops.is_empty() {
        view! { <p class="card dim">{texts.no_shops}</p> }.into_any()
    } else {
        let rows = desk.shops.iter().map(row).collect_view();
        view! {
            <div class="card"><table class="plain-table money-table">
                <thead><tr><th>{texts.shop}</th><th>{texts.platform}</th><th>{texts.linked_to}</th><th>{texts.number}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table></div>
        }
        .into_any()
    };
    view! {
        <section class="stack wide-stack full" aria-labelledby="shops">
            <h2 id="shops">{texts.shops}</h2>
            <nav class="heaps" aria-label=texts.shops>{tabs}</nav>
            {body}
        </section>
    }
}

fn row(shop: &ModeShop) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.linked;
    let name = match shop.handle.as_str() {
        "" => view! { <b>{shop.name.clone()}</b> }.into_any(),
        handle => view! { <a class="u" href=format!("/c/{handle}")>{shop.name.clone()}</a> }.into_any(),
    };
    let link = shop.link.clone();
    let platform = link.as_ref().map(|link| link.platform.clone());
    let number = link.as_ref().map(|link| link.number.clone());
    let there = link.map(|link| match link.address.as_str() {
        "" => view! { <span>{link.name}</span> }.into_any(),
        address => {
            let address = address.to_owned();
            view! { <a class="u" href=address target="_blank" rel="noopener noreferrer nofollow">{link.name}{icon_of("i s", "link")}<span class="sr">{texts.new_tab}</span></a> }.into_any()
        }
    });
    view! { <tr><th scope="row">{name}</th><td data-name=texts.platform>{platform}</td><td data-name=texts.linked_to>{there}</td><td data-name=texts.number>{number}</td></tr> }
}
