use leptos::prelude::*;
use shared::dto::{Page, VideoView};

use super::clip::clip;
use crate::{
    context::caller,
    ui::{icon, icon_of},
};

/// The clips, and the way on after the last; `led` if their first cards are there before they play.
pub fn clips(clips: Page<VideoView>, led: bool) -> impl IntoView {
    let texts = caller().texts().browse;
    let last = match clips.next {
        Some(cursor) => {
            let href = format!("/?cursor={cursor}");
            view! { <a class="btn" href=href rel="next nofollow" data-next>{texts.go_on}</a> }.into_any()
        }
        None => view! { <a class="btn" href="/search">{texts.no_more_clips}</a> }.into_any(),
    };
    let shown = clips.items.into_iter().enumerate();
    view! {
        <ul class="feed" tabindex="0" aria-label=texts.feed>
            {shown.map(|(i, video)| view! { <li>{clip(video, i == 0, led)}</li> }).collect_view()}
            <li class="last">{last}</li>
        </ul>
    }
}

/// The sheet, empty until a product is tapped.
pub fn sheet() -> impl IntoView {
    let texts = caller().texts();
    let browse = texts.browse;
    view! {
        <dialog class="raise" id="sheet" aria-label=browse.in_clip data-testid="sheet">
            <div class="mini immersive">
                <button class="ib l" type="button" aria-label=browse.collapse data-close>{icon("down")}</button>
                <button class="ib r" type="button" aria-label=browse.sound_on aria-pressed="false" data-on=browse.sound_on data-off=browse.sound_off data-sound>{icon("mute")}</button>
                <span class="note" aria-hidden="true">{browse.playing}</span>
                <span class="left num" aria-hidden="true" data-left></span>
            </div>
            <div class="sheet">
                <span class="grab" aria-hidden="true"></span>
                <header class="head">
                    <b class="s">{browse.in_clip}</b>
                    <button class="ib" type="button" aria-label=texts.common.close data-close>{icon_of("i m", "close")}</button>
                </header>
                <div class="scroll" tabindex="0" data-body></div>
            </div>
        </dialog>
    }
}
