use leptos::prelude::*;
use leptos_meta::{Meta, Title};
use shared::dto::{CreatorCard, Page, SearchResult};

use super::{
    load::{page, query},
    product::links,
    showcase::encode,
};
use crate::{
    context::{caller, shop},
    i18n::{Texts, compact},
    ui::{Bar, Dock, Foot, Loading, Scene, Tab, clips, goods, icon_of, picture, verified},
};

/// `/search`: what the words find; without words, whom to discover.
#[component]
pub fn SearchPage() -> impl IntoView {
    let caller = caller();
    let q: Option<String> =
        query::<String>("q").map(|q| q.trim().chars().take(80).collect()).filter(|q: &String| !q.is_empty());
    let cursor = query::<String>("cursor");
    let words = q.clone();
    page(
        move |shop| async move {
            let found = match words {
                Some(q) => Some(shop.search().search(caller.actor, &q, cursor, caller.locale).await?),
                None => None,
            };
            let nothing = found.as_ref().is_none_or(|found| found.products.is_empty());
            let creators = if nothing {
                shop.showcase().creators(caller.actor, caller.locale).await?
            } else {
                Page { items: Vec::new(), next: None }
            };
            Ok((found, creators.items))
        },
        |(found, creators): (Option<SearchResult>, Vec<CreatorCard>)| view! { <Shown q found creators /> },
    )
}

#[component]
fn Shown(q: Option<String>, found: Option<SearchResult>, creators: Vec<CreatorCard>) -> impl IntoView {
    let texts = caller().texts();
    let title = q.as_ref().map_or_else(|| texts.browse.search_start.to_owned(), |q| (texts.browse.results)(q));
    let base = shop().map(|shop| shop.config().base_url.clone()).unwrap_or_default();
    // Results are for people; the index holds what they lead to.
    let robots = q.is_some().then(|| view! { <Meta name="robots" content="noindex, follow" /> });
    let result = found.map(|found| results(found, q.clone().unwrap_or_default(), texts));
    let discover = (!creators.is_empty()).then(|| people(creators, texts.browse.discover_help, texts));
    view! {
        <Title text=format!("{title} · {}", texts.common.shop) />
        <Meta name="description" content=texts.common.tagline />
        {robots}
        {links(&format!("{base}/search"))}
        <Bar title=texts.browse.search_title />
        <main class="wrap finding" id="main" tabindex="-1">
            <h1>{title}</h1>
            <form class="seek big" role="search" action="/search">
                {icon_of("i m", "search")}
                <input class="field" type="search" name="q" maxlength="80" value=q aria-label=texts.common.search placeholder=texts.common.search_hint />
            </form>
            {result}
            {discover}
        </main>
        <Foot />
        <Dock tab=Tab::Discover />
    }
    .into_any()
}

fn results(found: SearchResult, q: String, texts: &'static Texts) -> impl IntoView {
    let browse = texts.browse;
    let nothing = found.products.is_empty() && found.creators.is_empty() && found.videos.is_empty();
    let nothing = nothing.then(|| view! { <div class="blank"><p class="strong">{browse.nothing_found}</p><p class="s dim">{browse.nothing_found_help}</p></div> });
    let more = found.next.map(|cursor| {
        let href = format!("/search?q={}&cursor={}", encode(&q), encode(&cursor));
        view! { <a class="btn" href=href rel="nofollow" data-more>{browse.go_on}</a> }
    });
    let creators = (!found.creators.is_empty()).then(|| people(found.creators, "", texts));
    let films = (!found.videos.is_empty()).then(|| {
        view! {
            <section class="goods films"><h2>{browse.clips}</h2>{clips(found.videos)}</section>
        }
    });
    let products = (!found.products.is_empty()).then(|| {
        view! {
            <div id="grid">
                <section class="goods"><h2>{browse.products}</h2>{goods(found.products, Scene::Search)}</section>
                <div class="foot">{more}</div>
            </div>
        }
    });
    view! { {nothing}{creators}{films}{products} }.into_any()
}

fn people(creators: Vec<CreatorCard>, help: &'static str, texts: &'static Texts) -> impl IntoView {
    let locale = caller().locale;
    let rows = creators.into_iter().map(|creator| {
        let followers = format!("{} {}", compact(creator.followers, locale), texts.browse.followers);
        view! {
            <li class="person">
                <div class="pic face l">{picture(&creator.avatar, Some(String::new()), "64px", Loading::Eager)}</div>
                <div class="stack grow">
                    <h3 class="row strong"><a class="one" href=format!("/c/{}", creator.handle)>{creator.name.clone()}</a>{creator.verified.then(|| verified(texts.common.verified))}</h3>
                    <span class="xs dim num">{followers}</span>
                </div>
                <a class="btn soft" href=format!("/c/{}/showcase", creator.handle)>{texts.browse.enter_showcase}</a>
            </li>
        }
    });
    view! {
        <section class="people">
            <h2>{texts.browse.creators}</h2>
            <p class="s dim">{help}</p>
            <ul>{rows.collect_view()}</ul>
        </section>
    }
}
