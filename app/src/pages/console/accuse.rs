use leptos::prelude::*;
use shared::{
    ErrorCode, ViolationKind, ViolationTarget,
    dto::{Accused, Problem},
};

use super::charge::{Charge, fields};
use crate::{
    api::answer::{Kept, kept},
    context::caller,
    i18n::studio::{notices::notice, violations::Violations},
    pages::{
        load::{page, query},
        studio::{StudioFrame, StudioTab},
    },
    problem,
    ui::icon_of,
    views::field::{Field, banner, error_of, field},
};

/// `/console/violations/new?address=` or `?target=&id=`, and `&kind=`
#[component]
pub fn AccusePage() -> impl IntoView {
    let caller = caller();
    let kept = kept().unwrap_or_default();
    let address: Option<String> = query("address");
    let (target, id): (Option<ViolationTarget>, Option<String>) = (query("target"), query("id"));
    let kind = query::<ViolationKind>("kind").unwrap_or(ViolationKind::FalseClaim);
    let typed = address.clone().unwrap_or_default();
    page(
        async move |shop| {
            let violations = shop.violation();
            // Only an operator gets as far as the form.
            violations.appeal_days(caller.actor).await?;
            let found = match (target, id, address) {
                (Some(target), Some(id), _) => match id.parse() {
                    Ok(id) => violations.accused(caller.actor, target, id, caller.locale).await,
                    Err(_) => Err(ErrorCode::NotFound.into()),
                },
                (_, _, Some(address)) => violations.accused_at(caller.actor, &address, caller.locale).await,
                _ => return Ok((None, None)),
            };
            Ok(match found {
                Ok(accused) => (Some(accused), None),
                Err(error) => (None, Some(problem(&error, caller.locale))),
            })
        },
        move |(accused, wrong): (Option<Accused>, Option<Problem>)| {
            let texts = &caller.texts().studio.violations;
            let body = match &accused {
                Some(accused) => form(accused, kind, &kept, texts).into_any(),
                None => ().into_any(),
            };
            let problem = kept.problem.clone().or(wrong);
            let address = field(Field {
                name: "address",
                label: texts.address.to_owned(),
                value: typed,
                error: error_of(problem.as_ref(), "accused"),
                ..Field::default()
            });
            view! {
                <StudioFrame title=texts.record_title tab=StudioTab::Users shop=None>
                    <p><a class="row s" href="/console/violations">{icon_of("i s", "left")}<span class="u">{texts.all}</span></a></p>
                    {banner(problem.as_ref())}
                    <form class="card fields narrow" method="get" action="/console/violations/new">{address}<p class="xs dim">{texts.address_help}</p><div><button class="btn">{texts.find}</button></div></form>
                    {body}
                </StudioFrame>
            }
        },
    )
}

/// Which rule (its template comes with it), then everything else.
fn form(accused: &Accused, kind: ViolationKind, kept: &Kept, texts: &'static Violations) -> impl IntoView + use<> {
    let target = accused.target.as_str();
    let kinds = ViolationKind::ALL.iter().map(|one| {
        view! { <option value=one.as_str() selected={*one == kind}>{(texts.kind)(*one)}</option> }
    });
    let kinds = kinds.collect_view();
    let shop = (!accused.shop.is_empty()).then(|| format!(" · {}", accused.shop));
    let person = if accused.person.is_empty() { texts.nobody.to_owned() } else { accused.person.clone() };
    let charge = Charge {
        target: accused.target,
        subject: accused.id.clone(),
        kind,
        notice: notice(kind, &accused.names),
        ..Charge::default()
    };
    view! {
        <section class="card narrow" aria-labelledby="accused">
            <h2 id="accused">{accused.name.clone()}</h2>
            <p class="s dim">{(texts.target)(accused.target)}{shop}" · "{texts.person}" "{person}</p>
            <form class="row wraps template" method="get" action="/console/violations/new">
                <input type="hidden" name="target" value=target /><input type="hidden" name="id" value=accused.id.clone() />
                <label class="f grow"><span class="xs dim">{texts.template}</span><select class="in" name="kind">{kinds}</select></label>
                <button class="btn">{texts.use_template}</button>
            </form>
        </section>
        <form class="card fields narrow" method="post" action="/fn/console/violation/draft" aria-label=texts.record_title>
            {fields(&charge, kept, texts)}
            <p class="xs dim">{texts.notice_help}" "{texts.evidence_next}</p>
            <div><button class="btn buy">{texts.send}</button></div>
        </form>
    }
}
