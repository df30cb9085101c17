use leptos::prelude::*;
use shared::dto::CategoryDesk;

use super::{attributes::attributes, text};
use crate::{api::answer::Kept, context::caller, i18n::studio::Studio, ui::icon_of, views::field::Field};

/// What is said of one category: a form for each term, so that a change is one act with one day.
pub fn category(one: &CategoryDesk, kept: &Kept, studio: &'static Studio) -> impl IntoView + use<> {
    let texts = &studio.tables;
    let path = one.path.join(" / ");
    let paper = one.parent.is_none().then(|| paper(one, kept, studio));
    view! {
        <h2 class="row">{icon_of("i m", "edit")}{path}<small class="dim">{one.code.clone()}</small></h2>
        <div class="two-cards">
            {name(one, kept, studio)}
            {closed(one, kept, studio)}
            {protection(one, kept, studio)}
            {paper}
        </div>
        {attributes(one, kept, studio)}
        <p class="row wraps"><a class="btn" href="/console/fees">{texts.fees}</a><a class="btn" href="/console/deposits">{texts.deposits}</a></p>
    }
}

/// What was typed into the form `form`; nothing if another one came back.
pub(super) fn of(kept: &Kept, form: &str) -> Kept {
    if kept.value("form") == Some(form) { kept.clone() } else { Kept::default() }
}

/// The fields that every form has: of which category, and how it was when it was looked at.
pub(super) fn seen(one: &CategoryDesk) -> impl IntoView + use<> {
    view! {
        <input type="hidden" name="category" value=one.id.to_string() />
        <input type="hidden" name="seen" value=one.revision.to_string() />
    }
}

/// The day from which on; each form has one, so its id is its own.
pub(super) fn day(kept: &Kept, form: &'static str) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.tables;
    let (id, help) = (format!("from-{form}"), format!("h-from-{form}"));
    let wrong = kept.problem.as_ref().is_some_and(|problem| problem.fields.iter().any(|one| one.field == "from"));
    let fault = wrong.then(|| view! { <p class="fault">{(texts.fault)("from")}</p> });
    let value = kept.value("from").unwrap_or_default().to_owned();
    view! {
        <div class="f" class:wrong=wrong>
            <label for=id.clone()>{texts.from}</label>
            <input class="in" type="date" id=id name="from" value=value aria-describedby=help.clone() aria-invalid=wrong.then_some("true") />
            {fault}
            <p class="xs dim" id=help>{texts.from_help}</p>
        </div>
    }
}

fn name(one: &CategoryDesk, kept: &Kept, studio: &'static Studio) -> impl IntoView + use<> {
    let texts = &studio.tables;
    let kept = of(kept, "name");
    let own = |name, label, value: &str| {
        text(&kept, name, "name", label, value.to_owned(), Field { most: 40, ..Field::default() })
    };
    let (zh, en) = (own("name_zh", texts.name_zh, &one.name.zh), own("name_en", texts.name_en, &one.name.en));
    view! {
        <form class="card pad" method="post" action="/fn/console/category/name" aria-label=texts.rename>
            <h3>{texts.rename}</h3>
            {seen(one)}{zh}{en}{day(&kept, "name")}
            <div><button class="btn plain">{texts.save}</button></div>
        </form>
    }
}

fn closed(one: &CategoryDesk, kept: &Kept, studio: &'static Studio) -> impl IntoView + use<> {
    let texts = &studio.tables;
    let kept = of(kept, "closed");
    let (state, act) = if one.closed { (texts.closed, texts.reopen) } else { (texts.open, texts.close) };
    let to = if one.closed { "" } else { "yes" };
    view! {
        <form class="card pad" method="post" action="/fn/console/category/closed" aria-label=texts.close_title>
            <h3 class="row">{texts.close_title}<span class="tag">{state}</span></h3>
            <p class="xs dim">{texts.close_help}</p>
            {seen(one)}
            <input type="hidden" name="closed" value=to />
            {day(&kept, "closed")}
            <div><button class="btn plain">{act}</button></div>
        </form>
    }
}

fn protection(one: &CategoryDesk, kept: &Kept, studio: &'static Studio) -> impl IntoView + use<> {
    let texts = &studio.tables;
    let kept = of(kept, "protection");
    let more = Field { inputmode: "numeric", most: 2, ..Field::default() };
    let days = text(&kept, "confirm_days", "confirm_days", texts.confirm_days, one.confirm_days.to_string(), more);
    let returns = one.seven_day_return;
    view! {
        <form class="card pad" method="post" action="/fn/console/category/protection" aria-label=texts.protection>
            <h3>{texts.protection}</h3>
            {seen(one)}{days}
            <label class="check"><input type="checkbox" name="seven_day_return" value="yes" checked=returns />{texts.seven_day_return}</label>
            {day(&kept, "protection")}
            <div><button class="btn plain">{texts.save}</button></div>
        </form>
    }
}

fn paper(one: &CategoryDesk, kept: &Kept, studio: &'static Studio) -> impl IntoView + use<> {
    let texts = &studio.tables;
    let kept = of(kept, "paper");
    let now = one.paper.clone().unwrap_or_default();
    let own = |name, label, value: String| {
        text(&kept, name, "paper", label, value, Field { most: 40, optional: true, ..Field::default() })
    };
    let (zh, en) = (own("paper_zh", texts.name_zh, now.zh), own("paper_en", texts.name_en, now.en));
    view! {
        <form class="card pad" method="post" action="/fn/console/category/paper" aria-label=texts.paper>
            <h3>{texts.paper}</h3>
            <p class="xs dim">{texts.paper_help}</p>
            {seen(one)}{zh}{en}{day(&kept, "paper")}
            <div><button class="btn plain">{texts.save}</button></div>
        </form>
    }
}
