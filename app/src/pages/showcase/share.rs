use leptos::prelude::*;

use crate::{
    context::caller,
    ui::{icon_of, qr},
};

/// The link, and a code to open it on a phone.
pub fn share(url: &str) -> impl IntoView + use<> {
    let texts = caller().texts();
    view! {
        <section class="layer share-layer" id="share" popover aria-label=texts.browse.share_title>
            <h2>{texts.browse.share_title}</h2>
            {qr(url)}
            <p class="xs dim">{texts.browse.share_scan}</p>
            <input class="field" readonly aria-label=texts.browse.share_copy value=url.to_owned() />
            <button class="btn buy fill" type="button" data-share=url.to_owned() data-done=texts.common.copied>{icon_of("i m", "share")}{texts.browse.share_copy}</button>
        </section>
    }
}

/// Text as a part of a query.
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
