use leptos::prelude::*;

use crate::{context::caller, ui::icon_of};

/// The link to a creator's page at `path`, and the code beside it to open it on a phone.
pub fn share(base: &str, path: &str) -> impl IntoView + use<> {
    let texts = caller().texts();
    let url = format!("{base}{path}");
    view! {
        <section class="layer share-layer" id="share" popover aria-label=texts.browse.share_title>
            <h2>{texts.browse.share_title}</h2>
            <img class="qr" src=format!("{path}/qr.svg") width="176" height="176" alt="" loading="lazy" />
            <p class="xs dim">{texts.browse.share_scan}</p>
            <input class="field" readonly aria-label=texts.browse.share_copy value=url.clone() />
            <button class="btn buy fill" type="button" data-share=url data-done=texts.common.copied>{icon_of("i m", "share")}{texts.browse.share_copy}</button>
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
