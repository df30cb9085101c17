use leptos::prelude::*;
use shared::{
    ShopId,
    dto::{CategoryChance, DepositAccount},
};

use crate::{context::caller, present::when::When, ui::full_price};

/// Where the shop may sell.
pub fn categories(account: &DepositAccount, when: &When) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.deposit;
    let none = account.categories.is_empty().then(|| view! { <p class="dim">{texts.no_categories}</p> });
    let rows = account.categories.iter().map(|row| {
        let since = format!("{} {}", texts.since, when.day(&row.since));
        view! { <li class="row wraps"><span class="stack grow"><b>{row.name.clone()}</b><small class="xs dim num">{since}</small></span><span class="num">{full_price(row.deposit)}</span></li> }
    });
    let rows = rows.collect_view();
    view! {
        <section class="card" aria-labelledby="categories">
            <h2 id="categories">{texts.categories}</h2>
            {none}
            <ul class="facts-list">{rows}</ul>
        </section>
    }
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
