use leptos::prelude::*;
use shared::{VideoState, dto::MyClip};

use crate::context::caller;

/// What can be done with a clip as a whole, the decisive act last.
pub fn acts(clip: &MyClip) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.clips;
    let id = clip.id.to_string();
    let go = {
        let id = id.clone();
        move |event: &'static str, words: &'static str, class: &'static str| {
            view! {
                <form method="post" action="/fn/clip/move">
                    <input type="hidden" name="id" value=id.clone() />
                    <button class=class name="event" value=event>{words}</button>
                </form>
            }
        }
    };
    match clip.state {
        VideoState::Draft | VideoState::Rejected => {
            let words = if clip.state == VideoState::Draft { texts.publish } else { texts.hand_in_again };
            let discard = view! {
                <details class="sure below">
                    <summary class="btn">{texts.discard}</summary>
                    <form class="ask-sure" method="post" action="/fn/clip/discard">
                        <input type="hidden" name="id" value=id />
                        <p class="s">{texts.discard_sure}</p>
                        <button class="btn soft fill">{texts.discard}</button>
                    </form>
                </details>
            };
            view! { {discard}{go("publish", words, "btn buy")} }.into_any()
        }
        VideoState::Scheduled => {
            view! { {go("recall", texts.recall, "btn")}{go("publish", texts.publish, "btn buy")} }.into_any()
        }
        VideoState::Published => {
            let href = format!("/v/{id}");
            view! { <a class="btn" href=href>{texts.look}</a>{go("unlist", texts.unlist, "btn")} }.into_any()
        }
        VideoState::InReview => go("recall", texts.take_back, "btn").into_any(),
        VideoState::Banned => ().into_any(),
        VideoState::Unlisted => go("publish", texts.relist, "btn buy").into_any(),
    }
}
