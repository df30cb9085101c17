//! `/` and `/v/{video}`: vertical clips, one per screen.

mod clip;
mod side;
mod stage;
mod still;

use leptos::prelude::*;
use leptos_meta::{Meta, Title};
use shared::{
    VideoId,
    dto::{Page, VideoView},
};

use super::{
    load::{page, query, required},
    product::links,
};
use crate::{
    context::{caller, shop},
    ui::{Dock, Tab},
};

pub use still::still;

/// `/`
#[component]
pub fn FeedPage() -> impl IntoView {
    let caller = caller();
    let cursor = query("cursor");
    page(
        move |shop| async move { shop.video().feed(caller.actor, None, cursor, caller.locale).await },
        |clips: Page<VideoView>| shown(clips, false, false),
    )
}

/// `/v/{video}`
#[component]
pub fn VideoPage() -> impl IntoView {
    let caller = caller();
    let id = required::<VideoId>("video");
    page(
        move |shop| async move { shop.video().feed(caller.actor, Some(id?), None, caller.locale).await },
        |clips: Page<VideoView>| shown(clips, true, false),
    )
}

/// Clips like those of `/v/…` whose first cards are there before they play.
pub fn led(clips: Page<VideoView>) -> impl IntoView {
    shown(clips, true, true)
}

fn shown(clips: Page<VideoView>, start: bool, led: bool) -> impl IntoView {
    let texts = caller().texts();
    let first = clips.items.first();
    let caption = first.filter(|_| start).map(|clip| format!("{}：{}", clip.creator.name, clip.caption));
    let title = caption.clone().unwrap_or_else(|| texts.browse.feed.to_owned());
    let head = head(first.filter(|_| start), &title);
    let side = first.map(side::side);
    let ambient = first.map(|clip| view! { <img class="ambient" src=clip.clip.poster.url(160) width="160" height="284" alt="" aria-hidden="true" /> });
    view! {
        {head}
        <div class="app">
            <Dock tab=Tab::Home class="nav" />
            <main class="stage immersive" id="main" tabindex="-1">
                <h1 class="sr">{title}</h1>
                {ambient}
                {stage::clips(clips, led)}
                <p class="sr">{texts.browse.keys}</p>
            </main>
            <aside class="panel" aria-label=texts.browse.in_clip data-panel>{side}</aside>
        </div>
        {stage::sheet()}
    }
    .into_any()
}

fn head(clip: Option<&VideoView>, title: &str) -> impl IntoView + use<> {
    let base = shop().map(|shop| shop.config().base_url.clone()).unwrap_or_default();
    let common = caller().texts().common;
    let url = clip.map_or_else(|| format!("{base}/"), |clip| format!("{base}/v/{}", clip.id));
    let image = clip.map(|clip| {
        view! {
            <Meta property="og:type" content="video.other" />
            <Meta property="og:image" content=format!("{base}{}", clip.clip.poster.url(720)) />
            <Meta property="og:video" content=format!("{base}{}", clip.clip.url) />
        }
    });
    view! {
        <Title text=format!("{title} · {}", common.shop) />
        <Meta name="description" content=common.tagline />
        <Meta property="og:title" content=title.to_owned() />
        <Meta property="og:url" content=url.clone() />
        {image}
        {links(&url)}
    }
}
