use leptos::prelude::*;
use shared::dto::{CreatorCard, ProductCard, TimedCard, VideoView};

use super::side;
use crate::{
    context::caller,
    i18n::{Texts, compact, grouped},
    ui::{Loading, cents, face, icon, icon_of, picture, price, stock_words, verified},
};

/// Where the smaller film is as good: few pixels, or somebody who asked for little.
const SMALL: &str = "(prefers-reduced-data: reduce), (width <= 30rem) and (resolution < 1.5dppx)";

/// One clip of the feed; the `first` is what the page is waited for, and one that is `led` has its first card
/// at once and counts no play.
pub fn clip(video: VideoView, first: bool, led: bool) -> impl IntoView {
    let texts = caller().texts();
    let label = (texts.browse.clip_of)(&video.creator.name, &video.caption);
    let side = side::hidden(&video);
    view! {
        <article class="clip" aria-label=label data-video=video.id.to_string() data-counted=led.then_some("")>
            <div class="frame">
                {film(&video, first)}
                <span class="playmark" aria-hidden="true">{icon("play")}</span>
                {said(&video, led)}
                {progress(&video, texts)}
            </div>
            {upper(texts)}
            {rail(&video, texts)}
            {side}
        </article>
    }
}

fn film(video: &VideoView, first: bool) -> impl IntoView + use<> {
    let poster = &video.clip.poster;
    let loading = if first { Loading::First } else { Loading::Lazy };
    // With a smaller one beside it the browser chooses; one of both is what it is asked for by scripts.
    let (url, small) = (video.clip.url.clone(), video.clip.small.clone());
    let (src, sources) = match small {
        Some(small) => (None, Some(view! { <source src=small media=SMALL data-small /><source src=url /> })),
        None => (Some(url), None),
    };
    view! {
        {picture(poster, Some(poster.alt.clone()), "(width >= 64rem) 480px, 100vw", loading)}
        <video src=src width="720" height="1280" preload="none" playsinline muted controls aria-label=video.caption.clone()>{sources}</video>
    }
}

fn said(video: &VideoView, led: bool) -> impl IntoView + use<> {
    let cards = video.cards.iter().enumerate();
    let cards = cards.map(|(at, timed)| {
        card(&timed.product, href(timed, video), Some((timed.from_ms, timed.to_ms)), led && at == 0)
    });
    let cards = cards.collect_view();
    view! {
        <div class="over said">
            {cards}
            {who(&video.creator, video.following)}
            <p class="two">{video.caption.clone()}</p>
        </div>
    }
}

/// Who made it.
pub fn who(creator: &CreatorCard, following: bool) -> impl IntoView + use<> {
    let texts = caller().texts();
    let home = format!("/c/{}", creator.handle);
    view! {
        <div class="who">
            <a class="row" href=home>{face(&creator.avatar, "face")}<span class="name one">{creator.name.clone()}</span>{creator.verified.then(|| verified(texts.common.verified))}</a>
            {follow(creator, following, texts)}
        </div>
    }
}

fn follow(creator: &CreatorCard, on: bool, texts: &'static Texts) -> impl IntoView + use<> {
    let label = texts.browse.follow;
    view! {
        <form method="post" action="/fn/creator/follow" data-toggle>
            <input type="hidden" name="handle" value=creator.handle.clone() />
            <input type="hidden" name="on" value=if on { "0" } else { "1" } />
            <button class="follow" aria-pressed=on.to_string() aria-label=format!("{label} {}", creator.name)>
                <span class="off">{label}</span><span class="on">{texts.browse.following}</span>
            </button>
        </form>
    }
}

/// A product's card, which shows for a `time` of the clip, in milliseconds; `on` before the clip plays.
pub fn card(product: &ProductCard, href: String, time: Option<(i64, i64)>, on: bool) -> impl IntoView + use<> {
    let texts = caller().texts();
    let was = product.market_price.map(|was| view! { <s class="was xs">{cents(was)}</s> });
    let label = (texts.browse.card)(&product.title, &cents(product.price));
    let (from, to) = time.unzip();
    view! {
        <a class=if on { "pcard on" } else { "pcard" } href=href aria-label=label data-sheet data-testid="clip-card" data-from=from data-to=to>
            <span class="pic">{picture(&product.image, Some(String::new()), "60px", Loading::Lazy)}</span>
            <span class="stack">
                <span class="name one">{product.title.clone()}</span>
                <span class="row base">{price(product.price)}{was}</span>
                <span class="xs dim one">{stock_words(product)}</span>
            </span>
            <span class="go">{icon_of("i m", "right")}</span>
        </a>
    }
}

/// Where a card leads: the product, and where it was met.
pub fn href(card: &TimedCard, video: &VideoView) -> String {
    format!("/p/{}?scene=video&video={}", card.product.id, video.id)
}

fn progress(video: &VideoView, texts: &'static Texts) -> impl IntoView + use<> {
    let seconds = video.clip.duration_ms / 1_000;
    let dots = video.cards.iter().map(|card| view! { <i data-from=card.from_ms></i> }).collect_view();
    view! {
        <div class="over progress" role="slider" tabindex="0" aria-label=texts.browse.progress aria-valuemin="0" aria-valuemax=seconds aria-valuenow="0" data-ms=video.clip.duration_ms>
            <div class="track"><b></b>{dots}</div>
        </div>
    }
}

fn upper(texts: &'static Texts) -> impl IntoView {
    let browse = texts.browse;
    view! {
        <div class="over upper">
            <button class="ib" type="button" aria-label=browse.sound_on aria-pressed="false" data-on=browse.sound_on data-off=browse.sound_off data-sound>{icon("mute")}</button>
            <div class="ways"><a href="/" aria-current="page">{browse.feed}</a><a href="/search">{texts.common.discover}</a></div>
            <a class="ib" href="/search" aria-label=texts.common.search>{icon("search")}</a>
        </div>
    }
}

fn rail(video: &VideoView, texts: &'static Texts) -> impl IntoView + use<> {
    let (locale, browse) = (caller().locale, texts.browse);
    let likes = compact(video.likes, locale);
    let talk = format!("talk-{}", video.id);
    let bag = format!("bag-{}", video.id);
    let count = video.cards.len();
    let bag = (count > 0).then(|| {
        view! {
            <button class="act bag" type="button" popovertarget=bag aria-label=(browse.in_clip_count)(count)>
                <b>{icon("bag")}<span class="badge">{count}</span></b><span>{browse.same}</span>
            </button>
        }
    });
    view! {
        <div class="over rail">
            <form method="post" action="/fn/video/like" data-toggle>
                <input type="hidden" name="id" value=video.id.to_string() />
                <input type="hidden" name="on" value=if video.liked { "0" } else { "1" } />
                <button class="act" aria-pressed=video.liked.to_string() aria-label=(browse.like)(&likes)>{icon("heart")}<span>{likes.clone()}</span></button>
            </form>
            <button class="act" type="button" popovertarget=talk aria-label=(browse.comment)(&grouped(video.comment_count))>{icon("talk")}<span>{compact(video.comment_count, locale)}</span></button>
            <button class="act" type="button" data-share=share_link(video) data-done=texts.common.copied aria-label=browse.share>{icon("share")}<span>{browse.share}</span></button>
            {bag}
        </div>
    }
}

fn share_link(video: &VideoView) -> String {
    let base = crate::context::shop().map(|shop| shop.config().base_url.clone()).unwrap_or_default();
    format!("{base}/v/{}", video.id)
}
