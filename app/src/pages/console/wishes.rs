use leptos::prelude::*;
use shared::{RejectReason, dto::QueuedWish};

use crate::{
    api::answer::{Kept, kept},
    context::caller,
    pages::{
        load::page,
        studio::{StudioFrame, StudioTab},
    },
    present::when::When,
    ui::full_price,
    views::field::banner,
};

/// `/console/wishes`: shops that ask for another category.
#[component]
pub fn WishesPage() -> impl IntoView {
    let caller = caller();
    let kept = kept().unwrap_or_default();
    page(
        async move |shop| Ok((shop.deposit().queue(caller.actor, caller.locale).await?, shop.clock().now())),
        move |(queue, now): (Vec<QueuedWish>, _)| {
            let texts = &caller.texts().studio.deposit;
            let when = When::new(now, caller.locale);
            let empty = queue.is_empty().then(|| view! { <p class="card dim">{texts.queue_empty}</p> });
            let rows = queue.iter().map(|row| entry(row, &kept, &when)).collect_view();
            view! {
                <StudioFrame title=texts.queue tab=StudioTab::Applications shop=None>
                    {banner(kept.problem.as_ref())}
                    {empty}
                    <ol class="queue">{rows}</ol>
                </StudioFrame>
            }
        },
    )
}

fn entry(row: &QueuedWish, kept: &Kept, when: &When) -> impl IntoView + use<> {
    let studio = caller().texts().studio;
    let (texts, words) = (&studio.deposit, &studio.words);
    let (id, version) = (row.wish.id.to_string(), row.version.to_string());
    let paper = row.document.map(|document| {
        let name = row.wish.paper.clone().unwrap_or_default();
        let href = format!("/console/documents/{document}");
        view! { <a class="btn" href=href target="_blank" rel="noopener">{texts.paper}" · "{name}</a> }
    });
    let short = row.held.minor < row.required.minor;
    let reasons = RejectReason::ALL.iter().map(|reason| {
        view! { <option value=reason.as_str()>{(words.reason)(*reason)}</option> }
    });
    let reasons = reasons.collect_view();
    let typed = if kept.value("id") == Some(id.as_str()) { kept.value("words").unwrap_or_default() } else { "" };
    let (reason, said) = (format!("reason-{id}"), format!("words-{id}"));
    view! {
        <li class="card wish">
            <h2 class="row wraps"><span class="grow">{row.shop_name.clone()}" · "{row.wish.name.clone()}</span><time class="xs dim num" datetime=row.wish.at.clone()>{when.moment(&row.wish.at)}</time></h2>
            <dl class="sums">
                <div><dt class="s dim">{texts.held}</dt><dd class="num">{full_price(row.held)}</dd></div>
                <div><dt class="s dim">{texts.after}</dt><dd class="num">{full_price(row.required)}</dd></div>
            </dl>
            <p class="s" class:warn=short>{(texts.approve_help)(short)}</p>
            <div class="row wraps">
                {paper}
                <form method="post" action="/fn/console/wish">
                    <input type="hidden" name="id" value=id.clone() />
                    <input type="hidden" name="version" value=version.clone() />
                    <button class="btn buy" name="decision" value="approve">{texts.approve}</button>
                </form>
            </div>
            <details class="sure">
                <summary class="btn">{texts.reject}</summary>
                <form class="ask-sure fields" method="post" action="/fn/console/wish">
                    <input type="hidden" name="id" value=id />
                    <input type="hidden" name="version" value=version />
                    <div class="f"><label for=reason.clone()>{texts.reason}</label><select class="in" id=reason.clone() name="reason">{reasons}</select></div>
                    <div class="f"><label for=said.clone()>{texts.words}</label><textarea class="in" id=said.clone() name="words" maxlength="300" rows="2">{typed.to_owned()}</textarea></div>
                    <div><button class="btn plain" name="decision" value="reject">{texts.reject}</button></div>
                </form>
            </details>
        </li>
    }
}
