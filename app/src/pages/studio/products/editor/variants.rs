use commerce::catalog::{Choice, SkuDraft};
use leptos::prelude::*;

use super::{Bench, wrong};
use crate::{context::caller, pages::studio::products::plain, ui::icon_of};

/// Options of a product at most.
const OPTIONS: usize = 3;

/// Options and their values, and the table of SKUs that a button makes of them.
pub fn variants(bench: &Bench) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.products;
    let draft = &bench.view.draft;
    let options = (0..OPTIONS).map(|index| option(index, draft.content.options.get(index))).collect_view();
    let rows = draft.skus.iter().enumerate().map(|(index, sku)| row(bench, index, sku)).collect_view();
    let table = (!draft.skus.is_empty()).then(|| view! {
        <table class="plain-table edits skus">
            <caption class="sr">{texts.matrix}</caption>
            <thead><tr><th>{texts.matrix}</th><th>{texts.code}</th><th>{texts.price}</th><th>{texts.market_price}</th><th>{texts.stock}</th><th>{texts.weight}</th><th>{texts.sku_picture}</th><th><span class="sr">{texts.remove}</span></th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    });
    view! {
        <section class="card pad" id="skus">
            <header class="row wraps"><h2>{texts.options}</h2><span class="xs dim">{texts.options_help}</span></header>
            <div class="options">{options}</div>
            {wrong("options", bench.fault("options"))}
            <p><button class="btn" name="act" value="matrix">{icon_of("i s", "plus")}{texts.make_matrix}</button></p>
            {table}
            {wrong("skus", bench.fault("skus"))}
            {wrong("price", bench.fault("price").or_else(|| bench.fault("market_price")))}
            {wrong("stock", bench.fault("stock"))}
        </section>
    }
}

fn option(index: usize, option: Option<&Choice>) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.products;
    let name = |part: &str| format!("option.{index}.{part}");
    let legend = (texts.option)(index + 1);
    let (zh, en) = option.map(|option| (option.name.zh.clone(), option.name.en.clone())).unwrap_or_default();
    let values = |zh: bool| {
        let values = option.map(|option| option.values.as_slice()).unwrap_or_default();
        let lines = values.iter().map(|value| if zh { value.zh.as_str() } else { value.en.as_str() });
        lines.collect::<Vec<_>>().join("\n").trim_end().to_owned()
    };
    // Empty ones are folded away: most products have one option or two.
    view! {
        <details class="option" open={option.is_some() || index == 0}>
            <summary>{legend}</summary>
            <div class="f2">
                <label class="f"><span class="xs dim">{texts.name_zh}</span><input class="in" name=name("name_zh") maxlength="20" value=zh /></label>
                <label class="f"><span class="xs dim">{texts.name_en}</span><input class="in" name=name("name_en") maxlength="20" value=en /></label>
                <label class="f"><span class="xs dim">{texts.values_zh}</span><textarea class="in area" name=name("values_zh") rows="3">{values(true)}</textarea></label>
                <label class="f"><span class="xs dim">{texts.values_en}</span><textarea class="in area" name=name("values_en") rows="3">{values(false)}</textarea></label>
            </div>
        </details>
    }
}

fn row(bench: &Bench, index: usize, sku: &SkuDraft) -> AnyView {
    let texts = &caller().texts().studio.products;
    let draft = &bench.view.draft;
    let chosen = draft.content.options.iter().zip(&sku.choice);
    let values = chosen.filter_map(|(option, at)| option.values.get(usize::try_from(*at).ok()?));
    let label = values.map(|value| value.get(caller().locale)).collect::<Vec<_>>().join(" · ");
    let label = if label.is_empty() { texts.only_one.to_owned() } else { label };
    let name = |part: &str| format!("sku.{index}.{part}");
    let unread = |part: &str| bench.view.typed.iter().any(|(field, _)| *field == name(part));
    let cell = |part: &'static str, what: &str, value: String, mode: &'static str| {
        let bad = unread(part).then_some("true");
        let described = bad.map(|_| if part == "stock" { "e-stock" } else { "e-price" });
        view! { <td data-name=what.to_owned()><input class="in cell num" name=name(part) value=bench.value(&name(part), value) inputmode=mode aria-label=format!("{label} {what}") aria-invalid=bad aria-describedby=described /></td> }
    };
    let online = bench.view.skus.get(&sku.code);
    let stock = match online {
        Some(online) => {
            view! { <td class="xs dim num" data-name=texts.stock>{(texts.left)(online.left)}</td> }.into_any()
        }
        None => cell("stock", texts.stock, sku.stock.to_string(), "numeric").into_any(),
    };
    let price = if sku.price.minor == 0 { String::new() } else { plain(sku.price) };
    let choice = sku.choice.iter().map(ToString::to_string).collect::<Vec<_>>().join("/");
    let pictures = (0..draft.content.pictures.len()).map(|place| {
        let here = sku.picture.and_then(|at| usize::try_from(at).ok()) == Some(place);
        view! { <option value=place.to_string() selected=here>{place + 1}</option> }
    });
    view! {
        <tr>
            <th scope="row"><input type="hidden" name=name("choice") value=choice />{label.clone()}</th>
            <td data-name=texts.code><input class="in cell" name=name("code") maxlength="64" value=sku.code.clone() aria-label=format!("{label} {}", texts.code) /></td>
            {cell("price", texts.price, price, "decimal")}
            {cell("market_price", texts.market_price, sku.market_price.map(plain).unwrap_or_default(), "decimal")}
            {stock}
            {cell("weight_g", texts.weight, sku.weight_g.to_string(), "numeric")}
            <td data-name=texts.sku_picture><select class="in cell" name=name("picture") aria-label=format!("{label} {}", texts.sku_picture)><option value="">"–"</option>{pictures.collect_view()}</select></td>
            <td><button class="ib well" name="act" value=format!("sku.remove.{index}") aria-label=format!("{} {label}", texts.remove)>{icon_of("i s", "trash")}</button></td>
        </tr>
    }
    .into_any()
}
