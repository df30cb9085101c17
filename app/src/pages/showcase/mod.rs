//! `/c/{handle}/showcase`: what a creator shows.

mod list;
mod maker;
mod pins;
mod share;

use commerce::{Error, showcase::PreviewView};
use leptos::prelude::*;
use leptos_meta::{Html, Meta, Title};
use shared::{
    Handle, WindowLook,
    dto::{Showcase, ShowcaseQuery, Sort},
};

use super::{
    load::{page, query, required},
    preview::{self, Preview},
    product::links,
};
use crate::{
    context::{caller, shop},
    ui::{Bar, Dock, Foot, Tab},
};

pub use maker::{cover, maker};
pub use share::{encode, share};

/// `/c/{handle}/showcase`; of a draft, which other pages will show, too.
#[component]
pub fn ShowcasePage() -> impl IntoView {
    let handle = required::<Handle>("handle");
    match Preview::wanted() {
        Some(preview) if preview.view == PreviewView::Clip => preview::clip(preview, handle).into_any(),
        Some(preview) if preview.view == PreviewView::Bag => preview::bag(preview, handle).into_any(),
        preview => showcase(handle, preview).into_any(),
    }
}

fn showcase(handle: Result<Handle, Error>, preview: Option<Preview>) -> impl IntoView {
    let caller = caller();
    let wanted = wanted();
    let asked = wanted.clone();
    let source = preview.clone();
    page(
        move |shop| async move {
            let (rooms, handle) = (shop.showcase(), handle?);
            match source {
                Some(Preview { token, state, .. }) => {
                    rooms.preview(caller.actor, &handle, &token, state, asked, caller.locale).await
                }
                None => rooms.showcase(caller.actor, &handle, asked, caller.locale).await,
            }
        },
        |showcase: Showcase| view! { <Shown showcase wanted preview /> },
    )
}

/// The list that the address asks for; prices are typed in yuan.
fn wanted() -> ShowcaseQuery {
    let sort = query::<String>("sort").and_then(|sort| serde_json::from_value::<Sort>(sort.into()).ok());
    let yuan = |name| query::<i64>(name).filter(|yuan| (0..100_000_000).contains(yuan)).map(|yuan| yuan * 100);
    ShowcaseQuery {
        group: query("group"),
        sort: sort.unwrap_or_default(),
        q: query::<String>("q").map(|q| q.chars().take(80).collect()),
        min: yuan("min"),
        max: yuan("max"),
        cursor: query("cursor"),
        limit: 0,
    }
}

#[component]
fn Shown(showcase: Showcase, wanted: ShowcaseQuery, preview: Option<Preview>) -> impl IntoView {
    let Showcase { home, pinned, groups, items, next, total } = showcase;
    let texts = caller().texts();
    let base = shop().map(|shop| shop.config().base_url.clone()).unwrap_or_default();
    let path = format!("/c/{}/showcase", home.creator.handle);
    let url = format!("{base}{path}");
    let title = (texts.browse.showcase_of)(&home.creator.name);
    let handle = home.creator.handle.clone();
    let bio = if home.bio.is_empty() { title.clone() } else { home.bio.clone() };
    let image = format!("{base}{}", home.cover.url(1200));
    let look = (home.look != WindowLook::default()).then(|| home.look.as_str());
    let draft = preview.is_some().then(|| preview::bar(texts.studio.window.preview_bar.to_owned()));
    let top = wanted.cursor.is_none().then(|| pins::pins(pinned));
    view! {
        <Title text=format!("{title} · {}", texts.common.shop) />
        <Meta name="description" content=bio.clone() />
        <Meta property="og:title" content=title.clone() />
        <Meta property="og:description" content=bio />
        <Meta property="og:image" content=image />
        <Meta property="og:url" content=url.clone() />
        {links(&url)}
        {draft}
        {look.map(|look| view! { <Html attr:data-look=look /> })}
        <Bar class="bar only-desk" />
        {cover(&home, &handle)}
        <main class="wrap" id="main" tabindex="-1">
            {maker(&home, title, false)}
            {top}
            {list::list(&handle, groups, items, next, total, &wanted, preview)}
        </main>
        <Foot />
        <Dock tab=Tab::Discover />
        {share(&base, &path)}
    }
    .into_any()
}
