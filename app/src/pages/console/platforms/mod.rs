//! `/console/platforms?mode=`: the shops elsewhere that can be linked, and the shops by their ways of opening.

mod form;
mod shops;

use leptos::prelude::*;
use shared::{
    OpeningMode,
    dto::{PlatformDesk, PlatformRow},
};

use crate::{
    api::answer::{Kept, kept},
    context::caller,
    pages::{
        load::{page, query},
        studio::{StudioFrame, StudioTab},
    },
    present::when::When,
    ui::icon_of,
};

/// `/console/platforms?mode=&saved=`
#[component]
pub fn PlatformsPage() -> impl IntoView {
    let caller = caller();
    let kept = kept().unwrap_or_default();
    let saved = query::<String>("saved").is_some();
    let asked = query::<String>("mode").and_then(|mode| mode.parse::<OpeningMode>().ok());
    let mode = asked.unwrap_or(OpeningMode::Platform);
    page(
        async move |shop| Ok((shop.linked().desk(caller.actor, mode, caller.locale).await?, shop.clock().now())),
        move |(desk, now): (PlatformDesk, _)| {
            let texts = &caller.texts().studio.linked;
            let when = When::new(now, caller.locale);
            let saved = (saved && kept.problem.is_none())
                .then(|| view! { <p class="notice good" role="status">{texts.saved}</p> });
            view! {
                <StudioFrame title=texts.platforms tab=StudioTab::Applications shop=None>
                    <p><a class="row s" href="/console/applications">{icon_of("i s", "left")}<span class="u">{caller.texts().studio.review.title}</span></a></p>
                    {saved}
                    {form::problem(&kept)}
                    <div class="cols">{list(&desk, &kept, &when)}{form::form(None, &kept)}</div>
                    {shops::shops(&desk, mode)}
                </StudioFrame>
            }
        },
    )
}

fn list(desk: &PlatformDesk, kept: &Kept, when: &When) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.linked;
    let rows = desk.platforms.iter().map(|one| row(one, kept, when)).collect_view();
    let none = desk.platforms.is_empty().then(|| view! { <p class="dim">{texts.no_platforms}</p> });
    view! {
        <section class="card" aria-labelledby="platforms">
            <h2 id="platforms">{texts.supported}</h2>
            <p class="s dim">{texts.platforms_help}</p>
            {none}
            <ul class="lines">{rows}</ul>
        </section>
    }
}

fn row(one: &PlatformRow, kept: &Kept, when: &When) -> impl IntoView + use<> {
    let studio = caller().texts().studio;
    let texts = &studio.linked;
    let name = one.name.get(caller().locale).to_owned();
    let hosts = one.hosts.iter().map(ToString::to_string).collect::<Vec<_>>().join(" · ");
    let (tone, state) = if one.open { ("tag good", texts.is_open) } else { ("tag", texts.is_closed) };
    let open = kept.value("id") == Some(one.id.to_string().as_str()) && kept.problem.is_some();
    view! {
        <li class="stack full">
            <p class="row wraps"><b class="grow">{name.clone()}</b><span class="tag">{(studio.words.mode)(one.mode)}</span><span class=tone>{state}</span></p>
            <p class="s dim">{hosts}</p>
            <p class="xs dim num">{(texts.shops_linked)(one.shops)}" · "<time datetime=one.changed_at.clone()>{when.moment(&one.changed_at)}</time></p>
            <details open=open><summary class="s u">{texts.change}<span class="sr">": "{name}</span></summary>{form::form(Some(one), kept)}</details>
        </li>
    }
}
