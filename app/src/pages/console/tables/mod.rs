//! The operator's tables, each with what is in force, what is planned, who changed it, and what a change would do.

mod agreements;
mod attributes;
mod categories;
mod category;
mod deposits;
mod fee_effect;
mod fees;
mod history;

pub use agreements::AgreementsPage;
pub use categories::CategoriesPage;
pub use deposits::DepositsPage;
pub use fees::FeesPage;

use leptos::prelude::*;
use shared::{CategoryId, Money, dto::CategoryDesk};

use crate::{
    api::answer::Kept,
    context::caller,
    i18n::studio::Studio,
    views::field::{Field, field},
};

/// The tables, in the order of their tabs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Table {
    Categories,
    Fees,
    Deposits,
    Agreements,
}

/// The way from one table to the next.
fn tabs(here: Table, studio: &'static Studio) -> impl IntoView + use<> {
    let texts = &studio.tables;
    let all = [
        (Table::Categories, "/console/categories", texts.categories),
        (Table::Fees, "/console/fees", texts.fees),
        (Table::Deposits, "/console/deposits", texts.deposits),
        (Table::Agreements, "/console/agreements", texts.agreements),
    ];
    let all = all.map(|(table, href, name)| {
        let current = (table == here).then_some("page");
        view! { <a href=href aria-current=current>{name}</a> }
    });
    view! { <nav class="queue-tabs" aria-label=texts.nav>{all}<a class="end" href="/console/rules">{studio.review.rules}</a></nav> }
}

/// What came of the last act: a problem in words, or that it was saved.
fn notice(kept: &Kept, saved: bool, studio: &'static Studio) -> Option<AnyView> {
    let texts = &studio.tables;
    let Some(problem) = kept.problem.as_ref() else {
        return saved.then(|| view! { <p class="notice" role="status">{texts.saved}</p> }.into_any());
    };
    let said =
        if problem.code == shared::ErrorCode::Conflict { texts.changed_meanwhile } else { problem.title.as_str() };
    let said = said.to_owned();
    Some(view! { <p class="notice bad" role="alert" tabindex="-1" data-problem>{said}</p> }.into_any())
}

/// A field of a form: what was typed, else what is so, with what is wrong with it in the words of the tables.
/// `fault` is the name under which the shop complains of it.
fn text(kept: &Kept, name: &'static str, fault: &str, label: &str, saved: String, more: Field) -> AnyView {
    let value = kept.value(name).map_or(saved, str::to_owned);
    let wrong = kept.problem.as_ref().is_some_and(|problem| problem.fields.iter().any(|one| one.field == fault));
    let error = wrong.then(|| (caller().texts().studio.tables.fault)(fault).to_owned());
    field(Field { name, label: label.to_owned(), value, error, ..more })
}

/// The day from which a change counts.
fn from(kept: &Kept) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.tables;
    let day = text(
        kept,
        "from",
        "from",
        texts.from,
        String::new(),
        Field { kind: "date", optional: true, ..Field::default() },
    );
    view! { <div class="stack full">{day}<p class="xs dim">{texts.from_help}</p></div> }
}

/// A list of categories to choose from, by their names from the root.
fn choose(categories: &[CategoryDesk], chosen: Option<CategoryId>) -> impl IntoView + use<> {
    let options = categories.iter().map(|one| {
        let here = chosen == Some(one.id);
        view! { <option value=one.id.to_string() selected=here>{one.path.join(" / ")}</option> }
    });
    let options = options.collect_view();
    let label = caller().texts().studio.tables.category;
    view! { <div class="f"><label for="f-category">{label}</label><select class="in" id="f-category" name="category">{options}</select></div> }
}

/// An amount as people type it: `168.00`.
fn plain(money: Money) -> String {
    money.decimal().to_string()
}

/// A difference with its sign.
fn signed(money: Money) -> String {
    if money.minor > 0 { format!("+{money}") } else { money.to_string() }
}
