use leptos::prelude::*;

use super::{Bench, wrong};
use crate::{
    context::caller,
    pages::studio::products::rate,
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
    let options = bench.categories.iter().map(|choice| {
        let here = choice.id == draft.category;
        view! { <option value=choice.id.to_string() selected=here>{choice.path.join(" / ")}</option> }
    });
    let fee = bench.category().map(|choice| (texts.fee)(&rate(choice.fee)));
    view! {
        <section class="card pad" id="basics">
            <header><h2>{texts.basics}</h2></header>
            <div class="f2">
                {text("title_zh", texts.title_zh, &draft.title.zh, 120, "title", false)}
                {text("title_en", texts.title_en, &draft.title.en, 120, "title", true)}
                {text("subtitle_zh", texts.subtitle_zh, &draft.subtitle.zh, 160, "subtitle", true)}
                {text("subtitle_en", texts.subtitle_en, &draft.subtitle.en, 160, "subtitle", true)}
                <div class="f"><label for="f-category">{texts.category}</label><select class="in" id="f-category" name="category">{options.collect_view()}</select>{fee.map(|fee| view! { <p class="xs dim">{fee}</p> })}</div>
            </div>
            {attributes(bench)}
        </section>
    }
}

fn attributes(bench: &Bench) -> Option<AnyView> {
    let texts = &caller().texts().studio.products;
    let choice = bench.category().filter(|choice| !choice.attributes.is_empty())?;
    let rows = choice.attributes.iter().map(|(key, name, required)| {
        let fact = bench.view.draft.content.attributes.iter().find(|fact| fact.key == *key);
        let value = |zh: bool| fact.map(|fact| if zh { fact.value.zh.clone() } else { fact.value.en.clone() }).unwrap_or_default();
        let missing = required.then(|| view! { <span class="tag">{texts.required}</span> });
        view! {
            <tr>
                <th scope="row">{name.clone()}" "{missing}</th>
                <td><input class="in" name=format!("attr.{key}.zh") maxlength="200" value=value(true) aria-label=format!("{name} {}", texts.zh) /></td>
                <td><input class="in" name=format!("attr.{key}.en") maxlength="200" value=value(false) aria-label=format!("{name} {}", texts.en) /></td>
            </tr>
        }
    });
    let table = view! {
        <h3 class="s">{texts.attributes}</h3>
        <table class="plain-table edits"><thead><tr><th><span class="sr">{texts.attributes}</span></th><th>{texts.zh}</th><th>{texts.en}</th></tr></thead><tbody>{rows.collect_view()}</tbody></table>
        {wrong("attributes", bench.fault("attributes"))}
    };
    Some(table.into_any())
}
