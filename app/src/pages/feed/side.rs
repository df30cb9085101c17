//! What goes with a clip: its products and what is said about it; beside it on the desktop, in two
//! layers over it on the phone.

use leptos::prelude::*;
use shared::dto::{Comment, VideoView};

use super::clip::href;
use crate::{
    context::{caller, shop},
    i18n::{Texts, grouped},
    ui::{Loading, ago, cents, icon_of, picture, price},
};

/// Beside the clip.
pub fn side(video: &VideoView) -> impl IntoView + use<> {
    let texts = caller().texts();
    let head = head(video, texts);
    let pieces = pieces(video, texts);
    let talk = talk(video, texts);
    view! { {head}{pieces}{talk}{say(video, texts)} }
}

/// In the clip, until it is asked for; also what the desktop's panel is filled from.
pub fn hidden(video: &VideoView) -> impl IntoView + use<> {
    let texts = caller().texts();
    let (bag, talk_id) = (format!("bag-{}", video.id), format!("talk-{}", video.id));
    view! {
        <div class="layers" data-side>
            <section class="layer bag-layer" id=bag popover aria-label=texts.browse.in_clip>{head(video, texts)}{pieces(video, texts)}</section>
            <section class="layer talk-layer" id=talk_id popover aria-label=texts.browse.comments>{talk(video, texts)}{say(video, texts)}</section>
        </div>
    }
}

fn head(video: &VideoView, texts: &'static Texts) -> impl IntoView + use<> {
    let showcase = format!("/c/{}/showcase", video.creator.handle);
    view! {
        <div class="side-head">
            <h2>{texts.browse.in_clip}" "<span class="dim num">{video.cards.len()}</span></h2>
            <a class="link" href=showcase>{texts.browse.enter_showcase}{icon_of("i s", "right")}</a>
        </div>
    }
}

fn pieces(video: &VideoView, texts: &'static Texts) -> impl IntoView + use<> {
    let rows = video.cards.iter().map(|card| {
        let was = card.product.market_price.map(|was| view! { <s class="was xs">{cents(was)}</s> });
        let at = card.from_ms / 1_000;
        view! {
            <li>
                <a href=href(card, video) data-sheet data-from=card.from_ms data-to=card.to_ms>
                    <span class="pic">{picture(&card.product.image, Some(String::new()), "60px", Loading::Lazy)}</span>
                    <span class="stack"><span class="s strong one">{card.product.title.clone()}</span><span class="row base">{price(card.product.price)}{was}</span></span>
                    <span class="xs dim num at">{format!("{}:{:02}", at / 60, at % 60)}</span>
                    <span class="tag hot is-on">{texts.browse.now}</span>
                </a>
            </li>
        }
    });
    view! { <ul class="pieces">{rows.collect_view()}</ul> }
}

fn talk(video: &VideoView, texts: &'static Texts) -> impl IntoView + use<> {
    let now = shop().map(|shop| shop.clock().now()).ok();
    let rows = video
        .comments
        .iter()
        .map(|comment| one(comment, now.map(|now| ago(&comment.at, now, texts.browse))))
        .collect_view();
    let none = video.comments.is_empty().then(|| view! { <p class="s dim">{texts.browse.no_comments}</p> });
    view! {
        <div class="talk">
            <h3>{texts.browse.comments}" "<span class="dim num">{grouped(video.comment_count)}</span></h3>
            {none}
            <ul>{rows}</ul>
        </div>
    }
}

fn one(comment: &Comment, when: Option<String>) -> impl IntoView + use<> {
    let initial: String = comment.name.chars().take(1).collect();
    view! {
        <li>
            <span class="mono" aria-hidden="true">{initial}</span>
            <div><span class="xs dim">{comment.name.clone()}</span><p>{comment.text.clone()}</p><time class="xs dim" datetime=comment.at.clone()>{when}</time></div>
            <span class="xs dim num">{(comment.likes > 0).then(|| grouped(comment.likes))}</span>
        </li>
    }
}

fn say(video: &VideoView, texts: &'static Texts) -> impl IntoView + use<> {
    view! {
        <form class="say" method="post" action="/fn/video/comment">
            <input type="hidden" name="id" value=video.id.to_string() />
            <input class="field" name="text" maxlength="200" required autocomplete="off" aria-label=texts.browse.say placeholder=texts.browse.say />
            <button class="btn plain">{texts.browse.send}</button>
        </form>
    }
}
