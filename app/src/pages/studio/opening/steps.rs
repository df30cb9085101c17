use leptos::prelude::*;
use shared::ApplicationState;

use super::{Desk, agreements, categories, conditions, documents, who};
use crate::ui::icon_of;

/// The steps: their names in addresses, and the fields that keep each from being done.
const STEPS: [(&str, &[&str]); 7] = [
    ("conditions", &["conditions"]),
    ("mode", MODE),
    ("subject", &["subject", "legal_name", "number", "contact", "phone"]),
    ("shop", &["shop_name", "handle", "intro"]),
    ("categories", &["categories"]),
    ("documents", &["documents"]),
    ("agreements", &["agreements"]),
];

/// The fields of the first choice.
const MODE: &[&str] = &["mode", "platform", "outside_name", "outside", "outside_address"];

/// The steps with the open one's form, and the last act below.
pub fn steps(desk: &Desk) -> impl IntoView + use<> {
    let done = |fields: &[&str]| !desk.opening.missing.iter().any(|missing| fields.contains(&missing.as_str()));
    let refused = |name: &str| refused_fields(name).iter().any(|field| desk.refused(field).is_some());
    let asked = desk.step.as_deref().and_then(|name| STEPS.iter().position(|(step, _)| *step == name));
    let first = STEPS.iter().position(|(name, fields)| !done(fields) || refused(name));
    let open = asked.or(first);
    let count = STEPS.iter().filter(|(_, fields)| done(fields)).count();
    let bar = i64::try_from(count).unwrap_or_default();
    let rows = STEPS.iter().enumerate().map(|(at, (name, fields))| {
        let (is_open, is_done, is_refused) = (open == Some(at), done(fields), refused(name));
        let title = desk.texts.steps.get(at).copied().unwrap_or_default();
        let mark = match (is_refused, is_done) {
            (true, _) => view! { <span class="nth bad">{icon_of("i s", "alert")}</span> }.into_any(),
            (false, true) => view! { <span class="nth good">{icon_of("i s", "check")}</span> }.into_any(),
            (false, false) => view! { <span class="nth num">{at + 1}</span> }.into_any(),
        };
        let state = match (is_refused, is_done) {
            (true, _) => (desk.words.state)(ApplicationState::Rejected),
            (false, true) => desk.texts.done,
            (false, false) => desk.texts.todo,
        };
        let head = format!("/studio/open?step={name}#step");
        let body = is_open.then(|| view! { <div class="step-body" id="step">{form(desk, name)}</div> });
        view! {
            <li class="leg card" class:bad=is_refused aria-current=is_open.then_some("step")>
                <h2><a href=head>{mark}<span class="grow">{title}</span><span class="xs dim">{state}</span></a></h2>
                {body}
            </li>
        }
    });
    let rows = rows.collect_view();
    view! {
        <p class="done-so-far s dim"><progress max="7" value=bar aria-hidden="true"></progress>{(desk.texts.progress)(count, STEPS.len())}</p>
        <ol class="steps">{rows}</ol>
        {last(desk)}
    }
}

/// The reviewer's fields that belong to a step.
fn refused_fields(step: &str) -> &'static [&'static str] {
    match step {
        "mode" => MODE,
        "subject" => &["subject", "legal_name", "number", "contact", "phone"],
        "shop" => &["shop_name", "handle", "intro"],
        "documents" => {
            &["document.licence", "document.id_front", "document.id_back", "document.bank", "document.outside"]
        }
        _ => &[],
    }
}

fn form(desk: &Desk, name: &str) -> AnyView {
    match name {
        "conditions" => conditions::form(desk).into_any(),
        "mode" => who::mode(desk).into_any(),
        "subject" => who::subject(desk).into_any(),
        "shop" => who::shop(desk).into_any(),
        "categories" => categories::form(desk).into_any(),
        "documents" => documents::form(desk).into_any(),
        _ => agreements::form(desk).into_any(),
    }
}

/// Handing in, or what still keeps it.
fn last(desk: &Desk) -> impl IntoView + use<> {
    let texts = desk.texts;
    let again = desk.opening.state == ApplicationState::Rejected;
    let label = if again { texts.hand_in_again } else { texts.hand_in };
    let missing: Vec<_> = STEPS
        .iter()
        .enumerate()
        .filter(|(_, (_, fields))| desk.opening.missing.iter().any(|missing| fields.contains(&missing.as_str())))
        .map(|(at, (name, _))| (*name, texts.steps.get(at).copied().unwrap_or_default()))
        .collect();
    let links = missing.iter().map(|(name, title)| {
        view! { <a class="tag" href=format!("/studio/open?step={name}#step")>{*title}</a> }
    });
    let links = links.collect_view();
    let still = (!missing.is_empty()).then(|| view! { <p class="s row wraps"><span>{texts.not_yet}</span>{links}</p> });
    let withdraw = desk.opening.id.map(|_| super::after::withdraw(desk));
    view! {
        <section class="card last" id="hand-in">
            {still}
            <p class="s dim">{texts.hand_in_help}</p>
            <div class="row wraps">
                <form method="post" action="/fn/opening/submit"><button class="btn buy big">{label}</button></form>
                {withdraw}
            </div>
        </section>
    }
}
