use commerce::{Error, catalog::NewTerm};
use leptos::prelude::*;
use shared::{
    CategoryId, Scene, Term,
    dto::{CategoryDesk, FeeEffect, FeeRate, FeeTable, TermChange},
};

use super::{Table, choose, fee_effect::effect, from, history::history, notice, tabs, text};
use crate::{
    api::{
        answer::{Kept, kept},
        console::read,
    },
    context::caller,
    i18n::studio::{Studio, tables::Tables},
    pages::{
        load::{page, query},
        studio::{StudioFrame, StudioTab, products::rate},
    },
    present::when::When,
    problem,
    views::field::Field,
};

struct Shown {
    table: FeeTable,
    history: Vec<TermChange>,
    effect: Option<FeeEffect>,
}

/// `/console/fees?category=&scene=&rate=&from=`: with a rate in the address it says what that would do.
#[component]
pub fn FeesPage() -> impl IntoView {
    let caller = caller();
    let asked = query::<String>("what_if").is_some();
    let mut kept = kept().unwrap_or_default();
    for name in ["category", "scene", "rate", "from"] {
        if let Some(typed) = query::<String>(name).filter(|_| asked) {
            kept.values.push((name.to_owned(), typed));
        }
    }
    let saved = query::<String>("saved").is_some();
    page(
        async move |shop| {
            let catalog = shop.catalog();
            let table = catalog.fee_table(caller.actor, caller.locale).await?;
            let history = catalog.term_history(caller.actor, None, &[Term::Fee], caller.locale).await?;
            let mut effect = None;
            if asked {
                let looked = match wanted(&kept) {
                    Ok(new) => catalog.fee_effect(caller.actor, &new, caller.locale).await,
                    Err(error) => Err(error),
                };
                match looked {
                    Ok(found) => effect = Some(found),
                    Err(error) => kept.problem = Some(problem(&error, caller.locale)),
                }
            }
            Ok((Shown { table, history, effect }, kept, shop.clock().now()))
        },
        move |(shown, kept, now)| {
            let studio = caller.texts().studio;
            let when = When::new(now, caller.locale);
            let looked = shown.effect.as_ref().map(|found| {
                let revision = kept.value("category").and_then(|id| id.parse().ok());
                let revision =
                    revision.and_then(|id: CategoryId| shown.table.categories.iter().find(|one| one.id == id));
                effect(found, &kept, revision.map(|one| one.revision).unwrap_or_default(), studio)
            });
            view! {
                <StudioFrame title=studio.tables.fees tab=StudioTab::Tables shop=None>
                    {tabs(Table::Fees, studio)}
                    {notice(&kept, saved, studio)}
                    {looked}
                    <div class="review">
                        {rates(&shown.table, &when, studio)}
                        <div class="stack full wide-stack">
                            {form(&shown.table.categories, &kept, studio)}
                            {history(&shown.history, "/console/fees", &when)}
                        </div>
                    </div>
                </StudioFrame>
            }
        },
    )
}

/// The change that the fields ask for.
fn wanted(kept: &Kept) -> Result<NewTerm, Error> {
    let typed = |name| kept.value(name).unwrap_or_default();
    read::fee(typed("category"), typed("scene"), typed("rate"), typed("from"))
}

/// What is in force and what is planned, along the tree.
fn rates(table: &FeeTable, when: &When, studio: &'static Studio) -> impl IntoView + use<> {
    let texts = &studio.tables;
    let rows = table.categories.iter().map(|category| {
        let own: Vec<_> = table.rates.iter().filter(|rate| rate.category == category.id).collect();
        let inherited = own.is_empty().then(|| {
            let said = if category.parent.is_some() { texts.inherited } else { texts.free };
            view! { <span class="dim">{said}</span> }
        });
        let chips = own.into_iter().map(|one| chip(one, when, texts)).collect_view();
        view! {
            <tr>
                <th scope="row" data-depth=category.depth.to_string()>{category.name.get(caller().locale).to_owned()}</th>
                <td><ul class="rates">{chips}</ul>{inherited}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="card pad" aria-labelledby="rates">
            <h2 id="rates">{texts.fees}</h2>
            <table class="plain-table tree-table"><thead><tr><th>{texts.category}</th><th>{texts.in_force}" · "{texts.planned}</th></tr></thead><tbody>{rows}</tbody></table>
        </section>
    }
}

fn chip(one: &FeeRate, when: &When, texts: &'static Tables) -> impl IntoView + use<> {
    let scene = one.scene.map_or(texts.every_scene, texts.scene_name);
    let since = if when.is_ever(&one.from) {
        None
    } else if one.runs {
        Some((texts.since)(&when.date(&one.from)))
    } else {
        Some((texts.will_be)(&when.date(&one.from)))
    };
    let until = one.to.as_ref().map(|to| (texts.until)(&when.date(to)));
    let span = [since, until].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let planned = (!one.runs).then(|| view! { <span class="tag hot">{texts.planned}</span> });
    view! { <li><span class="dim">{scene}</span>" "<b class="num">{rate(one.rate)}</b>" "<span class="xs dim num">{span}</span>{planned}</li> }
}

/// The fields of a change; looking comes before saving.
fn form(categories: &[CategoryDesk], kept: &Kept, studio: &'static Studio) -> impl IntoView + use<> {
    let texts = &studio.tables;
    let chosen = kept.value("category").and_then(|id| id.parse().ok());
    let scenes = Scene::ALL.map(|scene| {
        let here = kept.value("scene") == Some(scene.as_str());
        view! { <option value=scene.as_str() selected=here>{(texts.scene_name)(scene)}</option> }
    });
    let more = Field { inputmode: "decimal", most: 6, optional: true, ..Field::default() };
    let percent = text(kept, "rate", "rate", texts.rate, String::new(), more);
    view! {
        <form class="card pad" method="get" action="/console/fees" aria-labelledby="change">
            <h2 id="change">{texts.change_fee}</h2>
            <input type="hidden" name="what_if" value="1" />
            <div class="f2">
                {choose(categories, chosen)}
                <div class="f"><label for="f-scene">{texts.scene}</label><select class="in" id="f-scene" name="scene"><option value="">{texts.every_scene}</option>{scenes}</select></div>
            </div>
            <div class="f2"><div class="stack full">{percent}<p class="xs dim">{texts.rate_help}</p></div>{from(kept)}</div>
            <div class="row wraps"><button class="btn plain">{texts.what_if}</button><span class="xs dim">{texts.what_if_help}</span></div>
        </form>
    }
}
