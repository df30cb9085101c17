use http::{HeaderValue, header::CACHE_CONTROL};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use shared::{
    BuyerId,
    dto::{Person, PersonFile},
};

use crate::{
    context::caller,
    i18n::studio::{Studio, violations::Violations},
    pages::{
        load::{page, query, required},
        studio::{StudioFrame, StudioTab, violations::rows},
    },
    present::when::When,
    ui::icon_of,
};

/// Phone number and e-mail address in full.
type Contact = (Option<String>, Option<String>);

/// `/console/users/{account}`; with the `?reading=` that was noted when they were asked for, phone and e-mail in full.
#[component]
pub fn UserPage() -> impl IntoView {
    let caller = caller();
    let id = required::<BuyerId>("account");
    let reading = query::<String>("reading").and_then(|text| text.parse().ok());
    page(
        async move |shop| {
            let id = id?;
            // A reading that is over, or another's, shows what everybody sees.
            let contact = match reading {
                Some(reading) => shop.identity().contact(caller.actor, id, reading).await.ok(),
                None => None,
            };
            Ok((shop.violation().person(caller.actor, id, caller.locale).await?, contact, shop.clock().now()))
        },
        move |(file, full, now)| {
            if full.is_some() {
                never_kept();
            }
            let studio = caller.texts().studio;
            let texts = &studio.violations;
            let when = When::new(now, caller.locale);
            let record = format!("/console/violations/new?target=account&id={}", file.person.id);
            let acts = move || view! { <a class="btn buy" href=record.clone()>{texts.record}</a> };
            let empty = file.violations.is_empty().then(|| view! { <p class="s dim">{texts.none}</p> });
            view! {
                <StudioFrame title=file.person.name.clone() tab=StudioTab::Users shop=None acts=ViewFn::from(acts)>
                    <p><a class="row s" href="/console/users">{icon_of("i s", "left")}<span class="u">{texts.users}</span></a></p>
                    {contact(&file.person, full, &when, texts)}
                    {places(&file, studio)}
                    {applications(&file, studio)}
                    <section class="stack wide-stack full" aria-labelledby="violations"><h2 id="violations">{texts.title}</h2>{empty}{rows(&file.violations, "/console/violations", &when)}</section>
                    {readings(&file, &when, studio)}
                </StudioFrame>
            }
        },
    )
}

/// No browser and nothing between keeps this answer.
fn never_kept() {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.insert_header(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}

fn contact(person: &Person, full: Option<Contact>, when: &When, texts: &'static Violations) -> impl IntoView + use<> {
    let hidden = full.is_none();
    let (phone, email) = full.unwrap_or_else(|| (person.phone.clone(), person.email.clone()));
    let row = |name: &'static str, value: Option<String>| {
        value.map(|value| view! { <div><dt>{name}</dt><dd class="num">{value}</dd></div> })
    };
    let operator = person.operator.then(|| view! { <div><dt>{texts.standing}</dt><dd>{texts.operator}</dd></div> });
    let show = hidden.then(|| {
        view! { <form method="post" action="/fn/console/contact" class="row wraps"><input type="hidden" name="account" value=person.id.to_string() /><button class="btn">{texts.show_contact}</button><span class="xs dim">{texts.contact_logged}</span></form> }
    });
    view! {
        <section class="card" aria-labelledby="contact">
            <h2 id="contact">{texts.contact}</h2>
            <dl class="facts-row flat">
                {row(texts.phone, phone)}{row(texts.email, email)}{operator}
                <div><dt>{texts.account_since}</dt><dd class="num">{when.moment(&person.since)}</dd></div>
            </dl>
            {show}
        </section>
    }
}

fn places(file: &PersonFile, studio: &'static Studio) -> impl IntoView + use<> {
    let texts = &studio.violations;
    let empty = file.places.is_empty().then(|| view! { <p class="s dim">{texts.no_shops}</p> });
    let rows = file.places.iter().map(|place| {
        let name = if place.handle.is_empty() {
            view! { <b class="one">{place.name.clone()}</b> }.into_any()
        } else {
            view! { <a class="u one" href=format!("/c/{}", place.handle)>{place.name.clone()}</a> }.into_any()
        };
        let record = format!("/console/violations/new?target=shop&id={}", place.shop);
        view! { <li class="row wraps">{name}<span class="tag">{(studio.shell.role)(place.role)}</span><a class="tag" href=format!("/console/platforms?mode={}#shops", place.mode.as_str())>{(studio.words.mode)(place.mode)}</a><a class="btn end" href=record>{texts.record_against}<span class="sr">": "{place.name.clone()}</span></a></li> }
    });
    view! { <section class="card" aria-labelledby="shops"><h2 id="shops">{texts.shops}</h2>{empty}<ul class="facts-list">{rows.collect_view()}</ul></section> }
}

fn applications(file: &PersonFile, studio: &'static Studio) -> impl IntoView + use<> {
    let texts = &studio.violations;
    let empty = file.applications.is_empty().then(|| view! { <p class="s dim">{texts.no_applications}</p> });
    let rows = file.applications.iter().map(|(id, name, state)| {
        let name = if name.is_empty() { id.to_string() } else { name.clone() };
        view! { <li class="row wraps"><a class="u one" href=format!("/console/applications/{id}")>{name}</a><span class="tag">{(studio.words.state)(*state)}</span></li> }
    });
    view! { <section class="card" aria-labelledby="applications"><h2 id="applications">{texts.applications}</h2>{empty}<ul class="facts-list">{rows.collect_view()}</ul></section> }
}

fn readings(file: &PersonFile, when: &When, studio: &'static Studio) -> impl IntoView + use<> {
    let texts = &studio.violations;
    let rows =
        file.readings.iter().map(|(who, at)| view! { <li class="xs dim num">{when.moment(at)}" · "{who.clone()}</li> });
    let empty = file.readings.is_empty().then(|| view! { <p class="xs dim">{texts.no_readings}</p> });
    view! { <details class="card"><summary class="strong">{studio.review.readings}</summary>{empty}<ul>{rows.collect_view()}</ul></details> }
}
