use leptos::prelude::*;
use shared::dto::Person;

use crate::{
    api::answer::kept,
    context::caller,
    pages::{
        load::{page, query},
        studio::{StudioFrame, StudioTab},
    },
    present::when::When,
    ui::icon_of,
    views::field::banner,
};

/// `/console/users?q=`
#[component]
pub fn UsersPage() -> impl IntoView {
    let caller = caller();
    let q: Option<String> = query("q");
    let typed = q.clone().unwrap_or_default();
    let kept = kept().unwrap_or_default();
    page(
        async move |shop| {
            let violations = shop.violation();
            // Only an operator gets as far as the form.
            violations.appeal_days(caller.actor).await?;
            let found = match q {
                Some(q) => Some(violations.people(caller.actor, &q).await?),
                None => None,
            };
            Ok((found, shop.clock().now()))
        },
        move |(found, now)| {
            let texts = &caller.texts().studio.violations;
            let when = When::new(now, caller.locale);
            let empty = found
                .as_ref()
                .is_some_and(Vec::is_empty)
                .then(|| view! { <p class="card dim" role="status">{texts.nobody_found}</p> });
            let rows = found.unwrap_or_default();
            let rows = rows.iter().map(|person| entry(person, &when)).collect_view();
            let acts = move || view! { <a class="btn" href="/console/violations">{texts.title}</a> };
            view! {
                <StudioFrame title=texts.users tab=StudioTab::Users shop=None acts=ViewFn::from(acts)>
                    {banner(kept.problem.as_ref())}
                    <form class="card fields narrow" method="get" action="/console/users" role="search">
                        <div class="f"><label for="f-q">{texts.search}</label><input class="in" id="f-q" name="q" type="search" value=typed maxlength="80" required aria-describedby="q-help" /></div>
                        <p class="xs dim" id="q-help">{texts.search_help}</p>
                        <div><button class="btn">{icon_of("i s", "search")}{texts.find}</button></div>
                    </form>
                    {empty}
                    <ol class="queue">{rows}</ol>
                </StudioFrame>
            }
        },
    )
}

fn entry(person: &Person, when: &When) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.violations;
    let contact: Vec<_> = [&person.phone, &person.email].into_iter().flatten().cloned().collect();
    let operator = person.operator.then(|| view! { <span class="tag">{texts.operator}</span> });
    view! {
        <li class="card">
            <a href=format!("/console/users/{}", person.id)>
                <span class="stack grow"><b class="one">{person.name.clone()}</b><span class="s dim num">{contact.join(" · ")}</span></span>
                {operator}
                <span class="xs dim">{texts.account_since}" "<time class="num" datetime=person.since.clone()>{when.moment(&person.since)}</time></span>
            </a>
        </li>
    }
}
