use leptos::prelude::*;
use leptos_meta::{Meta, Title};
use shared::{
    Handle,
    dto::{CreatorHome, Page, VideoCard},
};

use super::{
    load::{page, query, required},
    product::links,
    showcase::{cover, encode, maker, share},
};
use crate::{
    context::{caller, shop},
    i18n::grouped,
    ui::{Bar, Dock, Foot, Tab, clips},
};

/// `/c/{handle}`
#[component]
pub fn CreatorPage() -> impl IntoView {
    let caller = caller();
    let handle = required::<Handle>("handle");
    let cursor = query::<String>("cursor");
    page(
        move |shop| async move {
            let handle = handle?;
            let home = shop.showcase().home(caller.actor, &handle, caller.locale).await?;
            Ok((home, shop.video().of_creator(caller.actor, &handle, cursor, caller.locale).await?))
        },
        |(home, videos): (CreatorHome, Page<VideoCard>)| view! { <Shown home videos /> },
    )
}

#[component]
fn Shown(home: CreatorHome, videos: Page<VideoCard>) -> impl IntoView {
    let texts = caller().texts();
    let base = shop().map(|shop| shop.config().base_url.clone()).unwrap_or_default();
    let handle = home.creator.handle.clone();
    let path = format!("/c/{handle}");
    let url = format!("{base}{path}");
    let name = home.creator.name.clone();
    let title = (texts.browse.home_of)(&name);
    let bio = if home.bio.is_empty() { title.clone() } else { home.bio.clone() };
    let image = format!("{base}{}", home.creator.avatar.url(400));
    let count = grouped(home.videos);
    let showcase = format!("/c/{handle}/showcase");
    let more = videos.next.map(|cursor| {
        let href = format!("/c/{handle}?cursor={}", encode(&cursor));
        view! { <a class="btn" href=href rel="nofollow" data-more>{texts.browse.go_on}</a> }
    });
    let none = videos.items.is_empty().then(|| view! { <p class="blank dim">{texts.browse.no_clips}</p> });
    view! {
        <Title text=format!("{title} · {}", texts.common.shop) />
        <Meta name="description" content=bio.clone() />
        <Meta property="og:type" content="profile" />
        <Meta property="og:title" content=title />
        <Meta property="og:description" content=bio />
        <Meta property="og:image" content=image />
        <Meta property="og:url" content=url.clone() />
        {links(&url)}
        <Bar class="bar only-desk" />
        {cover(&home, &handle)}
        <main class="wrap" id="main" tabindex="-1">
            {maker(&home, name, true)}
            <div id="grid">
                <nav class="kinds" aria-label=texts.browse.groups>
                    <div class="tabs">
                        <a href=format!("/c/{handle}") aria-current="page"><span>{(texts.browse.clips_tab)(&count)}</span></a>
                        <a href=showcase><span>{texts.browse.showcase}" "<span class="num">{home.products}</span></span></a>
                    </div>
                </nav>
                <section class="goods films" aria-labelledby="clips">
                    <h2 class="sr" id="clips">{texts.browse.clips}</h2>
                    {none}
                    {clips(videos.items)}
                </section>
                <div class="foot">{more}</div>
            </div>
        </main>
        <Foot />
        <Dock tab=Tab::Discover />
        {share(&base, &path)}
    }
    .into_any()
}
