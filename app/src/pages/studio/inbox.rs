use chrono::{DateTime, Utc};
use leptos::prelude::*;
use shared::dto::Message;

use crate::{context::caller, present::when::When};

/// The caller's messages, latest first, in the reader's words.
pub fn inbox(messages: &[Message], now: DateTime<Utc>) -> impl IntoView + use<> {
    let caller = caller();
    let texts = &caller.texts().studio.opening;
    let when = When::new(now, caller.locale);
    let unread = messages.iter().any(|message| message.unread);
    let empty = messages.is_empty().then(|| view! { <p class="dim">{texts.no_messages}</p> });
    let rows = messages.iter().map(|message| {
        // A part that is a moment is said as people say it.
        let said = |part: &String| if when.left(part).is_some() { when.moment(part) } else { part.clone() };
        let parts: Vec<String> = message.parts.iter().map(said).collect();
        let fresh = message.unread.then(|| view! { <b class="tag hot">{texts.new}</b> });
        view! {
            <li>
                <a class="message" href=message.link.clone()>
                    <span class="grow">{(texts.message)(&message.kind, &parts)}</span>
                    {fresh}
                    <time class="xs dim" datetime=message.at.clone()>{when.moment(&message.at)}</time>
                </a>
            </li>
        }
    });
    let read = unread.then(|| {
        view! { <form class="end" method="post" action="/fn/inbox/read"><button class="btn">{texts.mark_read}</button></form> }
    });
    let rows = rows.collect_view();
    view! {
        <section class="card inbox" aria-labelledby="inbox">
            <header class="row wraps"><h2 id="inbox">{texts.messages}</h2>{read}</header>
            {empty}
            <ul>{rows}</ul>
        </section>
    }
}
