//! Choosing a variant and a number of pieces; the same on the product's page and in the sheet.
//!
//! One state and one product shared by all closures: each further type of signal would be a further
//! copy of its machinery in the browser's code.

mod bar;
mod model;
mod outside;

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::{Element, HtmlInputElement};

pub use model::{PickOption, PickProduct, PickSku, PickTexts};

use bar::buy_bar;
use outside::show_choice;

use crate::ui::icon_of;

/// From so few pieces on, the buyer is told how many are left.
const FEW: i32 = 20;

/// What the visitor has chosen.
#[derive(Debug, Clone)]
struct State {
    choice: Vec<i32>,
    pieces: i32,
    /// Something is on its way to the bag.
    busy: bool,
}

type Shared = (Arc<PickProduct>, RwSignal<State>);

/// Chooses a variant and a number of pieces. Before it is alive, and where it never comes alive, the
/// form posts to `/fn/pick`, which finds the variant by the options.
#[island]
pub fn Picker(
    /// What can be chosen.
    product: PickProduct,
    /// Its words.
    texts: PickTexts,
) -> impl IntoView {
    let first = product.first().map(|sku| sku.choice.clone()).unwrap_or_default();
    let only = product.first().filter(|_| product.options.is_empty()).map(|sku| sku.id.clone()).unwrap_or_default();
    let product = Arc::new(product);
    let state = RwSignal::new(State { choice: first, pieces: 1, busy: false });
    let shared = (product.clone(), state);
    let options: Vec<_> = (0..product.options.len()).map(|i| fieldset(i, &shared, &texts.out)).collect();
    let hidden = [
        ("product", product.id.clone()),
        ("scene", product.scene.clone()),
        ("video", product.video.clone()),
        ("sku_id", only),
    ];
    view! {
        <form class="pick" method="post" action="/fn/pick" autocomplete="off">
            {hidden.map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).to_vec()}
            <section class="sec sku" aria-label=texts.choose.clone()>
                {options}
                {quantity(&shared, &texts)}
            </section>
            {buy_bar(shared, texts)}
        </form>
    }
}

fn fieldset(i: usize, (product, state): &Shared, out: &str) -> impl IntoView + use<> {
    let option = &product.options[i];
    let state = *state;
    let values = (0..).zip(&option.values).map(|(v, (name, picture)): (i32, _)| {
        let never = !product.skus.iter().any(|sku| sku.choice[i] == v && sku.stock > 0);
        let (seen, tapped) = (product.clone(), product.clone());
        let fits = move || state.with(|s| seen.fits(&s.choice, i, v));
        let tap = move |event| {
            state.update(|s| {
                s.choice = tapped.tapped(&s.choice, i, v);
                s.pieces = s.pieces.min(tapped.most(&s.choice)).max(1);
            });
            show_choice(&event_target::<Element>(&event), &tapped, &state.with_untracked(|s| s.choice.clone()));
        };
        let picture = (!picture.is_empty())
            .then(|| view! { <img src=picture.clone() width="32" height="32" alt="" loading="lazy" /> });
        let first = state.with_untracked(|s| s.choice[i] == v);
        let struck = fits.clone();
        view! {
            <label class="opt" class:out=move || !struck()>
                <input type="radio" name=format!("o{i}") value=v checked=first disabled=never prop:checked=move || state.with(|s| s.choice[i] == v) on:change=tap />
                {picture}
                <span class="vname">{name.clone()}</span>
                <span class="no" hidden=fits>{out.to_owned()}</span>
            </label>
        }
    });
    let values: Vec<_> = values.collect();
    let named = product.clone();
    let chosen = move || {
        let at = state.with(|s| s.choice[i]);
        usize::try_from(at).ok().and_then(|at| named.options[i].values.get(at)).map(|v| v.0.clone()).unwrap_or_default()
    };
    view! {
        <fieldset>
            <legend>{option.name.clone()}" "<span class="dim">{chosen}</span></legend>
            <div class="opts">{values}</div>
        </fieldset>
    }
}

fn quantity((product, state): &Shared, t: &PickTexts) -> impl IntoView + use<> {
    let state = *state;
    let stock = {
        let product = product.clone();
        move || state.with(|s| product.stock(&s.choice))
    };
    let words = {
        let (stock, few, end) = (stock.clone(), t.left.clone(), t.left_end.clone());
        let (plenty, none) = (t.in_stock.clone(), t.sold_out.clone());
        move || match stock() {
            ..1 => none.clone(),
            n @ 1..=FEW => format!("{few}{n}{end}"),
            _ => plenty.clone(),
        }
    };
    let most = {
        let product = product.clone();
        move || state.with(|s| s.pieces >= product.most(&s.choice))
    };
    let set = {
        let product = product.clone();
        move |pieces: i32| state.update(|s| s.pieces = pieces.min(product.most(&s.choice)).max(1))
    };
    let (fewer, more, typed) = (set.clone(), set.clone(), set);
    let now = move || state.with_untracked(|s| s.pieces);
    let limit =
        (!t.limit.is_empty()).then(|| view! { <span class="dim"><span class="dot"></span>{t.limit.clone()}</span> });
    view! {
        <div class="count-line">
            <div class="stack">
                <span class="s strong">{t.quantity.clone()}</span>
                <span class="xs"><span class="strong" class:warn=move || stock() <= FEW data-testid="stock">{words}</span>{limit}</span>
            </div>
            <div class="step">
                <button type="button" aria-label=t.fewer.clone() disabled=move || state.with(|s| s.pieces <= 1) on:click=move |_| fewer(now() - 1)>{icon_of("i m", "minus")}</button>
                <input type="number" inputmode="numeric" name="quantity" min="1" max="99" value="1" aria-label=t.quantity.clone()
                    prop:value=move || state.with(|s| s.pieces.to_string())
                    on:change=move |event| {
                        let input: HtmlInputElement = event_target(&event);
                        typed(input.value().parse().unwrap_or(1));
                        input.set_value(&now().to_string());
                    } />
                <button type="button" aria-label=t.more.clone() disabled=most on:click=move |_| more(now() + 1)>{icon_of("i m", "plus")}</button>
            </div>
        </div>
    }
}
