//! What another shop is master of: shown, and changed there.

use commerce::{catalog::SkuDraft, linked::Place};
use leptos::prelude::*;

use super::Bench;
use crate::{
    context::caller,
    pages::studio::products::plain,
    ui::{Loading, icon_of, picture},
};

/// Where the goods are changed, and the product's place there.
pub fn place(place: &Place, master: &str) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.linked;
    let there = (!place.address.is_empty()).then(|| {
        view! { <a class="u" href=place.address.clone() target="_blank" rel="noopener noreferrer nofollow">{(texts.change_there)(master)}<span class="sr">{texts.new_tab}</span></a> }
    });
    view! {
        <div class="notice" id="master" role="note">
            <p>{(texts.goods_from)(master)}</p>
            <p class="row wraps s"><span>{texts.number}" "<b class="num">{place.number.clone()}</b></span>{there}</p>
        </div>
    }
}

/// The title, to be read.
pub fn title(bench: &Bench) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.products;
    let title = bench.view.draft.title.clone();
    let line = |label: &'static str, value: String| {
        (!value.is_empty()).then(|| view! { <div><dt class="xs dim">{label}</dt><dd>{value}</dd></div> })
    };
    view! { <dl class="fixed-facts">{line(texts.title_zh, title.zh)}{line(texts.title_en, title.en)}</dl> }
}

/// The pictures, to be looked at.
pub fn pictures(bench: &Bench) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.products;
    let all = bench.view.draft.content.pictures.iter().enumerate().map(|(at, id)| {
        let image = bench.view.pictures.get(id);
        let alt = image.map(|image| image.alt.clone()).filter(|alt| !alt.is_empty());
        let alt = alt.unwrap_or_else(|| (texts.picture)(at + 1));
        view! { <li><span class="pic">{image.map(|image| picture(image, Some(alt), "160px", Loading::Lazy))}</span></li> }
    });
    view! {
        <section class="card pad" id="pictures">
            <header class="row wraps"><h2>{texts.pictures}</h2>{lock()}</header>
            <ol class="pics">{all.collect_view()}</ol>
        </section>
    }
}

/// Options, prices and stock, to be read.
pub fn variants(bench: &Bench) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.products;
    let rows = bench.view.draft.skus.iter().map(|sku| row(bench, sku)).collect_view();
    view! {
        <section class="card pad" id="skus">
            <header class="row wraps"><h2>{texts.options}</h2>{lock()}</header>
            <table class="plain-table money-table">
                <caption class="sr">{texts.matrix}</caption>
                <thead><tr><th>{texts.matrix}</th><th>{texts.code}</th><th>{texts.price}</th><th>{texts.market_price}</th><th>{texts.stock}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

fn row(bench: &Bench, sku: &SkuDraft) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.products;
    let chosen = bench.view.draft.content.options.iter().zip(&sku.choice);
    let values = chosen.filter_map(|(option, at)| option.values.get(usize::try_from(*at).ok()?));
    let label = values.map(|value| value.get(caller().locale)).collect::<Vec<_>>().join(" · ");
    let label = if label.is_empty() { texts.only_one.to_owned() } else { label };
    let stock = bench.view.skus.get(&sku.code).map_or(sku.stock, |online| online.left);
    let market = sku.market_price.map(plain);
    view! { <tr><th scope="row">{label}</th><td data-name=texts.code>{sku.code.clone()}</td><td class="num" data-name=texts.price>{plain(sku.price)}</td><td class="num" data-name=texts.market_price>{market}</td><td class="num" data-name=texts.stock>{stock}</td></tr> }
}

/// The mark of what is changed elsewhere.
fn lock() -> impl IntoView {
    let texts = &caller().texts().studio.linked;
    view! { <a class="tag warn" href="#master">{icon_of("i s", "link")}{texts.read_only}</a> }
}
