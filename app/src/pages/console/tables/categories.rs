use leptos::prelude::*;
use shared::{CategoryId, ErrorCode, Term, dto::CategoryDesk};

use super::{Table, category::category, from, history::history, notice, tabs, text};
use crate::{
    api::answer::{Kept, kept},
    context::caller,
    i18n::studio::Studio,
    pages::{
        load::{page, query},
        studio::{StudioFrame, StudioTab},
    },
    present::when::When,
    ui::icon_of,
    views::field::Field,
};

/// What the history of a category shows: all but its money, which has pages of its own.
const TERMS: [Term; 7] =
    [Term::Added, Term::Name, Term::Order, Term::Closed, Term::Attributes, Term::Protection, Term::Paper];

/// `/console/categories?id=`
#[component]
pub fn CategoriesPage() -> impl IntoView {
    let caller = caller();
    let kept = kept().unwrap_or_default();
    let (asked, saved) = (query::<String>("id"), query::<String>("saved").is_some());
    page(
        async move |shop| {
            let catalog = shop.catalog();
            let all = catalog.category_table(caller.actor, caller.locale).await?;
            let id: Option<CategoryId> = asked.map(|id| id.parse()).transpose().map_err(|_| ErrorCode::NotFound)?;
            if id.is_some_and(|id| !all.iter().any(|one| one.id == id)) {
                return Err(ErrorCode::NotFound.into());
            }
            let history = catalog.term_history(caller.actor, id, &TERMS, caller.locale).await?;
            Ok((all, id, history, shop.clock().now()))
        },
        move |(all, id, entries, now)| {
            let studio = caller.texts().studio;
            let when = When::new(now, caller.locale);
            let chosen = all.iter().find(|one| Some(one.id) == id);
            let editor = match chosen {
                Some(one) => category(one, &kept, studio).into_any(),
                None => view! { <p class="card pad dim">{studio.tables.choose}</p> }.into_any(),
            };
            let here = id.map_or_else(|| "/console/categories".to_owned(), |id| format!("/console/categories?id={id}"));
            view! {
                <StudioFrame title=studio.tables.categories tab=StudioTab::Tables shop=None>
                    {tabs(Table::Categories, studio)}
                    {notice(&kept, saved, studio)}
                    <div class="tables-desk">
                        <div class="stack full wide-stack">{tree(&all, id, studio)}{add(&all, id, &kept, studio)}</div>
                        <div class="stack full wide-stack">{editor}{history(&entries, &here, &when)}</div>
                    </div>
                </StudioFrame>
            }
        },
    )
}

/// The tree, each category with a way to its editor and to another place.
fn tree(all: &[CategoryDesk], chosen: Option<CategoryId>, studio: &'static Studio) -> impl IntoView + use<> {
    let texts = &studio.tables;
    let locale = caller().locale;
    let rows = all.iter().map(|one| {
        let siblings: Vec<_> = all.iter().filter(|other| other.parent == one.parent).map(|other| other.id).collect();
        let (first, last) = (siblings.first() == Some(&one.id), siblings.last() == Some(&one.id));
        let name = one.name.get(locale).to_owned();
        let current = (chosen == Some(one.id)).then_some("true");
        let closed = one.closed.then(|| view! { <span class="tag">{texts.closed}</span> });
        let (up, down) = ((texts.up)(&name), (texts.down)(&name));
        view! {
            <li class="row" data-depth=one.depth.to_string()>
                <a class="grow" href=format!("/console/categories?id={}", one.id) aria-current=current><b>{name}</b><small class="dim">{one.code.clone()}</small>{closed}</a>
                <form class="moves" method="post" action="/fn/console/category/move">
                    <input type="hidden" name="category" value=one.id.to_string() />
                    <button class="btn ghost" name="to" value="up" aria-label=up.clone() title=up disabled=first>{icon_of("i s turned", "down")}</button>
                    <button class="btn ghost" name="to" value="down" aria-label=down.clone() title=down disabled=last>{icon_of("i s", "down")}</button>
                </form>
            </li>
        }
    });
    let rows = rows.collect_view();
    view! { <section class="card pad" aria-labelledby="tree"><h2 id="tree">{texts.tree}</h2><ol class="tree">{rows}</ol></section> }
}

/// The form for one more.
fn add(all: &[CategoryDesk], below: Option<CategoryId>, kept: &Kept, studio: &'static Studio) -> impl IntoView + use<> {
    let texts = &studio.tables;
    let none = Kept::default();
    let kept = if kept.value("form") == Some("add") { kept } else { &none };
    let below = kept.value("parent").and_then(|id| id.parse().ok()).or(below);
    let parents = all.iter().map(|one| {
        let here = below == Some(one.id);
        view! { <option value=one.id.to_string() selected=here>{one.path.join(" / ")}</option> }
    });
    let parents = parents.collect_view();
    let own =
        |name, fault, label, most| text(kept, name, fault, label, String::new(), Field { most, ..Field::default() });
    let code = own("code", "code", texts.code, 64);
    let (zh, en) = (own("new_zh", "name", texts.name_zh, 40), own("new_en", "name", texts.name_en, 40));
    view! {
        <form class="card pad" method="post" action="/fn/console/category/add" aria-labelledby="add">
            <h2 id="add">{texts.add}</h2>
            <p class="xs dim">{texts.add_help}</p>
            <div class="f"><label for="f-parent">{texts.parent}</label><select class="in" id="f-parent" name="parent"><option value="">{texts.root}</option>{parents}</select></div>
            <div class="stack full">{code}<p class="xs dim">{texts.code_help}</p></div>
            <div class="f2">{zh}{en}</div>
            {from(kept)}
            <div><button class="btn plain">{texts.add}</button></div>
        </form>
    }
}
