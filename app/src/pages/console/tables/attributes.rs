use leptos::prelude::*;
use shared::{AttributeKind, AttributeName, LocalText, dto::CategoryDesk};

use super::category::{day, of, seen};
use crate::{
    api::{AttributeForm, answer::Kept},
    i18n::studio::{Studio, tables::Tables},
};

/// Empty rows below what there is.
const MORE: usize = 2;

/// What products of a category state, row by row.
pub fn attributes(one: &CategoryDesk, kept: &Kept, studio: &'static Studio) -> impl IntoView + use<> {
    let texts = &studio.tables;
    let kept = of(kept, "attributes");
    let typed: Option<Vec<AttributeForm>> = kept.value("rows").and_then(|rows| serde_json::from_str(rows).ok());
    let mut rows = typed.unwrap_or_else(|| one.attributes.iter().map(form).collect());
    rows.extend(std::iter::repeat_n(AttributeForm::default(), MORE));
    let rows = rows.iter().enumerate().map(|(at, form)| row(at, form, texts)).collect_view();
    let wrong = kept.problem.as_ref().is_some_and(|problem| problem.fields.iter().any(|one| one.field == "attributes"));
    let fault = wrong.then(|| view! { <p class="fault" role="alert">{(texts.fault)("attributes")}</p> });
    view! {
        <form class="card pad" method="post" action="/fn/console/category/attributes" aria-labelledby="attributes">
            <h3 id="attributes">{texts.attributes}</h3>
            <p class="xs dim">{texts.attributes_help}</p>
            {seen(one)}{fault}
            <ol class="attribute-rows">{rows}</ol>
            {day(&kept, "attributes")}
            <div><button class="btn plain">{texts.save}</button></div>
        </form>
    }
}

/// An attribute as its row shows it.
fn form(one: &AttributeName) -> AttributeForm {
    let option = |option: &LocalText| format!("{} / {}", option.zh, option.en);
    AttributeForm {
        key: one.key.clone(),
        zh: one.name.zh.clone(),
        en: one.name.en.clone(),
        kind: one.kind.as_str().to_owned(),
        required: if one.required { "yes".to_owned() } else { String::new() },
        options: one.options.iter().map(option).collect::<Vec<_>>().join("\n"),
    }
}

fn row(at: usize, form: &AttributeForm, texts: &'static Tables) -> impl IntoView + use<> {
    let name = |part: &str| format!("attributes[{at}][{part}]");
    let cell = |part: &str, label: &'static str, value: &str, most: i32| {
        view! { <label class="f"><span class="xs dim">{label}</span><input class="in" name=name(part) value=value.to_owned() maxlength=most /></label> }
    };
    let kinds = AttributeKind::ALL.map(|kind| {
        let here = form.kind == kind.as_str();
        view! { <option value=kind.as_str() selected=here>{(texts.kind_name)(kind)}</option> }
    });
    let required = !form.required.is_empty();
    view! {
        <li>
            {cell("key", texts.key, &form.key, 64)}
            {cell("zh", texts.name_zh, &form.zh, 40)}
            {cell("en", texts.name_en, &form.en, 40)}
            <label class="f"><span class="xs dim">{texts.kind}</span><select class="in" name=name("kind")>{kinds}</select></label>
            <label class="f options"><span class="xs dim">{texts.options}" · "{texts.options_help}</span><textarea class="in" name=name("options") rows="2">{form.options.clone()}</textarea></label>
            <label class="check"><input type="checkbox" name=name("required") value="yes" checked=required />{texts.required}</label>
        </li>
    }
}
