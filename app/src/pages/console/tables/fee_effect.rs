use leptos::prelude::*;
use shared::dto::{FeeEffect, FeeSum};

use super::signed;
use crate::{
    api::answer::Kept,
    i18n::studio::{Studio, tables::Tables},
};

/// What a fee would have done to recent lines, and the form that saves it.
pub fn effect(found: &FeeEffect, kept: &Kept, revision: i64, studio: &'static Studio) -> impl IntoView + use<> {
    let texts = &studio.tables;
    let typed = |name: &str| kept.value(name).unwrap_or_default().to_owned();
    let hidden = ["category", "scene", "rate", "from"].map(|name| {
        view! { <input type="hidden" name=name value=typed(name) /> }
    });
    let body = if found.rows.is_empty() {
        view! { <p>{texts.no_lines}</p> }.into_any()
    } else {
        tables(found, texts).into_any()
    };
    view! {
        <section class="card pad what-if" id="effect" aria-labelledby="effect-title" tabindex="-1">
            <h2 id="effect-title">{texts.effect}</h2>
            <p class="s dim">{(texts.effect_days)(found.days)}</p>
            {body}
            <form class="row wraps" method="post" action="/fn/console/fee">
                {hidden}
                <input type="hidden" name="seen" value=revision.to_string() />
                <button class="btn buy">{texts.save_change}</button>
                <span class="xs dim grow">{texts.keeps}</span>
            </form>
        </section>
    }
}

fn tables(found: &FeeEffect, texts: &'static Tables) -> impl IntoView + use<> {
    let rows = found.rows.iter().map(|row| {
        let name = format!("{} · {}", row.path.join(" / "), (texts.scene_name)(row.scene));
        line(name, &row.sum, texts, None)
    });
    let shops = found.shops.iter().map(|row| line(row.name.clone(), &row.sum, texts, None));
    let sums = found.sums.iter().map(|sum| line(texts.sum.to_owned(), sum, texts, Some("sum")));
    let (rows, shops, sums) = (rows.collect_view(), shops.collect_view(), sums.collect_view());
    view! {
        <table class="plain-table money-table">{head(texts.by_row, texts)}<tbody>{rows}{sums}</tbody></table>
        <table class="plain-table money-table">{head(texts.by_shop, texts)}<tbody>{shops}</tbody></table>
    }
}

fn head(first: &'static str, texts: &'static Tables) -> impl IntoView + use<> {
    view! { <thead><tr><th>{first}</th><th class="num">{texts.lines}</th><th class="num">{texts.amount}</th><th class="num">{texts.fee_then}</th><th class="num">{texts.fee_would}</th><th class="num">{texts.difference}</th></tr></thead> }
}

fn line(name: String, sum: &FeeSum, texts: &'static Tables, class: Option<&'static str>) -> impl IntoView + use<> {
    view! {
        <tr class=class>
            <th scope="row">{name}</th>
            <td class="num" data-name=texts.lines>{sum.lines}</td>
            <td class="num" data-name=texts.amount>{sum.amount.to_string()}</td>
            <td class="num" data-name=texts.fee_then>{sum.then.to_string()}</td>
            <td class="num" data-name=texts.fee_would>{sum.would.to_string()}</td>
            <td class="num strong" data-name=texts.difference>{signed(sum.difference)}</td>
        </tr>
    }
}
