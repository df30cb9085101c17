use leptos::prelude::*;
use shared::dto::{Group, ProductCard, ShowcaseQuery, Sort};

use super::share::encode;
use crate::{
    context::caller,
    i18n::{browse::Browse, grouped},
    pages::preview::Preview,
    ui::{Scene, goods, icon_of},
};

/// Groups, order, filter and the products; every choice is a link.
pub fn list(
    handle: &str,
    groups: Vec<Group>,
    items: Vec<ProductCard>,
    next: Option<String>,
    total: i64,
    wanted: &ShowcaseQuery,
    preview: Option<Preview>,
) -> impl IntoView + use<> {
    let texts = caller().texts().browse;
    // Of a draft, every choice is one of the draft.
    let preview = preview.map(|preview| preview.pairs()).unwrap_or_default();
    let base = preview.iter().fold(format!("/c/{handle}/showcase"), |url, (name, value)| {
        format!("{url}{}{name}={}", if url.contains('?') { '&' } else { '?' }, encode(value))
    });
    let empty = items.is_empty().then(|| view! {
        <div class="blank"><p>{if filtered(wanted) { texts.nothing_found } else { texts.empty_showcase }}</p><a class="btn" href=base.clone()>{texts.clear}</a></div>
    });
    let products = goods(items, Scene::Showcase);
    let more = next.map(|cursor| {
        let href = format!("{}cursor={}", with(&base, wanted, true), encode(&cursor));
        view! { <a class="btn" href=href rel="nofollow" data-more>{texts.go_on}</a> }
    });
    view! {
        <div id="grid">
            {tabs(&base, groups, wanted, texts)}
            {sorts(&base, wanted, preview, texts)}
            <section class="goods" aria-labelledby="all">
                <h2 class="sr" id="all">{texts.all_products}" "{grouped(total)}</h2>
                {empty}
                {products}
            </section>
            <div class="foot"><p>{texts.products}" "<span class="num">{grouped(total)}</span></p>{more}</div>
        </div>
    }
}

fn filtered(wanted: &ShowcaseQuery) -> bool {
    wanted.q.is_some() || wanted.min.is_some() || wanted.max.is_some() || wanted.group.is_some()
}

/// The address of the list with everything that is chosen, ready for one more pair.
fn with(base: &str, wanted: &ShowcaseQuery, group: bool) -> String {
    let mut url = format!("{base}{}", if base.contains('?') { '&' } else { '?' });
    if let Some(id) = wanted.group.filter(|_| group) {
        url += &format!("group={id}&");
    }
    if let Some(q) = &wanted.q {
        url += &format!("q={}&", encode(q));
    }
    if wanted.sort != Sort::Arranged {
        url += &format!("sort={}&", name(wanted.sort));
    }
    for (key, minor) in [("min", wanted.min), ("max", wanted.max)] {
        if let Some(minor) = minor {
            url += &format!("{key}={}&", minor / 100);
        }
    }
    url
}

const fn name(sort: Sort) -> &'static str {
    match sort {
        Sort::Arranged => "arranged",
        Sort::Sold => "sold",
        Sort::Newest => "newest",
        Sort::PriceUp => "price_up",
        Sort::PriceDown => "price_down",
    }
}

fn tabs(base: &str, groups: Vec<Group>, wanted: &ShowcaseQuery, texts: &'static Browse) -> impl IntoView + use<> {
    let here = |on: bool| on.then_some("page");
    let all = with(base, wanted, false);
    let chosen = wanted.group;
    let shown = groups.into_iter().map(|group| {
        let href = format!("{all}group={}", group.id);
        view! { <a href=href aria-current=here(chosen == Some(group.id))><span>{group.name}" "<span class="num">{group.products}</span></span></a> }
    });
    let shown = shown.collect_view();
    view! {
        <div class="kinds">
            <nav class="tabs" aria-label=texts.groups>
                <a href=all.trim_end_matches(['?', '&']).to_owned() aria-current=here(chosen.is_none())><span>{texts.all}</span></a>
                {shown}
            </nav>
        </div>
    }
}

fn sorts(
    base: &str,
    wanted: &ShowcaseQuery,
    preview: Vec<(&'static str, String)>,
    texts: &'static Browse,
) -> impl IntoView + use<> {
    let plain = ShowcaseQuery { sort: Sort::Arranged, ..wanted.clone() };
    let url = with(base, &plain, true);
    let now = wanted.sort;
    let link = |sort: Sort| {
        let href = if sort == Sort::Arranged {
            url.trim_end_matches(['?', '&']).to_owned()
        } else {
            format!("{url}sort={}", name(sort))
        };
        view! { <a href=href rel="nofollow" aria-current=(sort == now).then_some("true")>{(texts.sort)(sort)}</a> }
    };
    let links = [Sort::Arranged, Sort::Sold, Sort::Newest, Sort::PriceUp, Sort::PriceDown].map(link);
    let yuan = |minor: Option<i64>| minor.map(|minor| (minor / 100).to_string());
    let group = wanted.group.map(|id| view! { <input type="hidden" name="group" value=id.to_string() /> });
    view! {
        <div class="sorts" role="group" aria-label=texts.sorting>{links}</div>
        <form class="filter" action=base.to_owned() id="find" role="search">
            {preview.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).collect_view()}
            {group}
            <input type="hidden" name="sort" value=name(now) />
            <label class="seek">{icon_of("i m", "search")}<input class="field" type="search" name="q" maxlength="80" aria-label=texts.search_here placeholder=texts.search_here value=wanted.q.clone() /></label>
            <span class="between">
                <input class="field num" type="number" inputmode="numeric" name="min" min="0" aria-label=texts.lowest placeholder=texts.lowest value=yuan(wanted.min) />
                <span aria-hidden="true">"–"</span>
                <input class="field num" type="number" inputmode="numeric" name="max" min="0" aria-label=texts.highest placeholder=texts.highest value=yuan(wanted.max) />
            </span>
            <button class="btn plain">{texts.apply}</button>
        </form>
    }
}
