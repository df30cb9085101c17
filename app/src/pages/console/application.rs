use leptos::prelude::*;
use shared::{
    ApplicationId, ApplicationState,
    dto::{ApplicationReview, DocumentSlot, Problem},
};

use super::fields::fields;
use crate::{
    api::answer::kept,
    context::caller,
    i18n::studio::{Studio, review::Review},
    pages::{
        load::{page, query, required},
        studio::{StudioFrame, StudioTab},
    },
    present::when::When,
    ui::{full_price, icon_of},
};

/// `/console/applications/{application}`
#[component]
pub fn ApplicationPage() -> impl IntoView {
    let caller = caller();
    let id = required::<ApplicationId>("application");
    let kept = kept().unwrap_or_default();
    let saved = query::<String>("saved").is_some();
    page(
        async move |shop| Ok((shop.onboarding().review(caller.actor, id?, caller.locale).await?, shop.clock().now())),
        move |(review, now)| {
            let studio = caller.texts().studio;
            let when = When::new(now, caller.locale);
            let said = notice(kept.problem.as_ref(), saved, &studio.review);
            let title = review.head.shop_name.clone();
            let papers = review.documents.iter().map(|slot| paper(slot, studio)).collect_view();
            view! {
                <StudioFrame title=title tab=StudioTab::Applications shop=None>
                    <p><a class="row s" href="/console/applications">{icon_of("i s", "left")}<span class="u">{studio.review.all}</span></a></p>
                    {said}
                    {head(&review, &when, studio)}
                    <div class="review">
                        {fields(&review, studio)}
                        <section class="papers-side" aria-labelledby="papers">
                            <h2 id="papers">{studio.review.papers}</h2>
                            <p class="xs dim">{studio.review.logged}</p>
                            {papers}
                        </section>
                    </div>
                    {history(&review, &when, studio)}
                </StudioFrame>
            }
        },
    )
}

/// Why a decision was not taken, in words that say what is kept.
fn notice(problem: Option<&Problem>, saved: bool, texts: &'static Review) -> Option<AnyView> {
    let Some(problem) = problem else {
        return saved.then(|| view! { <p class="notice" role="status">{texts.saved}</p> }.into_any());
    };
    let said = match problem.fields.first().map(|field| field.field.as_str()) {
        Some("verdicts") => texts.verdicts_missing.to_owned(),
        Some("reasons") => texts.reasons_missing.to_owned(),
        Some("conditions") => texts.conditions_unmet.to_owned(),
        _ => problem.title.clone(),
    };
    Some(view! { <p class="notice bad" role="alert" tabindex="-1" data-problem>{said}</p> }.into_any())
}

fn head(review: &ApplicationReview, when: &When, studio: &'static Studio) -> impl IntoView + use<> {
    let (texts, words) = (&studio.review, &studio.words);
    let mode = review.head.mode.map(|mode| {
        let all = format!("/console/platforms?mode={}#shops", mode.as_str());
        view! { <div><dt>{(words.field)("mode")}</dt><dd><a class="u" href=all>{(words.mode)(mode)}</a></dd></div> }
    });
    let conditions = review.conditions.iter().map(|one| {
        let (mark, class) = if one.met { ("check", "good") } else { ("alert", "warn") };
        let said = format!("{} · {}", (words.rule)(one.kind, one.wanted), (words.current)(one.kind, one.current));
        view! { <li class="row s"><span class=class>{icon_of("i s", mark)}</span>{said}</li> }
    });
    let conditions = conditions.collect_view();
    let signed = review.agreements.iter().filter_map(|agreement| {
        let at = when.moment(agreement.signed_at.as_deref()?);
        let print = agreement.hash.get(..12).unwrap_or_default().to_owned();
        let version = (studio.opening.version)(agreement.version);
        Some(view! { <li class="s">{agreement.title.clone()}" · "{version}" · "<code>{print}</code>" · "<span class="num dim">{at}</span></li> })
    });
    let signed = signed.collect_view();
    let deadline = review.head.deadline.as_ref().map(|at| {
        view! { <div><dt>{texts.deadline}</dt><dd class="num">{when.moment(at)}</dd></div> }
    });
    view! {
        <dl class="card facts-row">
            {mode}
            <div><dt>{texts.state}</dt><dd>{(words.state)(review.head.state)}" · "{(texts.round)(review.head.round)}</dd></div>
            {deadline}
            <div><dt>{texts.deposit}</dt><dd>{full_price(review.deposit)}</dd></div>
            <div><dt>{texts.conditions}</dt><dd><ul>{conditions}</ul></dd></div>
            <div><dt>{texts.agreements}</dt><dd><ul>{signed}</ul></dd></div>
        </dl>
    }
}

fn paper(slot: &DocumentSlot, studio: &'static Studio) -> impl IntoView + use<> {
    let file = slot.file.clone()?;
    let title = slot.name.clone().unwrap_or_else(|| (studio.words.paper)(slot.kind).to_owned());
    let href = format!("/console/documents/{}", file.id);
    let shown = if file.pdf {
        view! { <a class="btn" href=href download>{icon_of("i s", "down")}{studio.review.download}</a> }.into_any()
    } else {
        view! { <a href=href.clone() target="_blank" rel="noopener" aria-label=format!("{}: {title}", studio.review.open_paper)><img src=href.clone() alt=title.clone() loading="lazy" /></a> }.into_any()
    };
    let id = match slot.category {
        Some(category) => format!("paper-{}-{category}", slot.kind.as_str()),
        None => format!("paper-{}", slot.kind.as_str()),
    };
    Some(view! { <figure class="card" id=id><figcaption class="s strong">{title}</figcaption>{shown}</figure> })
}

fn history(review: &ApplicationReview, when: &When, studio: &'static Studio) -> impl IntoView + use<> {
    let (texts, words) = (&studio.review, &studio.words);
    let rounds = review.rounds.iter().filter(|round| round.approved.is_some() || review.head.state != ApplicationState::InReview).map(|round| {
        let bad = round.verdicts.iter().filter(|verdict| !verdict.ok).map(|verdict| {
            let reason = verdict.reason.map(words.reason).unwrap_or_default();
            view! { <li class="s">{(words.field)(&verdict.field)}" · "{reason}" "{verdict.words.clone()}</li> }
        });
        let bad = bad.collect_view();
        let by = round.reviewer.as_ref().map(|name| view! { <span class="xs dim">{texts.by}" "{name.clone()}</span> });
        view! {
            <li>
                <p class="row wraps"><b>{(studio.opening.round)(round.number)}</b><time class="xs dim num">{when.moment(&round.at)}</time><span class="tag">{(studio.opening.round_state)(round.approved)}</span>{by}</p>
                <ul>{bad}</ul>
            </li>
        }
    });
    let rounds = rounds.collect_view();
    let readings = review.readings.iter().map(|reading| {
        let what = reading.kind.map_or(texts.read_number, words.paper);
        view! { <li class="xs dim num">{when.moment(&reading.at)}" · "{reading.reader.clone()}" · "{what}</li> }
    });
    let readings = readings.collect_view();
    view! {
        <section class="card history"><h2>{studio.opening.history}</h2><ol>{rounds}</ol></section>
        <details class="card"><summary class="strong">{texts.readings}</summary><ul>{readings}</ul></details>
    }
}
