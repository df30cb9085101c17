use leptos::prelude::*;
use shared::{ApplicationState, dto::QueuedApplication};

use crate::{
    context::caller,
    pages::{
        load::{page, query},
        studio::{StudioFrame, StudioTab},
    },
    present::when::When,
};

/// The states that have a tab, in the order of the work.
const TABS: [ApplicationState; 5] = [
    ApplicationState::InReview,
    ApplicationState::Rejected,
    ApplicationState::ToPay,
    ApplicationState::Open,
    ApplicationState::Void,
];

/// `/console/applications?state=`
#[component]
pub fn ApplicationsPage() -> impl IntoView {
    let caller = caller();
    let asked: Option<String> = query("state");
    let state = asked.and_then(|name| TABS.into_iter().find(|state| state.as_str() == name));
    let state = state.unwrap_or(ApplicationState::InReview);
    page(
        async move |shop| Ok((shop.onboarding().queue(caller.actor, state).await?, shop.clock().now())),
        move |(rows, now)| {
            let studio = caller.texts().studio;
            let when = When::new(now, caller.locale);
            let tabs = TABS.into_iter().map(|tab| {
                let here = (tab == state).then_some("page");
                let href = format!("/console/applications?state={}", tab.as_str());
                view! { <a href=href aria-current=here>{(studio.words.state)(tab)}</a> }
            });
            let tabs = tabs.collect_view();
            let empty = rows.is_empty().then(|| view! { <p class="card dim">{studio.review.empty}</p> });
            let rows = rows.iter().map(|row| entry(row, &when)).collect_view();
            view! {
                <StudioFrame title=studio.review.title tab=StudioTab::Applications shop=None>
                    <nav class="queue-tabs" aria-label=studio.review.tabs>{tabs}<a class="end" href="/console/wishes">{studio.deposit.queue}</a><a href="/console/platforms">{studio.linked.platforms}</a><a href="/console/rules">{studio.review.rules}</a></nav>
                    {empty}
                    <ol class="queue">{rows}</ol>
                </StudioFrame>
            }
        },
    )
}

fn entry(row: &QueuedApplication, when: &When) -> impl IntoView + use<> {
    let studio = caller().texts().studio;
    let (texts, words) = (&studio.review, &studio.words);
    let subject = row.subject.map(words.subject).unwrap_or_default();
    let mode = row.mode.map(words.mode).unwrap_or_default();
    let deadline = row.deadline.as_ref().map(|at| {
        let late = when.left(at).is_some_and(|left| left < 0);
        let class = if late { "tag warn" } else { "tag" };
        let late = late.then(|| format!("{} · ", texts.overdue));
        view! { <span class=class>{late}{texts.deadline}" "<time class="num" datetime=at.clone()>{when.moment(at)}</time></span> }
    });
    let submitted = row.submitted_at.as_ref().map(|at| {
        view! { <span class="xs dim">{texts.submitted}" "<time class="num" datetime=at.clone()>{when.moment(at)}</time></span> }
    });
    let again = (row.round > 1).then(|| view! { <span class="tag">{(texts.round)(row.round)}</span> });
    view! {
        <li class="card">
            <a href=format!("/console/applications/{}", row.id)>
                <span class="stack grow"><b class="one">{row.shop_name.clone()}</b><span class="s dim">{subject}" · "{mode}</span></span>
                {again}{deadline}{submitted}
            </a>
        </li>
    }
}
