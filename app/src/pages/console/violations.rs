use leptos::prelude::*;
use shared::ViolationState;

use crate::{
    api::answer::kept,
    context::caller,
    pages::{
        load::{page, query},
        studio::{StudioFrame, StudioTab, violations::rows},
    },
    present::when::When,
    ui::icon_of,
    views::field::{Field, banner, error_of, field},
};

/// The states that have a tab, in the order of the work.
const TABS: [ViolationState; 7] = [
    ViolationState::Appealed,
    ViolationState::Draft,
    ViolationState::InForce,
    ViolationState::Upheld,
    ViolationState::Lifted,
    ViolationState::Ended,
    ViolationState::Discarded,
];

/// `/console/violations?state=`
#[component]
pub fn ViolationsPage() -> impl IntoView {
    let caller = caller();
    let asked: Option<String> = query("state");
    let state = asked.and_then(|name| TABS.into_iter().find(|state| state.as_str() == name));
    let state = state.unwrap_or(ViolationState::Appealed);
    let kept = kept().unwrap_or_default();
    page(
        async move |shop| {
            let violations = shop.violation();
            let days = violations.appeal_days(caller.actor).await?;
            Ok((violations.in_state(caller.actor, state, caller.locale).await?, days, shop.clock().now()))
        },
        move |(found, days, now)| {
            let texts = &caller.texts().studio.violations;
            let when = When::new(now, caller.locale);
            let tabs = TABS.into_iter().map(|tab| {
                let here = (tab == state).then_some("page");
                view! { <a href=format!("/console/violations?state={}", tab.as_str()) aria-current=here>{(texts.state)(tab)}</a> }
            });
            let tabs = tabs.collect_view();
            let empty = found.is_empty().then(|| view! { <p class="card dim">{texts.none_here}</p> });
            let term = field(Field {
                name: "appeal_days",
                label: texts.appeal_days.to_owned(),
                value: kept.value("appeal_days").map_or_else(|| days.to_string(), str::to_owned),
                inputmode: "numeric",
                most: 2,
                error: error_of(kept.problem.as_ref(), "appeal_days"),
                ..Field::default()
            });
            let acts = move || {
                view! { <a class="btn" href="/console/users">{texts.users}</a><a class="btn buy" href="/console/violations/new">{icon_of("i m", "plus")}{texts.record}</a> }
            };
            view! {
                <StudioFrame title=texts.title tab=StudioTab::Users shop=None acts=ViewFn::from(acts)>
                    {banner(kept.problem.as_ref())}
                    <nav class="queue-tabs" aria-label=texts.tabs>{tabs}</nav>
                    {empty}{rows(&found, "/console/violations", &when)}
                    <form class="card fields term" id="rule" method="post" action="/fn/console/violation/days">{term}<div><button class="btn">{texts.set}</button></div></form>
                </StudioFrame>
            }
        },
    )
}
