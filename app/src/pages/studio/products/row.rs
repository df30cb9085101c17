use leptos::prelude::*;
use shared::dto::{ShelfRow, ShelfSku};

use super::{plain, states, thumb};
use crate::{
    api::read::currency,
    context::{caller, shop},
    i18n::studio::products::Products,
    present::when::When,
    ui::cents,
};

/// One product of the list; if it is `fixed`, price and stock are changed in the shop that is master of it.
pub fn row(product: &ShelfRow, back: &str, threshold: i32, fixed: bool) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.products;
    let now = shop().map(|shop| shop.clock().now()).unwrap_or_default();
    let when = When::new(now, caller().locale);
    let id = product.id.to_string();
    let title = if product.title.is_empty() { texts.nothing.to_owned() } else { product.title.clone() };
    let timed = [
        product.list_at.as_ref().map(|at| (texts.lists_at)(&when.moment(at))),
        product.delist_at.as_ref().map(|at| (texts.delists_at)(&when.moment(at))),
    ];
    let timed = timed.into_iter().flatten().map(|words| view! { <span class="tag">{words}</span> }).collect_view();
    let is_low = product.listed && product.skus.iter().any(|sku| sku.stock < threshold);
    view! {
        <tr>
            <td><input class="box" type="checkbox" form="bulk" name="ids[]" value=id.clone() aria-label=(texts.choose)(&title) /></td>
            <th scope="row">
                <div class="row loose">
                    {thumb(product.image.as_ref())}
                    <div class="stack">
                        <a class="name two" href=format!("/studio/products/{id}")>{title}</a>
                        <span class="row wraps">{states(product.state, product.edit, product.listed)}{timed}{is_low.then(|| view! { <span class="tag warn">{texts.low}</span> })}</span>
                    </div>
                </div>
            </th>
            <td data-name=texts.price_stock>{offer(&product.skus, (back, fixed), texts)}</td>
            <td class="r num" data-name=texts.sold>{product.sold}</td>
            <td class="num dim" data-name=texts.changed>{when.moment(&product.changed_at)}</td>
        </tr>
    }
    .into_any()
}

fn offer(skus: &[ShelfSku], (back, fixed): (&str, bool), texts: &'static Products) -> AnyView {
    if let [only] = skus {
        return sku(only, (back, fixed), texts);
    }
    let (Some(least), Some(most)) =
        (skus.iter().map(|sku| sku.price.minor).min(), skus.iter().map(|sku| sku.price.minor).max())
    else {
        return view! { <span class="dim">{texts.nothing}</span> }.into_any();
    };
    let price = |minor| skus.first().map(|sku| cents(shared::Money { minor, ..sku.price })).unwrap_or_default();
    let range = if least == most { price(least) } else { format!("{}–{}", price(least), price(most)) };
    let left: i64 = skus.iter().map(|sku| i64::from(sku.stock)).sum();
    let all = skus.iter().map(|one| {
        let name = if one.name.is_empty() { one.code.clone() } else { one.name.clone() };
        view! { <li><span class="s one">{name}</span>{sku(one, (back, fixed), texts)}</li> }
    });
    view! {
        <details class="variants">
            <summary><span class="num">{range}</span><span class="dim num">{(texts.pieces)(left)}</span><span class="tag">{(texts.skus)(skus.len())}</span></summary>
            <ul>{all.collect_view()}</ul>
        </details>
    }
    .into_any()
}

/// Price and stock of one SKU, each a form of its own; only read until it is online, and where they are changed elsewhere.
fn sku(sku: &ShelfSku, (back, fixed): (&str, bool), texts: &'static Products) -> AnyView {
    let name = if sku.name.is_empty() { &sku.code } else { &sku.name };
    let Some(id) = sku.id.filter(|_| !fixed).map(|id| id.to_string()) else {
        return view! { <span class="row"><span class="num">{cents(sku.price)}</span><span class="dim num">{(texts.pieces)(i64::from(sku.stock))}</span></span> }
            .into_any();
    };
    let claimed = (sku.held > 0).then(|| view! { <small class="dim num">{(texts.claimed)(sku.held)}</small> });
    view! {
        <div class="inline">
            <form method="post" action="/fn/studio/product/price">
                <input type="hidden" name="sku" value=id.clone() />
                <input type="hidden" name="seen" value=plain(sku.price) />
                <input type="hidden" name="currency" value=currency(sku.price.currency) />
                <input type="hidden" name="back" value=back.to_owned() />
                <input class="in cell num" name="price" inputmode="decimal" value=plain(sku.price) aria-label=(texts.price_of)(name) />
                <button class="btn" aria-label=format!("{} {}", texts.change, (texts.price_of)(name))>{texts.change}</button>
            </form>
            <form method="post" action="/fn/studio/product/stock">
                <input type="hidden" name="sku" value=id />
                <input type="hidden" name="received" value=sku.received.to_string() />
                <input type="hidden" name="seen" value=sku.stock.to_string() />
                <input type="hidden" name="back" value=back.to_owned() />
                <input class="in cell num" name="stock" inputmode="numeric" value=sku.stock.to_string() aria-label=(texts.stock_of)(name) />
                <button class="btn" aria-label=format!("{} {}", texts.change, (texts.stock_of)(name))>{texts.change}</button>
            </form>
            {claimed}
        </div>
    }
    .into_any()
}
