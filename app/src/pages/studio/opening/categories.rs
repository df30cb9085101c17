use leptos::prelude::*;

use super::Desk;
use crate::{ui::full_price, views::field::error};

/// What will be sold, with what it asks for.
pub fn form(desk: &Desk) -> impl IntoView + use<> {
    let texts = desk.texts;
    let rows = desk.opening.categories.iter().map(|category| {
        let paper = match &category.paper {
            Some(paper) => format!("{}{paper}", texts.needs_paper),
            None => texts.no_paper.to_owned(),
        };
        let refused = desk.refused(&format!("category.{}", category.id));
        view! {
            <label class="choice">
                <input class="box" type="checkbox" name="categories[]" value=category.id.to_string() checked=category.chosen />
                <span class="stack grow"><b>{category.name.clone()}</b><span class="s dim">{paper}</span>{error(None, refused)}</span>
                <span class="stack right"><span class="xs dim">{texts.deposit_of}</span>{full_price(category.deposit)}</span>
            </label>
        }
    });
    let rows = rows.collect_view();
    let wrong = desk.fault("categories", "");
    let legend = texts.steps.get(4).copied().unwrap_or_default();
    view! {
        <form class="fields" method="post" action="/fn/opening/categories">
            <fieldset class="choices"><legend class="sr">{legend}</legend>{rows}{error(None, wrong)}</fieldset>
            <p class="row"><span class="grow">{texts.deposit_sum}</span><b>{full_price(desk.opening.deposit)}</b></p>
            <div><button class="btn plain">{texts.save_next}</button></div>
        </form>
    }
}
