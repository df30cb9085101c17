use leptos::prelude::*;
use shared::{OpeningMode, SubjectType};

use super::{
    Desk,
    compare::{compare, supported},
    link::link,
};
use crate::views::field::{Field, error, field};

/// A large radio with what it means.
fn choice(name: &'static str, value: &'static str, title: &'static str, help: [&'static str; 2], on: bool) -> AnyView {
    let more = (!help[1].is_empty()).then(|| view! { <span class="tag">{help[1]}</span> });
    view! {
        <label class="choice">
            <input class="radio" type="radio" name=name value=value checked=on required />
            <span class="stack"><b>{title}</b><span class="s dim">{help[0]}</span>{more}</span>
        </label>
    }
    .into_any()
}

fn group(desk: &Desk, name: &'static str, legend: usize, choices: Vec<AnyView>) -> AnyView {
    let wrong = desk.fault(name, "");
    let is_wrong = wrong.is_some();
    let title = desk.texts.steps.get(legend).copied().unwrap_or_default();
    view! {
        <fieldset class="choices" class:wrong=is_wrong>
            <legend class="sr">{title}</legend>
            {choices}
            {error(None, wrong)}
        </fieldset>
    }
    .into_any()
}

pub(super) fn text(desk: &Desk, name: &'static str, label: &str, saved: &str, more: Field) -> AnyView {
    field(Field {
        name,
        label: label.to_owned(),
        value: desk.value(name, saved),
        error: desk.fault(name, saved),
        ..more
    })
}

/// How the showcase gets its goods.
pub fn mode(desk: &Desk) -> impl IntoView + use<> {
    let (texts, words, form) = (desk.texts, desk.words, &desk.opening.form);
    let typed = desk.value("mode", form.mode.map(OpeningMode::as_str).unwrap_or_default());
    let choices = OpeningMode::ALL.iter().map(|mode| {
        let help = [(texts.mode_help)(*mode), (texts.owner)(*mode)];
        choice("mode", mode.as_str(), (words.mode)(*mode), help, typed == mode.as_str())
    });
    let choices = group(desk, "mode", 1, choices.collect());
    view! {
        <form class="fields" method="post" action="/fn/opening/mode">
            {choices}{supported(desk)}{link(desk)}
            <div><button class="btn plain">{texts.save_next}</button></div>
        </form>
        {compare(desk)}
    }
}

/// Who applies.
pub fn subject(desk: &Desk) -> impl IntoView + use<> {
    let (texts, words, form) = (desk.texts, desk.words, &desk.opening.form);
    let typed = desk.value("subject", form.subject.map(SubjectType::as_str).unwrap_or_default());
    let suits = |subject: &&SubjectType| form.mode.is_none_or(|mode| mode.suits(**subject));
    let choices = SubjectType::ALL.iter().filter(suits).map(|subject| {
        let help = [(texts.subject_help)(*subject), ""];
        choice("subject", subject.as_str(), (words.subject)(*subject), help, typed == subject.as_str())
    });
    let choices = group(desk, "subject", 2, choices.collect());
    let name = text(desk, "legal_name", texts.legal_name, &form.legal_name, Field { most: 60, ..Field::default() });
    let more = Field { most: 32, autocomplete: "off", ..Field::default() };
    let number = text(desk, "number", texts.number, &form.number, more);
    let kept = (!form.number.is_empty()).then(|| view! { <p class="xs dim">{texts.number_kept}</p> });
    let more = Field { most: 40, autocomplete: "name", ..Field::default() };
    let contact = text(desk, "contact", texts.contact, &form.contact, more);
    let more = Field { most: 24, kind: "tel", inputmode: "tel", autocomplete: "tel", ..Field::default() };
    let phone = text(desk, "phone", texts.phone, &form.phone, more);
    view! {
        <form class="fields" method="post" action="/fn/opening/subject">
            {choices}{name}
            <div class="stack full">{number}{kept}</div>
            <div class="f2">{contact}{phone}</div>
            <div><button class="btn plain">{texts.save_next}</button></div>
        </form>
    }
}

/// What it will be called.
pub fn shop(desk: &Desk) -> impl IntoView + use<> {
    let (texts, form) = (desk.texts, &desk.opening.form);
    let name = text(desk, "shop_name", texts.shop_name, &form.shop_name, Field { most: 30, ..Field::default() });
    let more = Field { most: 32, autocomplete: "off", ..Field::default() };
    let handle = text(desk, "handle", texts.handle, &form.handle, more);
    let more = Field { most: 120, optional: true, ..Field::default() };
    let intro = text(desk, "intro", texts.intro, &form.intro, more);
    view! {
        <form class="fields" method="post" action="/fn/opening/shop">
            {name}
            <div class="stack full">{handle}<p class="xs dim">{texts.handle_help}</p></div>
            {intro}
            <div><button class="btn plain">{texts.save_next}</button></div>
        </form>
    }
}
