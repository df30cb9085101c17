use leptos::prelude::*;
use shared::dto::MyClip;

use crate::{
    i18n::studio::clips::Clips,
    ui::{Loading, picture},
};

/// The first picture: a frame of the film, or a better one.
pub fn poster(clip: &MyClip, frames: bool, texts: &'static Clips) -> impl IntoView + use<> {
    let id = clip.id.to_string();
    let shown = if clip.has_poster {
        let alt = Some(texts.poster.to_owned());
        view! { <div class="pic clip-poster">{picture(&clip.clip.poster, alt, "120px", Loading::Lazy)}</div> }
            .into_any()
    } else {
        view! { <p class="s warn">{texts.no_poster}</p> }.into_any()
    };
    // A frame, whole seconds are enough without a script.
    let most = clip.clip.duration_ms / 1_000;
    let frame = if frames {
        view! {
            <form class="f" method="post" action="/fn/clip/frame" data-frame>
                <input type="hidden" name="id" value=id.clone() />
                <label for="f-frame">{texts.frame_at}</label>
                <p class="row wraps">
                    <input id="f-frame" class="in secs" name="at" type="number" min="0" max=most step="any" value="0" inputmode="decimal" />
                    <button class="btn" data-words=texts.this_frame>{texts.take_frame}</button>
                </p>
            </form>
        }
        .into_any()
    } else {
        view! { <p class="s dim">{texts.no_frames}</p> }.into_any()
    };
    view! {
        <section class="card clip-posters" aria-labelledby="poster">
            <h2 id="poster">{texts.poster}</h2>
            {shown}
            <div class="fields">
                {frame}
                <form class="f" method="post" action=format!("/uploads/poster/{id}") enctype="multipart/form-data">
                    <label for="f-picture">{texts.own_picture}</label>
                    <p class="row wraps">
                        <input id="f-picture" class="in file" type="file" name="picture" accept="image/jpeg,image/png,image/webp" required />
                        <button class="btn">{texts.take_picture}</button>
                    </p>
                </form>
            </div>
        </section>
    }
}
