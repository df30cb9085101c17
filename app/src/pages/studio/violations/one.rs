use leptos::prelude::*;
use shared::{ViolationId, ViolationState, dto::ViolationView};

use super::{facts, papers, paragraphs, upload};
use crate::{
    api::answer::{Kept, kept},
    context::caller,
    i18n::studio::violations::Violations,
    pages::{
        load::{form_error, page, required},
        studio::{StudioFrame, StudioTab, my_shop},
    },
    present::when::When,
    ui::icon_of,
    views::field::{banner, error_of},
};

/// `/studio/violations/{violation}`
#[component]
pub fn MyViolationPage() -> impl IntoView {
    let caller = caller();
    let id = required::<ViolationId>("violation");
    let kept = kept().unwrap_or_default();
    // Files go through a form that keeps nothing.
    let refused = form_error().filter(|_| kept.problem.is_none());
    page(
        async move |shop| {
            let own = my_shop(&shop, caller).await?;
            Ok((own, shop.violation().mine_one(caller.actor, id?, caller.locale).await?, shop.clock().now()))
        },
        move |(own, violation, now)| {
            let texts = &caller.texts().studio.violations;
            let when = When::new(now, caller.locale);
            let refused = refused.map(|code| view! { <p class="notice bad" role="alert" data-problem>{caller.texts().common.error(code)}</p> });
            let decision = violation.decision.as_ref().map(|words| {
                let at = violation.decided_at.clone().unwrap_or_default();
                view! { <section class="card" aria-labelledby="decision"><h2 id="decision">{texts.last_word}" "<time class="xs dim num" datetime=at.clone()>{when.moment(&at)}</time></h2>{paragraphs(words)}</section> }
            });
            view! {
                <StudioFrame title=violation.row.subject.clone() tab=StudioTab::Violations shop=own>
                    <p><a class="row s" href="/studio/violations">{icon_of("i s", "left")}<span class="u">{texts.all}</span></a></p>
                    {refused}{banner(kept.problem.as_ref())}
                    {facts(&violation, &when, texts)}
                    <div class="review">
                        <div class="stack wide-stack full">
                            <section class="card" aria-labelledby="notice"><h2 id="notice">{texts.notice}</h2>{paragraphs(&violation.notice)}</section>
                            {decision}
                            {appeal(&violation, &kept, &when, texts)}
                        </div>
                        <section class="card papers-side" aria-labelledby="evidence"><h2 id="evidence">{texts.evidence}</h2>{papers(&violation.papers, false, &when, texts)}</section>
                    </div>
                </StudioFrame>
            }
        },
    )
}

/// What they said, or may say.
fn appeal(violation: &ViolationView, kept: &Kept, when: &When, texts: &'static Violations) -> impl IntoView + use<> {
    let id = violation.row.id.to_string();
    let page = format!("/studio/violations/{id}");
    let waits = violation.row.state == ViolationState::Appealed;
    let said = violation.appeal.as_ref().map(|words| paragraphs(words));
    let by = when.moment(&violation.appeal_by);
    let lead = if waits {
        texts.appeal_waits.to_owned()
    } else if violation.may_appeal {
        (texts.appeal_help)(&by)
    } else {
        (texts.appeal_over)(&by)
    };
    let back = waits.then(|| {
        let id = id.clone();
        view! { <form method="post" action="/fn/violation/withdraw"><input type="hidden" name="id" value=id /><button class="btn">{texts.withdraw}</button></form> }
    });
    let write = violation.may_appeal.then(|| {
        let error = error_of(kept.problem.as_ref(), "appeal");
        let (wrong, typed) = (error.is_some(), kept.value("appeal").unwrap_or_default().to_owned());
        view! {
            <form class="fields" method="post" action="/fn/violation/appeal">
                <input type="hidden" name="id" value=id />
                <div class="f" class:wrong=wrong>
                    <label for="f-appeal">{texts.appeal_text}</label>
                    <textarea class="in area" id="f-appeal" name="appeal" rows="6" maxlength="2000" aria-invalid=wrong.then_some("true") aria-describedby=wrong.then_some("e-appeal")>{typed}</textarea>
                    {error.map(|words| view! { <p class="fault" id="e-appeal">{words}</p> })}
                </div>
                <div><button class="btn buy">{texts.send_appeal}</button></div>
            </form>
        }
    });
    let more = (waits || violation.may_appeal).then(|| upload(&page, texts));
    view! {
        <section class="card" aria-labelledby="appeal">
            <h2 id="appeal">{texts.appeal}</h2>
            <p class="s dim">{lead}</p>
            {said}
            <h3 class="s">{texts.your_papers}</h3>
            {papers(&violation.papers, true, when, texts)}
            {more}{write}{back}
        </section>
    }
}
