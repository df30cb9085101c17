use leptos::prelude::*;
use shared::dto::ClosingRule;

use crate::{
    api::answer::Kept,
    context::caller,
    views::field::{Field, error_of, field},
};

/// How long a closing is announced, and how long buyers may complain.
pub fn closing_rule(rule: ClosingRule, kept: &Kept) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.closing;
    let days = |name: &'static str, label: &str, saved: i32| {
        field(Field {
            name,
            label: label.to_owned(),
            value: kept.value(name).map_or_else(|| saved.to_string(), str::to_owned),
            error: error_of(kept.problem.as_ref(), name),
            inputmode: "numeric",
            most: 3,
            ..Field::default()
        })
    };
    view! {
        <section class="card" aria-labelledby="closing-rule">
            <h2 id="closing-rule">{texts.rule}</h2>
            <p class="s dim">{texts.rule_help}</p>
            <form class="fields" method="post" action="/fn/console/closing">
                <div class="f2">
                    {days("announce_days", texts.announce_days, rule.announce_days)}
                    {days("after_sale_days", texts.after_sale_days, rule.after_sale_days)}
                </div>
                <div><button class="btn plain">{texts.set}</button></div>
            </form>
        </section>
    }
}
