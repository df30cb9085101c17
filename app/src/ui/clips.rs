use leptos::prelude::*;
use shared::dto::VideoCard;

use super::{Loading, icon_of, picture};
use crate::{context::caller, i18n::compact};

/// Clips in a grid, by their posters.
pub fn clips(videos: Vec<VideoCard>) -> impl IntoView {
    let caller = caller();
    let browse = caller.texts().browse;
    let cards = videos.into_iter().enumerate().map(|(i, video)| {
        let plays = compact(video.plays, caller.locale);
        let loading = if i < 3 { Loading::Eager } else { Loading::Lazy };
        let label = (browse.plays)(&plays);
        view! {
            <li>
                <article class="film">
                    <div class="pic">{picture(&video.poster, Some(String::new()), "(width >= 48rem) 220px, 31vw", loading)}</div>
                    <span class="count" aria-label=label role="img">{icon_of("i s", "play")}<span aria-hidden="true">{plays}</span></span>
                    <h3 class="two s"><a href=format!("/v/{}", video.id)>{video.caption}</a></h3>
                </article>
            </li>
        }
    });
    view! { <ul>{cards.collect_view()}</ul> }
}
