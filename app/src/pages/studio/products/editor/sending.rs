//! What the editor's pictures need to be sent one by one where a script runs, and the words that each of them has.

use leptos::prelude::*;
use shared::{LocalText, UploadFault};

use super::Bench;
use crate::context::caller;

/// What a picture may be, for the file chooser.
pub const ACCEPT: &str = "image/jpeg,image/png,image/gif,image/webp";
/// Stands for the id of a picture that is to come.
pub const ID: &str = "__id__";
/// Stands for the place of a part that is to come.
pub const PLACE: &str = "__n__";

/// Stands for the picture itself.
pub fn image() -> Option<AnyView> {
    Some(view! { <img src=format!("/media/{ID}/__w__.webp") width="160" height="160" alt="" /> }.into_any())
}

/// What a picture shows, in both languages; it can be changed at any time.
pub fn alts(id: &str, name: &str, alt: &LocalText) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.pictures;
    let one = |language: &str, label: String, short: &'static str, value: &str| {
        view! { <input class="in alt" name=format!("alt.{id}.{language}") maxlength="200" aria-label=label placeholder=short value=value.to_owned() /> }
    };
    view! {
        {one("zh", (texts.alt_zh)(name), texts.alt_short_zh, &alt.zh)}
        {one("en", (texts.alt_en)(name), texts.alt_short_en, &alt.en)}
    }
}

/// Where files on their way are shown, below the place they go to.
pub fn place() -> impl IntoView {
    view! { <ul class="sendings" data-sendings></ul> }
}

/// Everything that is there once: what is unfinished, what the script says, and how it shows a file.
pub fn parts(bench: &Bench) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.pictures;
    let open = (!bench.unfinished.is_empty()).then(|| {
        let all = bench.unfinished.iter().map(|upload| {
            let percent = upload.received.saturating_mul(100) / upload.length.max(1);
            view! { <li class="row wraps" data-open=upload.id.to_string() data-name=upload.name.clone() data-length=upload.length><b class="one s">{upload.name.clone()}</b><span class="s dim">{(texts.received)(percent)}</span></li> }
        });
        view! { <section class="card pad" id="unfinished"><p class="s dim">{texts.unfinished}</p><ul class="sendings">{all.collect_view()}</ul></section> }
    });
    view! {
        {open}
        <p class="notice" role="status" hidden data-sent data-ready=texts.ready data-waits=texts.waits data-refused=texts.some_refused></p>
        <template id="sending" data-shop=bench.view.shop.to_string() data-broken=texts.broken_line data-checking=texts.checking
            data-mixed=(texts.refused)(UploadFault::Mixed) data-too_many_pixels=(texts.refused)(UploadFault::TooManyPixels) data-not_picture=(texts.refused)(UploadFault::NotPicture)>
            <li class="sending">
                <p class="row wraps"><b class="one s grow" data-name></b><button class="btn" type="button" data-cancel data-away=texts.put_away>{texts.cancel}</button></p>
                <progress max="1000" value="0"></progress>
                <p class="s dim" role="status" data-said>{texts.queued}</p>
            </li>
        </template>
    }
}
