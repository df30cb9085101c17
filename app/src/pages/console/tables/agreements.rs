use leptos::prelude::*;
use shared::{AgreementKind, Locale, dto::AgreementVersion};

use super::{Table, from, notice, tabs, text};
use crate::{
    api::answer::{Kept, kept},
    context::caller,
    i18n::studio::{Studio, tables::Tables},
    pages::{
        load::{page, query},
        studio::{StudioFrame, StudioTab},
    },
    present::when::When,
    views::field::Field,
};

/// `/console/agreements?kind=`
#[component]
pub fn AgreementsPage() -> impl IntoView {
    let caller = caller();
    let kept = kept().unwrap_or_default();
    let kind = query::<AgreementKind>("kind").unwrap_or(AgreementKind::Service);
    let saved = query::<String>("saved").is_some();
    page(
        async move |shop| Ok((shop.onboarding().agreement_versions(caller.actor).await?, shop.clock().now())),
        move |(mut versions, now)| {
            let studio = caller.texts().studio;
            let texts = &studio.tables;
            let when = When::new(now, caller.locale);
            versions.retain(|one| one.kind == kind);
            let kinds = AgreementKind::ALL.iter().map(|one| {
                let here = (*one == kind).then_some("page");
                view! { <a href=format!("/console/agreements?kind={}", one.as_str()) aria-current=here>{(texts.kind_of)(*one)}</a> }
            });
            let kinds = kinds.collect_view();
            let empty = versions.is_empty().then(|| view! { <p class="s dim">{texts.no_history}</p> });
            let rows = versions.iter().map(|one| version(one, &when, texts)).collect_view();
            view! {
                <StudioFrame title=texts.agreements tab=StudioTab::Tables shop=None>
                    {tabs(Table::Agreements, studio)}
                    {notice(&kept, saved, studio)}
                    <nav class="queue-tabs" aria-label=texts.agreements>{kinds}</nav>
                    <div class="review">
                        {form(kind, versions.first(), &kept, studio)}
                        <section class="card pad" aria-labelledby="history">
                            <h2 id="history">{texts.history}</h2>
                            {empty}
                            <ol class="facts-list changes">{rows}</ol>
                        </section>
                    </div>
                </StudioFrame>
            }
        },
    )
}

/// A version with its text, since when, by whom, and who has signed it.
fn version(one: &AgreementVersion, when: &When, texts: &'static Tables) -> impl IntoView + use<> {
    let locale = caller().locale;
    let label = if locale == Locale::ZhCn { texts.body_zh } else { texts.body_en };
    let state = if one.runs {
        Some(view! { <span class="tag good">{texts.in_force}</span> }.into_any())
    } else {
        when.left(&one.from)
            .filter(|left| *left > 0)
            .map(|_| view! { <span class="tag hot">{texts.planned}</span> }.into_any())
    };
    let who = if one.who.is_empty() { texts.itself.to_owned() } else { one.who.clone() };
    let at = one.at.as_ref().map(|at| view! { " · "<time datetime=at.clone()>{when.moment(at)}</time> });
    let paragraphs = one.body.get(locale).split("\n\n").map(|text| view! { <p>{text.to_owned()}</p> }).collect_view();
    let print = one.hash.get(..16).unwrap_or_default().to_owned();
    view! {
        <li class="stack full">
            <p class="row wraps"><b class="grow">{(texts.version)(one.version)}" · "{one.title.get(locale).to_owned()}</b>{state}</p>
            <p class="s">{(texts.signed)(one.signed, one.unsigned)}</p>
            <p class="xs dim num">{(texts.will_be)(&when.date(&one.from))}" · "{who}{at}" · SHA-256 "<code>{print}</code></p>
            <details><summary class="s">{label}</summary><div class="stack full">{paragraphs}</div></details>
        </li>
    }
}

/// The next version, begun from the last one.
fn form(
    kind: AgreementKind,
    last: Option<&AgreementVersion>,
    kept: &Kept,
    studio: &'static Studio,
) -> impl IntoView + use<> {
    let texts = &studio.tables;
    let (title, body) = last.map(|last| (last.title.clone(), last.body.clone())).unwrap_or_default();
    let shops = last.map(|last| last.signed + last.unsigned);
    let told = shops.map(|shops| view! { <p class="s">{(texts.will_tell)(shops)}</p> });
    let more = || Field { most: 80, ..Field::default() };
    let (zh, en) = (
        text(kept, "title_zh", "title", texts.title_zh, title.zh, more()),
        text(kept, "title_en", "title", texts.title_en, title.en, more()),
    );
    let wrong = kept.problem.as_ref().is_some_and(|problem| problem.fields.iter().any(|one| one.field == "body"));
    let fault = wrong.then(|| view! { <p class="fault">{(texts.fault)("body")}</p> });
    let area = |name: &'static str, label: &'static str, saved: String| {
        let value = kept.value(name).map_or(saved, str::to_owned);
        view! { <label class="f"><span class="xs dim">{label}</span><textarea class="in area" name=name rows="10" maxlength="20000" required>{value}</textarea></label> }
    };
    let (body_zh, body_en) = (area("body_zh", texts.body_zh, body.zh), area("body_en", texts.body_en, body.en));
    view! {
        <form class="card pad" method="post" action="/fn/console/agreement" aria-labelledby="publish">
            <h2 id="publish">{texts.publish}</h2>
            <p class="xs dim">{texts.publish_help}</p>
            <input type="hidden" name="kind" value=kind.as_str() />
            <div class="f2">{zh}{en}</div>
            {body_zh}{body_en}{fault}
            {from(kept)}
            {told}
            <div><button class="btn buy">{texts.publish}</button></div>
        </form>
    }
}
