use leptos::prelude::*;
use shared::dto::CreatorHome;

use crate::{
    context::{caller, shop},
    i18n::{compact, grouped},
    present::when::When,
    ui::{Loading, icon, icon_of, picture, verified},
};

/// The wide picture with the phone's buttons on it.
pub fn cover(home: &CreatorHome, handle: &str) -> impl IntoView + use<> {
    let texts = caller().texts();
    let search = format!("/c/{handle}/showcase#find");
    view! {
        <div class="cover">
            {picture(&home.cover, Some(String::new()), "(width >= 64rem) 1184px, 100vw", Loading::First)}
            <div class="bar">
                <a class="ib" href="/" data-back aria-label=texts.common.back>{icon("left")}</a>
                <span class="grow"></span>
                <a class="ib" href=search aria-label=texts.browse.search_here>{icon("search")}</a>
                <button class="ib" type="button" popovertarget="share" aria-label=texts.browse.share_title>{icon("share")}</button>
                <a class="ib" href="/cart" aria-label=texts.common.bag>{icon("bag")}<span class="badge" data-bag hidden></span></a>
            </div>
        </div>
    }
}

/// That the shop closes, and when.
fn closing(home: &CreatorHome) -> impl IntoView + use<> {
    let caller = caller();
    let at = home.closes_at.as_ref()?;
    let when = When::new(shop().ok()?.clock().now(), caller.locale);
    let sells = when.left(at).is_some_and(|left| left > 0);
    let said = (caller.texts().studio.closing.notice)(&when.day(at), sells);
    Some(view! { <p class="notice" role="status" data-testid="closing">{icon_of("i s", "clock")}{said}</p> })
}

/// Who it is.
pub fn maker(home: &CreatorHome, title: String, at_home: bool) -> impl IntoView + use<> {
    let caller = caller();
    let texts = caller.texts();
    let creator = &home.creator;
    let showcase = format!("/c/{}/showcase", creator.handle);
    let link = if at_home { None } else { Some(format!("/c/{}", creator.handle)) };
    let face = view! { <img class="face xl" src=creator.avatar.url(192) width="192" height="192" alt=creator.name.clone() decoding="async" /> };
    let face = match link {
        Some(href) => view! { <a class="facelink" href=href>{face}</a> }.into_any(),
        None => face.into_any(),
    };
    let enter = at_home.then(|| view! { <a class="btn buy big" href=showcase>{icon_of("i m", "window")}{(texts.browse.into_showcase)(&grouped(home.products))}</a> });
    view! {
        <section class="maker">
            <div class="id">
                {face}
                <div class="acts">
                    <button class="ib well only-desk" type="button" popovertarget="share" aria-label=texts.browse.share_title>{icon_of("i m", "share")}</button>
                    {follow(home, at_home)}
                </div>
                <div class="names"><h1>{title}{creator.verified.then(|| verified(texts.common.verified))}</h1></div>
            </div>
            {closing(home)}
            <p class="s">{home.bio.clone()}</p>
            <ul class="stats">
                <li><b>{compact(creator.followers, caller.locale)}</b>" "{texts.browse.followers}</li>
                <li><b>{grouped(home.products)}</b>" "{texts.browse.on_sale}</li>
                <li><b>{grouped(home.videos)}</b>" "{texts.browse.clips}</li>
            </ul>
            {enter}
        </section>
    }
}

fn follow(home: &CreatorHome, quiet: bool) -> impl IntoView + use<> {
    let texts = caller().texts().browse;
    view! {
        <form method="post" action="/fn/creator/follow" data-toggle>
            <input type="hidden" name="handle" value=home.creator.handle.clone() />
            <input type="hidden" name="on" value=if home.following { "0" } else { "1" } />
            <button class=if quiet { "btn follows-btn" } else { "btn buy follows-btn" } aria-pressed=home.following.to_string() aria-label=format!("{} {}", texts.follow, home.creator.name)>
                <span class="off">{texts.follow}</span><span class="on">{texts.following}</span>
            </button>
        </form>
    }
}
