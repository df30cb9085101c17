use leptos::prelude::*;
use shared::{
    ShopId,
    dto::{CategoryChance, DepositAccount, Problem, ShopCategory},
};

use crate::{
    context::caller,
    present::when::When,
    ui::full_price,
    views::field::{error, error_of},
};

/// Where the shop may sell; its `owner` may give a category up.
pub fn categories(
    shop: ShopId,
    account: &DepositAccount,
    owner: bool,
    problem: Option<&Problem>,
    when: &When,
) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.deposit;
    let none = account.categories.is_empty().then(|| view! { <p class="dim">{texts.no_categories}</p> });
    let refused = ["goods", "last"].into_iter().find_map(|field| error_of(problem, field));
    let refused = error(None, refused.map(|_| texts.drop_refused.to_owned()));
    let rows = account.categories.iter().map(|row| {
        let since = format!("{} {}", texts.since, when.day(&row.since));
        let part = (owner && account.categories.len() > 1).then(|| part(shop, row));
        view! {
            <li class="row wraps">
                <span class="stack grow"><b>{row.name.clone()}</b><small class="xs dim num">{since}</small></span>
                <span class="num">{full_price(row.deposit)}</span>
                {part}
            </li>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="card" aria-labelledby="categories">
            <h2 id="categories">{texts.categories}</h2>
            {none}{refused}
            <ul class="facts-list">{rows}</ul>
        </section>
    }
}

/// Giving one up, after a second thought; or why that cannot be yet.
fn part(shop: ShopId, row: &ShopCategory) -> AnyView {
    let texts = &caller().texts().studio.deposit;
    let name = format!("{}: {}", texts.drop, row.name);
    if row.goods > 0 {
        return view! { <details class="sure below"><summary class="btn" aria-label=name>{texts.drop}</summary><p class="s ask-sure">{(texts.drop_goods)(row.goods)}" "<a class="link" href="/studio/products">{caller().texts().studio.shell.products}</a></p></details> }.into_any();
    }
    let back = (row.back.minor > 0).then(|| view! { " "{texts.drop_back}" "{full_price(row.back)} });
    view! {
        <details class="sure below">
            <summary class="btn" aria-label=name>{texts.drop}</summary>
            <form class="ask-sure" method="post" action="/fn/deposit/drop">
                <input type="hidden" name="shop" value=shop.to_string() />
                <input type="hidden" name="category" value=row.id.to_string() />
                <p class="s">{texts.drop_sure}{back}</p>
                <button class="btn soft fill">{texts.drop}</button>
            </form>
        </details>
    }
    .into_any()
}

/// Asking for another one.
pub fn ask(shop: ShopId, account: &DepositAccount) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.deposit;
    if account.choices.is_empty() {
        return None;
    }
    let choices = account.choices.iter().map(choice).collect_view();
    Some(view! {
        <section class="card" aria-labelledby="ask">
            <h2 id="ask">{texts.ask}</h2>
            <p class="s dim">{texts.ask_help}</p>
            <form class="fields" method="post" action="/fn/deposit/ask">
                <input type="hidden" name="shop" value=shop.to_string() />
                <fieldset class="choices"><legend class="sr">{texts.ask}</legend>{choices}</fieldset>
                <div><button class="btn plain">{texts.ask}</button></div>
            </form>
        </section>
    })
}

fn choice(chance: &CategoryChance) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.deposit;
    let paper =
        chance.paper.as_ref().map_or_else(|| texts.no_paper.to_owned(), |paper| format!("{}{paper}", texts.needs));
    let miss = (chance.missing.minor > 0)
        .then(|| view! { <small class="xs warn">{texts.would_miss}" "{full_price(chance.missing)}</small> });
    view! {
        <label class="choice">
            <input class="radio" type="radio" name="category" value=chance.id.to_string() required />
            <span class="stack grow"><b>{chance.name.clone()}</b><small class="xs dim">{paper}</small>{miss}</span>
            <span class="num">{full_price(chance.deposit)}</span>
        </label>
    }
}
