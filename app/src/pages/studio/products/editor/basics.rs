use leptos::prelude::*;
use shared::{AttributeKind, dto::AttributeChoice};

use super::{Bench, mastered, wrong};
use crate::{
    context::caller,
    pages::studio::products::{categories, rate},
    views::field::{Field, field},
};

/// Titles, category, and what products of the category state.
pub fn basics(bench: &Bench) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.products;
    let draft = &bench.view.draft;
    let text = |name: &'static str, label: &str, value: &str, most: i32, of: &str, optional: bool| {
        let error = bench.fault(of);
        field(Field { name, label: label.into(), value: value.into(), most, error, optional, ..Field::default() })
    };
    let options = categories::options(&bench.categories, Some(draft.category), |choice| choice.path.join(" / "));
    let fault = bench.fault("category");
    let is_wrong = fault.is_some();
    let (invalid, described) = (is_wrong.then_some("true"), is_wrong.then_some("e-category"));
    // What is not the shop's yet says so before it is submitted.
    let add = bench.category().is_some_and(|choice| !choice.held).then(categories::add);
    let titles = match bench.view.master {
        Some(_) => mastered::title(bench).into_any(),
        None => view! {
            {text("title_zh", texts.title_zh, &draft.title.zh, 120, "title", false)}
            {text("title_en", texts.title_en, &draft.title.en, 120, "title", true)}
        }
        .into_any(),
    };
    let fee = bench.category().map(|choice| (texts.fee)(&rate(choice.fee)));
    view! {
        <section class="card pad" id="basics">
            <header><h2>{texts.basics}</h2></header>
            <div class="f2">
                {titles}
                {text("subtitle_zh", texts.subtitle_zh, &draft.subtitle.zh, 160, "subtitle", true)}
                {text("subtitle_en", texts.subtitle_en, &draft.subtitle.en, 160, "subtitle", true)}
                <div class="f" class:wrong=is_wrong>
                    <label for="f-category">{texts.category}</label>
                    <select class="in" id="f-category" name="category" aria-invalid=invalid aria-describedby=described>{options}</select>
                    {wrong("category", fault)}
                    {fee.map(|fee| view! { <p class="xs dim">{fee}</p> })}
                    {add.map(|add| view! { <p class="xs">{add}</p> })}
                </div>
            </div>
            {attributes(bench)}
        </section>
    }
}

fn attributes(bench: &Bench) -> Option<AnyView> {
    let texts = &caller().texts().studio.products;
    let choice = bench.category().filter(|choice| !choice.attributes.is_empty())?;
    let rows = choice.attributes.iter().map(|attribute| {
        let fact = bench.view.draft.content.attributes.iter().find(|fact| fact.key == attribute.key);
        let missing = attribute.required.then(|| view! { <span class="tag">{texts.required}</span> });
        let cell = |zh: bool| {
            let value = fact.map(|fact| if zh { fact.value.zh.clone() } else { fact.value.en.clone() });
            let language = if zh { ("zh", texts.zh) } else { ("en", texts.en) };
            value_of(attribute, value.unwrap_or_default(), language)
        };
        view! { <tr><th scope="row">{attribute.name.clone()}" "{missing}</th><td>{cell(true)}</td><td>{cell(false)}</td></tr> }
    });
    let table = view! {
        <h3 class="s">{texts.attributes}</h3>
        <table class="plain-table edits"><thead><tr><th><span class="sr">{texts.attributes}</span></th><th>{texts.zh}</th><th>{texts.en}</th></tr></thead><tbody>{rows.collect_view()}</tbody></table>
        {wrong("attributes", bench.fault("attributes"))}
    };
    Some(table.into_any())
}

/// The value of an attribute in one language: whatever it is, else one of its options.
fn value_of(attribute: &AttributeChoice, value: String, (code, language): (&'static str, &'static str)) -> AnyView {
    let (name, label) = (format!("attr.{}.{code}", attribute.key), format!("{} {language}", attribute.name));
    let number = (attribute.kind == AttributeKind::Number).then_some("decimal");
    if attribute.kind != AttributeKind::Choice {
        return view! { <input class="in" name=name maxlength="200" inputmode=number value=value aria-label=label /> }
            .into_any();
    }
    let options =
        attribute.options.iter().map(|option| if code == "zh" { option.zh.clone() } else { option.en.clone() });
    let options: Vec<_> = options.collect();
    // What was written before there were options stays until it is changed.
    let old = (!value.is_empty() && !options.contains(&value)).then(|| value.clone());
    let options = old.into_iter().chain(options).map(|option| {
        let here = option == value;
        view! { <option selected=here>{option}</option> }
    });
    view! { <select class="in" name=name aria-label=label><option value=""></option>{options.collect_view()}</select> }
        .into_any()
}
