use commerce::{Error, showcase::ClipPreview};
use leptos::prelude::*;
use leptos_meta::Body;
use shared::{Handle, dto::Page};

use super::{Preview, bar};
use crate::{
    context::caller,
    pages::{
        feed::{led, still},
        load::page,
    },
};

/// The draft's first product on a clip.
pub fn clip(preview: Preview, handle: Result<Handle, Error>) -> impl IntoView {
    let caller = caller();
    let Preview { token, state, .. } = preview;
    page(
        async move |shop| shop.showcase().preview_clip(caller.actor, &handle?, &token, state, caller.locale).await,
        |seen: ClipPreview| {
            let words = said(&seen);
            let shown = match seen.clip {
                Some(clip) => led(Page { items: vec![clip], next: None }).into_any(),
                None => still(&seen.home, seen.lead.as_ref()).into_any(),
            };
            view! { <Body attr:class="drafted" />{bar(words)}{shown} }
        },
    )
}

/// What is not as it will be.
fn said(seen: &ClipPreview) -> String {
    let t = &caller().texts().studio.window;
    match (&seen.clip, &seen.lead) {
        (None, _) => t.preview_still.to_owned(),
        (Some(_), Some(lead)) if !seen.linked => (t.preview_lent)(&lead.title),
        (Some(_), _) => t.preview_bar.to_owned(),
    }
}
