use leptos::prelude::*;
use shared::{PlanKind, dto::ProductCard};

use crate::{
    api::answer::Kept,
    context::caller,
    views::field::{Field, error, error_of, field, is_first},
};

/// The form for a new plan.
pub fn new(goods: &[ProductCard], kept: &Kept) -> AnyView {
    let t = &caller().texts().studio.affiliate;
    // A form of a plan that came back says which.
    let mine = kept.value("of").is_none();
    let problem = kept.problem.as_ref().filter(|_| mine);
    let value = |name| kept.value(name).filter(|_| mine).unwrap_or_default().to_owned();
    if goods.is_empty() {
        return view! { <section class="card" aria-labelledby="new-plan"><h2 id="new-plan">{t.new_plan}</h2><p class="dim">{t.offer_none}</p></section> }
            .into_any();
    }
    let chosen = value("product");
    let options = goods.iter().map(|card| {
        let id = card.id.to_string();
        let selected = id == chosen;
        view! { <option value=id selected=selected>{card.title.clone()}</option> }
    });
    let options = options.collect_view();
    let picked: PlanKind = value("kind").parse().unwrap_or(PlanKind::Ordinary);
    let kinds = PlanKind::ALL.map(|kind| {
        view! {
            <label class="choice-kind">
                <input class="radio" type="radio" name="kind" value=kind.as_str() checked=kind == picked />
                <span class="stack"><b class="s">{(t.kind_name)(kind)}</b><small class="dim">{(t.kind_help)(kind)}</small></span>
            </label>
        }
    });
    let kinds = kinds.into_iter().collect_view();
    let input = |name: &'static str, label: &'static str, inputmode, optional| {
        field(Field {
            name,
            label: label.to_owned(),
            value: value(name),
            inputmode,
            most: if optional { 1_000 } else { 6 },
            error: error_of(problem, name),
            focus: is_first(problem, name),
            optional,
            ..Field::default()
        })
    };
    view! {
        <section class="card" aria-labelledby="new-plan">
            <h2 id="new-plan">{t.new_plan}</h2>
            <form class="fields" method="post" action="/fn/affiliate/offer">
                <div class="f"><label for="f-product">{t.product}</label><select class="in" id="f-product" name="product">{options}</select></div>
                <fieldset class="fields"><legend class="s dim">{t.kind}</legend>{kinds}{error(Some("e-plan".to_owned()), error_of(problem, "plan"))}</fieldset>
                {input("rate", t.rate, "decimal", false)}
                {input("creators", t.creators, "", true)}
                <p class="xs dim">{t.creators_help}</p>
                <button class="btn buy">{t.offer}</button>
            </form>
        </section>
    }
    .into_any()
}
