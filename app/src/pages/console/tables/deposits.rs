use leptos::prelude::*;
use shared::{
    CategoryId, Term,
    dto::{CategoryDesk, DepositEffect, TermChange},
};

use super::{Table, choose, from, history::history, notice, plain, tabs, text};
use crate::{
    api::{
        answer::{Kept, kept},
        console::read,
        read::field,
    },
    context::caller,
    i18n::studio::Studio,
    pages::{
        load::{page, query},
        studio::{StudioFrame, StudioTab},
    },
    present::when::When,
    problem,
    views::field::Field,
};

struct Shown {
    /// Those at the root: what is chosen when a shop is opened.
    roots: Vec<CategoryDesk>,
    history: Vec<TermChange>,
    effect: Option<DepositEffect>,
}

/// `/console/deposits?category=&deposit=&from=`: with an amount in the address it says what that would do.
#[component]
pub fn DepositsPage() -> impl IntoView {
    let caller = caller();
    let asked = query::<String>("what_if").is_some();
    let mut kept = kept().unwrap_or_default();
    for name in ["category", "deposit", "from"] {
        if let Some(typed) = query::<String>(name).filter(|_| asked) {
            kept.values.push((name.to_owned(), typed));
        }
    }
    let saved = query::<String>("saved").is_some();
    page(
        async move |shop| {
            let catalog = shop.catalog();
            let mut roots = catalog.category_table(caller.actor, caller.locale).await?;
            roots.retain(|one| one.parent.is_none());
            let history = catalog.term_history(caller.actor, None, &[Term::Deposit], caller.locale).await?;
            let mut effect = None;
            if asked {
                let looked = match wanted(&kept) {
                    Ok((category, minor, from)) => {
                        let onboarding = shop.onboarding();
                        onboarding.deposit_effect(caller.actor, category, minor, from, caller.locale).await
                    }
                    Err(error) => Err(error),
                };
                match looked {
                    Ok(found) => effect = Some(found),
                    Err(error) => kept.problem = Some(problem(&error, caller.locale)),
                }
            }
            Ok((Shown { roots, history, effect }, kept, shop.clock().now()))
        },
        move |(shown, kept, now)| {
            let studio = caller.texts().studio;
            let when = When::new(now, caller.locale);
            let chosen: Option<CategoryId> = kept.value("category").and_then(|id| id.parse().ok());
            let revision = shown.roots.iter().find(|one| Some(one.id) == chosen).map(|one| one.revision);
            let looked = shown.effect.as_ref().map(|found| effect(found, &kept, revision.unwrap_or_default(), studio));
            view! {
                <StudioFrame title=studio.tables.deposits tab=StudioTab::Tables shop=None>
                    {tabs(Table::Deposits, studio)}
                    {notice(&kept, saved, studio)}
                    {looked}
                    <div class="review">
                        {deposits(&shown.roots, studio)}
                        <div class="stack full wide-stack">
                            {form(&shown.roots, &kept, studio)}
                            {history(&shown.history, "/console/deposits", &when)}
                        </div>
                    </div>
                </StudioFrame>
            }
        },
    )
}

type Wanted = (CategoryId, i64, Option<chrono::DateTime<chrono::Utc>>);

/// The change that the fields ask for.
fn wanted(kept: &Kept) -> Result<Wanted, commerce::Error> {
    let typed = |name| kept.value(name).unwrap_or_default();
    Ok((field("category", typed("category"))?, read::deposit(typed("deposit"))?, read::from(typed("from"))?))
}

fn deposits(roots: &[CategoryDesk], studio: &'static Studio) -> impl IntoView + use<> {
    let texts = &studio.tables;
    let locale = caller().locale;
    let rows = roots.iter().map(|one| {
        let closed = one.closed.then(|| view! { " "<span class="tag">{texts.closed}</span> });
        view! { <tr><th scope="row">{one.name.get(locale).to_owned()}{closed}</th><td class="num">{one.deposit.to_string()}</td></tr> }
    });
    let rows = rows.collect_view();
    view! {
        <section class="card pad" aria-labelledby="deposits">
            <h2 id="deposits">{texts.deposits}</h2>
            <p class="s dim">{texts.deposit_help}</p>
            <table class="plain-table"><thead><tr><th>{texts.category}</th><th class="num">{texts.in_force}</th></tr></thead><tbody>{rows}</tbody></table>
        </section>
    }
}

fn form(roots: &[CategoryDesk], kept: &Kept, studio: &'static Studio) -> impl IntoView + use<> {
    let texts = &studio.tables;
    let chosen = kept.value("category").and_then(|id| id.parse().ok());
    let now = roots.iter().find(|one| Some(one.id) == chosen).map(|one| plain(one.deposit)).unwrap_or_default();
    let amount = text(
        kept,
        "deposit",
        "deposit",
        texts.deposit,
        now,
        Field { inputmode: "decimal", most: 14, ..Field::default() },
    );
    view! {
        <form class="card pad" method="get" action="/console/deposits" aria-labelledby="change">
            <h2 id="change">{texts.change_deposit}</h2>
            <input type="hidden" name="what_if" value="1" />
            {choose(roots, chosen)}
            <div class="f2">{amount}{from(kept)}</div>
            <div class="row wraps"><button class="btn plain">{texts.what_if}</button><span class="xs dim">{texts.what_if_help}</span></div>
        </form>
    }
}

/// Which open shops would have less than is asked of them, and the form that saves the change.
fn effect(found: &DepositEffect, kept: &Kept, revision: i64, studio: &'static Studio) -> impl IntoView + use<> {
    let texts = &studio.tables;
    let hidden = ["category", "deposit", "from"].map(|name| {
        view! { <input type="hidden" name=name value=kept.value(name).unwrap_or_default().to_owned() /> }
    });
    let said = match found.short.len() {
        0 => (texts.nobody_short)(found.shops),
        short => (texts.some_short)(short, found.shops),
    };
    let rows = found.short.iter().map(|row| {
        view! {
            <tr>
                <th scope="row">{row.name.clone()}</th>
                <td class="num" data-name=texts.held>{row.held.to_string()}</td>
                <td class="num" data-name=texts.asked>{row.asked.to_string()}</td>
                <td class="num" data-name=texts.would>{row.would.to_string()}</td>
                <td class="num strong" data-name=texts.short>{row.short.to_string()}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let table = (!found.short.is_empty()).then(|| {
        view! {
            <table class="plain-table money-table">
                <thead><tr><th>{texts.shop}</th><th class="num">{texts.held}</th><th class="num">{texts.asked}</th><th class="num">{texts.would}</th><th class="num">{texts.short}</th></tr></thead>
                <tbody>{rows}<tr class="sum"><th scope="row">{texts.sum}</th><td></td><td></td><td></td><td class="num strong" data-name=texts.short>{found.sum.to_string()}</td></tr></tbody>
            </table>
        }
    });
    view! {
        <section class="card pad what-if" id="effect" aria-labelledby="effect-title" tabindex="-1">
            <h2 id="effect-title">{texts.effect}</h2>
            <p>{said}</p>
            {table}
            <form class="row wraps" method="post" action="/fn/console/deposit">
                {hidden}
                <input type="hidden" name="seen" value=revision.to_string() />
                <button class="btn buy">{texts.save_change}</button>
            </form>
        </section>
    }
}
