use leptos::prelude::*;
pub use shared::Scene;
use shared::dto::ProductCard;

use super::{Loading, cents, icon_of, picture, price};
use crate::{
    context::caller,
    i18n::{Texts, compact},
};

/// From so few pieces on, a card says how many are left.
const FEW: i32 = 9;

/// So many are drawn at once; the rest when they come into view.
const NEAR: usize = 8;

const SIZES: &str = "(width >= 64rem) 280px, (width >= 48rem) 31vw, 46vw";

/// Products in a grid.
pub fn goods(products: Vec<ProductCard>, scene: Scene) -> impl IntoView {
    let cards = products.into_iter().enumerate();
    let cards = cards.map(|(i, product)| {
        let class = (i >= NEAR).then_some("far");
        view! { <li class=class>{good_card(product, scene, i)}</li> }
    });
    view! { <ul>{cards.collect_view()}</ul> }
}

/// One product of a grid, the `index`th; the first row's pictures load with the page.
pub fn good_card(product: ProductCard, scene: Scene, index: usize) -> impl IntoView {
    let caller = caller();
    let texts = caller.texts();
    let out = product.stock <= 0;
    let loading = if index < 4 { Loading::Eager } else { Loading::Lazy };
    let href = product_href(&product, scene);
    let sold = (texts.browse.sold)(&compact(product.sold, caller.locale));
    let was = product.market_price.filter(|_| !out).map(|was| view! { <s class="was xs">{cents(was)}</s> });
    view! {
        <article class=if out { "good-card out" } else { "good-card" }>
            <div class="rel">
                <div class="pic">{picture(&product.image, Some(String::new()), SIZES, loading)}</div>
                {mark(&product, texts)}
                {(!out).then(|| add(&product, scene, texts))}
            </div>
            <div class="stack">
                <h3 class="two"><a href=href>{product.title.clone()}</a></h3>
                <span class="row base">{headline(&product, texts)}{was}</span>
                {if out {
                    let alike = format!("/c/{}/showcase", product.handle);
                    view! { <a class="link seealike" href=alike>{texts.browse.see_alike}{icon_of("i s", "right")}</a> }.into_any()
                } else {
                    view! { <span class="xs dim num">{sold}</span> }.into_any()
                }}
            </div>
        </article>
    }
}

/// Where a card of `scene` leads.
pub fn product_href(product: &ProductCard, scene: Scene) -> String {
    if scene == Scene::Product {
        format!("/p/{}", product.id)
    } else {
        format!("/p/{}?scene={}", product.id, scene.as_str())
    }
}

fn headline(product: &ProductCard, texts: &'static Texts) -> impl IntoView + use<> {
    let from = product.price_from.then(|| {
        let words = (texts.browse.from)("");
        view! { <span class="xs dim">{words.trim().to_owned()}</span> }
    });
    view! { {price(product.price)}{from} }
}

fn mark(product: &ProductCard, texts: &'static Texts) -> impl IntoView + use<> {
    if product.stock <= 0 {
        return Some(view! { <span class="sold"><b>{texts.common.sold_out}</b></span> }.into_any());
    }
    (product.stock <= FEW).then(|| {
        let words = (texts.browse.only_left)(product.stock);
        view! { <span class="tag warn flag">{words}</span> }.into_any()
    })
}

/// Puts the only SKU into the bag; a product with a choice opens its page.
fn add(product: &ProductCard, scene: Scene, texts: &'static Texts) -> impl IntoView + use<> {
    let label = format!("{}: {}", texts.browse.add, product.title);
    product.only_sku.map(|sku| {
        view! {
            <form class="addform" method="post" action="/fn/cart/add" data-add>
                <input type="hidden" name="sku" value=sku.to_string() />
                <input type="hidden" name="quantity" value="1" />
                <input type="hidden" name="scene" value=scene.as_str() />
                <button class="ib add" aria-label=label>{icon_of("i m", "plus")}</button>
            </form>
        }
    })
}
