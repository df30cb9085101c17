use leptos::prelude::*;
use shared::{ViolationId, ViolationState, dto::ViolationFile};

use super::draft;
use crate::{
    api::answer::{Kept, kept},
    context::caller,
    i18n::studio::violations::Violations,
    pages::{
        load::{form_error, page, query, required},
        studio::{
            StudioFrame, StudioTab,
            violations::{facts, papers, paragraphs, upload},
        },
    },
    present::when::When,
    ui::icon_of,
    views::field::{banner, error_of},
};

/// `/console/violations/{violation}`
#[component]
pub fn ViolationPage() -> impl IntoView {
    let caller = caller();
    let id = required::<ViolationId>("violation");
    let kept = kept().unwrap_or_default();
    let refused = form_error().filter(|_| kept.problem.is_none());
    let saved = query::<String>("saved");
    page(
        async move |shop| {
            let file = shop.violation().file(caller.actor, id?, caller.locale).await?;
            Ok((file, shop.violation().appeal_days(caller.actor).await?, shop.clock().now()))
        },
        move |(file, days, now)| {
            let texts = &caller.texts().studio.violations;
            let when = When::new(now, caller.locale);
            let refused = refused.map(|code| view! { <p class="notice bad" role="alert" data-problem>{caller.texts().common.error(code)}</p> });
            let state = file.view.row.state;
            let saved = saved.filter(|_| refused.is_none() && kept.problem.is_none()).and_then(|what| {
                match (what.as_str(), state.is_told()) {
                    ("issued", true) => Some(texts.recorded),
                    ("draft", false) => Some(texts.drafted),
                    _ => None,
                }
            });
            let saved = saved.map(|words| view! { <p class="notice" role="status">{words}</p> });
            let page = format!("/console/violations/{}", file.view.row.id);
            let open = !state.is_final();
            let rest = if state == ViolationState::Draft {
                draft::draft(&file, days, &kept, texts).into_any()
            } else if state.is_told() {
                view! { {appeal(&file, &when, texts)}{decision(&file, open, &kept, &when, texts)} }.into_any()
            } else {
                ().into_any()
            };
            view! {
                <StudioFrame title=file.view.row.subject.clone() tab=StudioTab::Users shop=None>
                    <p><a class="row s" href="/console/violations">{icon_of("i s", "left")}<span class="u">{texts.all}</span></a></p>
                    {saved}{refused}{banner(kept.problem.as_ref())}
                    {facts(&file.view, &when, texts)}
                    <div class="review">
                        <div class="stack wide-stack full">
                            {notice(&file, texts)}
                            {rest}
                        </div>
                        <section class="card papers-side" aria-labelledby="evidence">
                            <h2 id="evidence">{texts.evidence}</h2>
                            {papers(&file.view.papers, false, &when, texts)}
                            {open.then(|| upload(&page, texts))}
                        </section>
                    </div>
                    {readings(&file, &when, texts)}
                </StudioFrame>
            }
        },
    )
}

/// Whom it concerns and what they read, in both languages.
fn notice(file: &ViolationFile, texts: &'static Violations) -> impl IntoView + use<> {
    let person = match file.account {
        Some(id) => view! { <a class="u" href=format!("/console/users/{id}")>{file.name.clone()}</a> }.into_any(),
        None => view! { <span>{texts.nobody}</span> }.into_any(),
    };
    let by = (!file.recorded_by.is_empty())
        .then(|| view! { <span class="dim">" · "{texts.by}" "{file.recorded_by.clone()}</span> });
    let (zh, en) = (file.notice.zh.clone(), file.notice.en.clone());
    let zh = (!zh.is_empty()).then(|| view! { <div lang="zh-CN">{paragraphs(&zh)}</div> });
    let en = (!en.is_empty()).then(|| view! { <div lang="en">{paragraphs(&en)}</div> });
    view! {
        <section class="card" aria-labelledby="notice"><h2 id="notice">{texts.notice}</h2><p class="s">{texts.person}" "{person}{by}</p>{zh}{en}</section>
    }
}

fn appeal(file: &ViolationFile, when: &When, texts: &'static Violations) -> impl IntoView + use<> {
    let view = &file.view;
    let said = match &view.appeal {
        Some(words) => {
            let at = view.appealed_at.clone().unwrap_or_default();
            view! { <p class="xs dim"><time class="num" datetime=at.clone()>{when.moment(&at)}</time></p>{paragraphs(words)} }.into_any()
        }
        None => view! { <p class="s dim">{texts.no_appeal}</p> }.into_any(),
    };
    let theirs = view.papers.iter().any(|paper| paper.theirs).then(|| {
        view! { <h3 class="s">{texts.their_papers}</h3>{papers(&view.papers, true, when, texts)} }
    });
    view! { <section class="card" aria-labelledby="appeal"><h2 id="appeal">{texts.appealed}</h2>{said}{theirs}</section> }
}

/// The last word, and the form for another one.
fn decision(
    file: &ViolationFile,
    open: bool,
    kept: &Kept,
    when: &When,
    texts: &'static Violations,
) -> impl IntoView + use<> {
    let view = &file.view;
    let last = view.decided_at.as_ref().map(|at| {
        let words = view.decision.clone().unwrap_or_default();
        view! { <p class="xs dim">{file.decided_by.clone()}" · "<time class="num" datetime=at.clone()>{when.moment(at)}</time></p>{paragraphs(&words)} }
    });
    let form = open.then(|| {
        let error = error_of(kept.problem.as_ref(), "decision");
        let (wrong, typed) = (error.is_some(), kept.value("words").unwrap_or_default().to_owned());
        let uphold = (view.row.state == ViolationState::Appealed)
            .then(|| view! { <button class="btn soft" name="decision" value="uphold">{texts.uphold}</button> });
        view! {
            <form class="fields" method="post" action="/fn/console/violation/decide">
                <input type="hidden" name="id" value=view.row.id.to_string() />
                <input type="hidden" name="version" value=view.version.to_string() />
                <div class="f" class:wrong=wrong>
                    <label for="f-decision">{texts.decision_help}</label>
                    <textarea class="in area" id="f-decision" name="words" rows="3" maxlength="500" aria-invalid=wrong.then_some("true") aria-describedby=wrong.then_some("e-decision")>{typed}</textarea>
                    {error.map(|words| view! { <p class="fault" id="e-decision">{words}</p> })}
                </div>
                <p class="xs dim">{texts.lift_help}</p>
                <p class="row wraps">{uphold}<button class="btn" name="decision" value="lift">{texts.lift}</button></p>
            </form>
        }
    });
    view! { <section class="card" aria-labelledby="decision"><h2 id="decision">{texts.decision}</h2>{last}{form}</section> }
}

fn readings(file: &ViolationFile, when: &When, texts: &'static Violations) -> impl IntoView + use<> {
    let rows =
        file.readings.iter().map(|(who, at)| view! { <li class="xs dim num">{when.moment(at)}" · "{who.clone()}</li> });
    let empty = file.readings.is_empty().then(|| view! { <p class="xs dim">{texts.no_readings}</p> });
    view! { <details class="card"><summary class="strong">{texts.readings}</summary>{empty}<ul>{rows.collect_view()}</ul></details> }
}
