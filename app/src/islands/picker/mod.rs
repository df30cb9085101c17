//! Choosing a variant and a number of pieces; the same on the product's page and in the sheet.

mod bar;
mod model;
mod outside;

use leptos::{ev::MouseEvent, html::Form, prelude::*};

pub use model::{PickOption, PickProduct, PickSku, PickTexts, PickValue};

use bar::buy_bar;
use outside::show_choice;

use crate::ui::icon_of;

/// From so few pieces on, the buyer is told how many are left.
const FEW: i32 = 20;

/// Chooses a variant and a number of pieces. Before it is alive, and where it never comes alive, the
/// form posts to `/fn/pick`, which finds the variant by the options.
#[island]
pub fn Picker(product: PickProduct, texts: PickTexts) -> impl IntoView {
    let first = product.first().map(|sku| sku.choice.clone()).unwrap_or_default();
    let only = product.options.is_empty().then(|| product.first().map(|sku| sku.id.clone())).flatten();
    let choice = RwSignal::new(first.clone());
    let pieces = RwSignal::new(1);
    let form = NodeRef::<Form>::new();
    let product = StoredValue::new(product);
    let texts = StoredValue::new(texts);

    Effect::new(move |before: Option<Vec<i32>>| {
        let now = choice.get();
        if let (Some(form), true) = (form.get_untracked(), before.is_some_and(|before| before != now)) {
            product.with_value(|product| show_choice(&form, product, &now));
        }
        now
    });

    let options = product.with_value(|product| {
        let named = product.options.iter().enumerate();
        named.map(|(i, option)| fieldset(i, option.clone(), &first, choice, pieces, product, texts)).collect_view()
    });
    let (id, scene, video) = product.with_value(|p| (p.id.clone(), p.scene.clone(), p.video.clone()));
    view! {
        <form class="pick" method="post" action="/fn/pick" autocomplete="off" node_ref=form>
            <input type="hidden" name="product" value=id />
            <input type="hidden" name="scene" value=scene />
            <input type="hidden" name="video" value=video />
            {only.map(|sku| view! { <input type="hidden" name="sku_id" value=sku /> })}
            <section class="sec sku" aria-label=texts.with_value(|t| t.choose.clone())>
                {options}
                {quantity(choice, pieces, product, texts)}
            </section>
            {buy_bar(choice, pieces, product, texts)}
        </form>
    }
}

fn fieldset(
    i: usize,
    option: PickOption,
    first: &[i32],
    choice: RwSignal<Vec<i32>>,
    pieces: RwSignal<i32>,
    all: &PickProduct,
    texts: StoredValue<PickTexts>,
) -> impl IntoView + use<> {
    let product = StoredValue::new(all.clone());
    let names: Vec<String> = option.values.iter().map(|value| value.name.clone()).collect();
    let chosen = move || choice.with(|c| usize::try_from(c[i]).ok().and_then(|v| names.get(v).cloned()));
    let values = (0..).zip(option.values).map(|(v, value): (i32, PickValue)| {
        let never = !all.skus.iter().any(|sku| sku.choice[i] == v && sku.stock > 0);
        let fits = move || product.with_value(|p| choice.with(|c| p.fits(c, i, v)));
        let tap = move |_| {
            choice.update(|c| *c = product.with_value(|p| p.tapped(c, i, v)));
            pieces.update(|n| *n = (*n).min(product.with_value(|p| choice.with_untracked(|c| p.most(p.sku(c))))).max(1));
        };
        let picture = value.picture.map(|src| view! { <img src=src width="32" height="32" alt="" loading="lazy" /> });
        view! {
            <label class="opt" class:out=move || !fits()>
                <input type="radio" name=format!("o{i}") value=v checked=first[i] == v disabled=never prop:checked=move || choice.with(|c| c[i] == v) on:change=tap />
                {picture}
                <span class="vname">{value.name}</span>
                <span class="no" hidden=fits>{texts.with_value(|t| t.out.clone())}</span>
            </label>
        }
    });
    let values = values.collect_view();
    view! {
        <fieldset>
            <legend>{option.name}" "<span class="dim">{chosen}</span></legend>
            <div class="opts">{values}</div>
        </fieldset>
    }
}

fn quantity(
    choice: RwSignal<Vec<i32>>,
    pieces: RwSignal<i32>,
    product: StoredValue<PickProduct>,
    texts: StoredValue<PickTexts>,
) -> impl IntoView {
    let stock = move || product.with_value(|p| choice.with(|c| p.sku(c).map_or(0, |sku| sku.stock)));
    let most = move || product.with_value(|p| choice.with(|c| p.most(p.sku(c))));
    let words = move || {
        texts.with_value(|t| match stock() {
            ..1 => t.sold_out.clone(),
            n @ 1..=FEW => t.left.replace("{}", &n.to_string()),
            _ => t.in_stock.clone(),
        })
    };
    let step = move |by: i32| move |_: MouseEvent| pieces.update(|n| *n = (*n + by).min(most()).max(1));
    let typed = move |event| pieces.set(event_target_value(&event).parse().unwrap_or(1).min(most()).max(1));
    let label = texts
        .with_value(|t| (t.quantity.clone(), t.quantity.clone(), t.fewer.clone(), t.more.clone(), t.limit.clone()));
    let limit =
        (!label.4.is_empty()).then(|| view! { <span class="dim dot"></span><span class="dim">{label.4}</span> });
    view! {
        <div class="count-line">
            <div class="stack">
                <span class="s strong">{label.0}</span>
                <span class="xs"><span class="strong" class:warn=move || stock() <= FEW data-testid="stock">{words}</span>{limit}</span>
            </div>
            <div class="step">
                <button type="button" aria-label=label.2 disabled=move || pieces.get() <= 1 on:click=step(-1)>{icon_of("i m", "minus")}</button>
                <input type="number" inputmode="numeric" name="quantity" min="1" max="99" value="1" aria-label=label.1 prop:value=move || pieces.get() on:change=typed />
                <button type="button" aria-label=label.3 disabled=move || { pieces.get() >= most() } on:click=step(1)>{icon_of("i m", "plus")}</button>
            </div>
        </div>
    }
}
