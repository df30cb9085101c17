//! The choice of a category: where the shop sells first, then what it would have to add.

use leptos::prelude::*;
use shared::{CategoryId, dto::CategoryChoice};

use crate::context::caller;

/// Where a shop asks for another category.
pub const ADD: &str = "/studio/deposit#ask";

/// The options of a `select`, called by `name`; `here` is chosen. One that takes nothing new is there only if it is.
pub fn options(
    choices: &[CategoryChoice],
    here: Option<CategoryId>,
    name: impl Fn(&CategoryChoice) -> String,
) -> AnyView {
    let texts = &caller().texts().studio.products;
    let open = |choice: &&CategoryChoice| !choice.closed || Some(choice.id) == here;
    let (held, other): (Vec<_>, Vec<_>) = choices.iter().filter(open).partition(|choice| choice.held);
    let group = |label: &'static str, some: Vec<&CategoryChoice>| {
        let options = some.iter().map(|choice| {
            view! { <option value=choice.id.to_string() selected={Some(choice.id) == here}>{name(choice)}</option> }
        });
        let options = options.collect_view();
        (!some.is_empty()).then(|| view! { <optgroup label=label>{options}</optgroup> })
    };
    view! { {group(texts.categories_held, held)}{group(texts.categories_other, other)} }.into_any()
}

/// The way to another category.
pub fn add() -> impl IntoView {
    view! { <a class="link" href=ADD>{caller().texts().studio.products.add_category}</a> }
}
