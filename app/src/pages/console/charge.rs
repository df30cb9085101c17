//! The fields of a violation that is being written, for a new draft and for one that is changed.

use leptos::prelude::*;
use shared::{Effect, LocalText, Severity, ViolationKind, ViolationTarget};

use crate::{api::answer::Kept, i18n::studio::violations::Violations, views::field::error_of};

/// What stands in the fields before anybody has typed.
pub struct Charge {
    pub target: ViolationTarget,
    /// The id of that.
    pub subject: String,
    pub kind: ViolationKind,
    pub severity: Severity,
    pub effect: Effect,
    /// As `datetime-local` takes it.
    pub until: String,
    pub notice: LocalText,
    /// The draft that is changed, and as what it was seen.
    pub draft: Option<(String, i64)>,
}

impl Default for Charge {
    fn default() -> Self {
        Self {
            target: ViolationTarget::Product,
            subject: String::new(),
            kind: ViolationKind::FalseClaim,
            severity: Severity::Minor,
            effect: Effect::Warning,
            until: String::new(),
            notice: LocalText::default(),
            draft: None,
        }
    }
}

/// The fields, with what was typed last.
pub fn fields(charge: &Charge, kept: &Kept, texts: &'static Violations) -> impl IntoView + use<> {
    let chosen = |name, value| kept.value(name).unwrap_or(value).to_owned();
    let severity = chosen("severity", charge.severity.as_str());
    let severities = Severity::ALL.iter().map(|one| {
        view! { <option value=one.as_str() selected={severity == one.as_str()}>{(texts.severity)(*one)}</option> }
    });
    let effect = chosen("effect", charge.effect.as_str());
    let effects = Effect::ALL.iter().filter(|effect| effect.suits(charge.target)).map(|one| {
        view! { <option value=one.as_str() selected={effect == one.as_str()}>{(texts.effect)(*one)}</option> }
    });
    let until = chosen("until", &charge.until);
    let until_error = error_of(kept.problem.as_ref(), "until");
    let late = until_error.is_some();
    let effect_error = error_of(kept.problem.as_ref(), "effect");
    let draft = charge.draft.clone().map(|(id, version)| {
        view! { <input type="hidden" name="form[violation]" value=id /><input type="hidden" name="form[version]" value=version.to_string() /> }
    });
    // A new one has chosen its rule with the template.
    let kind = match &charge.draft {
        None => view! { <input type="hidden" name="form[kind]" value=charge.kind.as_str() /> }.into_any(),
        Some(_) => {
            let kind = chosen("kind", charge.kind.as_str());
            let kinds = ViolationKind::ALL.iter().map(|one| {
                view! { <option value=one.as_str() selected={kind == one.as_str()}>{(texts.kind)(*one)}</option> }
            });
            view! { <div class="f"><label for="f-kind">{texts.which}</label><select class="in" id="f-kind" name="form[kind]">{kinds.collect_view()}</select></div> }
                .into_any()
        }
    };
    view! {
        <input type="hidden" name="form[target]" value=charge.target.as_str() />
        <input type="hidden" name="form[subject]" value=charge.subject.clone() />
        {draft}{kind}
        <div class="f2">
            <div class="f"><label for="f-severity">{texts.grave}</label><select class="in" id="f-severity" name="form[severity]">{severities.collect_view()}</select></div>
            <div class="f"><label for="f-effect">{texts.follows}</label><select class="in" id="f-effect" name="form[effect]">{effects.collect_view()}</select>{effect_error.map(|words| view! { <p class="fault">{words}</p> })}</div>
        </div>
        <div class="f" class:wrong=late>
            <label for="f-until">{texts.until_date}</label>
            <input class="in" id="f-until" name="form[until]" type="datetime-local" value=until aria-invalid=late.then_some("true") aria-describedby="until-help" />
            {until_error.map(|words| view! { <p class="fault">{words}</p> })}
            <p class="xs dim" id="until-help">{texts.until_help}</p>
        </div>
        {words("notice_zh", texts.notice_zh, "zh-CN", &charge.notice.zh, kept)}
        {words("notice_en", texts.notice_en, "en", &charge.notice.en, kept)}
    }
}

/// The notice in one language.
fn words(name: &'static str, label: &'static str, lang: &'static str, written: &str, kept: &Kept) -> AnyView {
    let error = error_of(kept.problem.as_ref(), name);
    let (wrong, typed) = (error.is_some(), kept.value(name).unwrap_or(written).to_owned());
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
