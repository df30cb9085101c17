use leptos::prelude::*;
use shared::{
    Effect, ErrorCode, Severity, ViolationKind, ViolationTarget,
    dto::{Accused, Problem},
};

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
    let hidden = || {
        view! { <input type="hidden" name="target" value=target /><input type="hidden" name="id" value=accused.id.clone() /> }
    };
    let kinds = ViolationKind::ALL.iter().map(|one| {
        view! { <option value=one.as_str() selected={*one == kind}>{(texts.kind)(*one)}</option> }
    });
    let kinds = kinds.collect_view();
    let shop = (!accused.shop.is_empty()).then(|| format!(" · {}", accused.shop));
    let person = if accused.person.is_empty() { texts.nobody.to_owned() } else { accused.person.clone() };
    let template = notice(kind, &accused.name);
    let severities = Severity::ALL.iter().map(|one| {
        let chosen = kept.value("severity") == Some(one.as_str());
        view! { <option value=one.as_str() selected=chosen>{(texts.severity)(*one)}</option> }
    });
    let effects = Effect::ALL.iter().filter(|effect| effect.suits(accused.target)).map(|one| {
        let chosen = kept.value("effect") == Some(one.as_str());
        view! { <option value=one.as_str() selected=chosen>{(texts.effect)(*one)}</option> }
    });
    let typed_until = kept.value("until").unwrap_or_default().to_owned();
    let until_error = error_of(kept.problem.as_ref(), "until");
    let late = until_error.is_some();
    let effect_error = error_of(kept.problem.as_ref(), "effect");
    view! {
        <section class="card narrow" aria-labelledby="accused">
            <h2 id="accused">{accused.name.clone()}</h2>
            <p class="s dim">{(texts.target)(accused.target)}{shop}" · "{texts.person}" "{person}</p>
            <form class="row wraps template" method="get" action="/console/violations/new">
                {hidden()}
                <label class="f grow"><span class="xs dim">{texts.template}</span><select class="in" name="kind">{kinds}</select></label>
                <button class="btn">{texts.use_template}</button>
            </form>
        </section>
        <form class="card fields narrow" method="post" action="/fn/console/violation/record" aria-label=texts.record_title>
            <input type="hidden" name="form[target]" value=target />
            <input type="hidden" name="form[subject]" value=accused.id.clone() />
            <input type="hidden" name="form[kind]" value=kind.as_str() />
            <div class="f2">
                <label class="f"><span>{texts.grave}</span><select class="in" name="form[severity]">{severities.collect_view()}</select></label>
                <div class="f"><label for="f-effect">{texts.follows}</label><select class="in" id="f-effect" name="form[effect]">{effects.collect_view()}</select>{effect_error.map(|words| view! { <p class="fault">{words}</p> })}</div>
            </div>
            <div class="f" class:wrong=late>
                <label for="f-until">{texts.until_date}</label>
                <input class="in" id="f-until" name="form[until]" type="datetime-local" value=typed_until aria-invalid=late.then_some("true") aria-describedby="until-help" />
                {until_error.map(|words| view! { <p class="fault">{words}</p> })}
                <p class="xs dim" id="until-help">{texts.until_help}</p>
            </div>
            {words("notice_zh", texts.notice_zh, "zh-CN", &template.zh, kept)}
            {words("notice_en", texts.notice_en, "en", &template.en, kept)}
            <p class="xs dim">{texts.notice_help}" "{texts.evidence_next}</p>
            <div><button class="btn buy">{texts.send}</button></div>
        </form>
    }
}

/// The notice in one language.
fn words(name: &'static str, label: &'static str, lang: &'static str, template: &str, kept: &Kept) -> AnyView {
    let error = error_of(kept.problem.as_ref(), name);
    let (wrong, typed) = (error.is_some(), kept.value(name).unwrap_or(template).to_owned());
    let (id, told) = (format!("f-{name}"), format!("e-{name}"));
    view! {
        <div class="f" class:wrong=wrong>
            <label for=id.clone()>{label}</label>
            <textarea class="in area" id=id name=format!("form[{name}]") rows="7" maxlength="2000" lang=lang aria-invalid=wrong.then_some("true") aria-describedby=wrong.then(|| told.clone())>{typed}</textarea>
            {error.map(|words| view! { <p class="fault" id=told>{words}</p> })}
        </div>
    }
    .into_any()
}
