use leptos::prelude::*;
use shared::{DepositBy, OpeningMode, RuleKind, dto::OpeningRules};

use crate::{
    api::answer::{Kept, kept},
    context::caller,
    i18n::studio::Studio,
    pages::{
        load::page,
        studio::{StudioFrame, StudioTab},
    },
    present::when::When,
    views::field::{Field, banner, error_of, field},
};

/// `/console/rules`
#[component]
pub fn RulesPage() -> impl IntoView {
    let caller = caller();
    let kept = kept().unwrap_or_default();
    page(
        async move |shop| {
            let closing = shop.closing().rule(caller.actor).await?;
            Ok((shop.onboarding().rules(caller.actor).await?, closing, shop.clock().now()))
        },
        move |(rules, closing, now)| {
            let studio = caller.texts().studio;
            let when = When::new(now, caller.locale);
            view! {
                <StudioFrame title=studio.review.rules tab=StudioTab::Applications shop=None>
                    {banner(kept.problem.as_ref())}
                    <div class="review">
                        {conditions(&rules, &kept, &when, studio)}
                        {policy(&rules, &kept, studio)}
                        {super::closing_rule::closing_rule(closing, &kept)}
                    </div>
                </StudioFrame>
            }
        },
    )
}

fn text(kept: &Kept, name: &'static str, label: &str, saved: String, more: Field) -> AnyView {
    let value = kept.value(name).map_or(saved, str::to_owned);
    let error = error_of(kept.problem.as_ref(), name);
    field(Field { name, label: label.to_owned(), value, error, ..more })
}

/// What there was, is and will be, and the form for another one.
fn conditions(rules: &OpeningRules, kept: &Kept, when: &When, studio: &'static Studio) -> impl IntoView + use<> {
    let (texts, words) = (&studio.review, &studio.words);
    let rows = rules.rules.iter().map(|rule| {
        let mode = rule.mode.map_or(texts.every_mode, words.mode);
        let runs = rule.runs.then(|| view! { <span class="tag good">{texts.in_force}</span> });
        let to = rule.to.as_ref().map(|to| format!(" {} {}", texts.until, when.moment(to)));
        view! {
            <li class="row wraps"><span class="stack grow"><b>{(words.rule)(rule.kind, rule.wanted)}</b><span class="xs dim">{mode}" · "<span class="num">{when.moment(&rule.from)}{to}</span></span></span>{runs}</li>
        }
    });
    let rows = rows.collect_view();
    let kinds = RuleKind::ALL.iter().map(|kind| {
        let chosen = kept.value("kind") == Some(kind.as_str());
        view! { <option value=kind.as_str() selected=chosen>{(texts.kind_name)(*kind)}</option> }
    });
    let kinds = kinds.collect_view();
    let modes = OpeningMode::ALL.iter().map(|mode| {
        let chosen = kept.value("mode") == Some(mode.as_str());
        view! { <option value=mode.as_str() selected=chosen>{(words.mode)(*mode)}</option> }
    });
    let modes = modes.collect_view();
    let more = Field {
        inputmode: "numeric",
        most: 10,
        hint: texts.wanted_help.to_owned(),
        optional: true,
        ..Field::default()
    };
    let wanted = text(kept, "wanted", texts.wanted, String::new(), more);
    let from =
        text(kept, "from", texts.from, String::new(), Field { kind: "date", optional: true, ..Field::default() });
    view! {
        <section class="card" aria-labelledby="conditions">
            <h2 id="conditions">{texts.conditions}</h2>
            <p class="s dim">{texts.rules_help}</p>
            <ul class="facts-list">{rows}</ul>
            <form class="fields" method="post" action="/fn/console/rule">
                <div class="f2">
                    <div class="f"><label for="f-kind">{texts.kind}</label><select class="in" id="f-kind" name="kind">{kinds}</select></div>
                    <div class="f"><label for="f-mode">{texts.of_mode}</label><select class="in" id="f-mode" name="mode"><option value="">{texts.every_mode}</option>{modes}</select></div>
                </div>
                <div class="f2">{wanted}<div class="stack full">{from}<p class="xs dim">{texts.from_help}</p></div></div>
                <div><button class="btn plain">{texts.set_rule}</button></div>
            </form>
        </section>
    }
}

/// How applications are dealt with.
fn policy(rules: &OpeningRules, kept: &Kept, studio: &'static Studio) -> impl IntoView + use<> {
    let texts = &studio.review;
    let by = DepositBy::ALL.iter().map(|by| {
        let chosen = rules.deposit_by == *by;
        view! { <label class="check"><input class="radio" type="radio" name="deposit_by" value=by.as_str() checked=chosen />{(texts.by_name)(*by)}</label> }
    });
    let by = by.collect_view();
    let number = |name, label: &str, saved: String| {
        text(kept, name, label, saved, Field { inputmode: "decimal", most: 12, ..Field::default() })
    };
    let (yuan, fen) = (rules.least.minor / 100, rules.least.minor % 100);
    let least = number("least", texts.least, format!("{yuan}.{fen:02}"));
    let review = number("review_hours", texts.review_hours, rules.review_hours.to_string());
    let pay = number("pay_hours", texts.pay_hours, rules.pay_hours.to_string());
    view! {
        <section class="card" aria-labelledby="policy">
            <h2 id="policy">{texts.policy}</h2>
            <form class="fields" method="post" action="/fn/console/policy">
                <fieldset><legend class="s dim">{texts.deposit_by}</legend><div class="row wraps">{by}</div></fieldset>
                {least}
                <div class="f2">{review}{pay}</div>
                <div><button class="btn plain">{texts.set_policy}</button></div>
            </form>
        </section>
    }
}
