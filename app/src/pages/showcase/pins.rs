use leptos::prelude::*;
use shared::dto::ProductCard;

use crate::{
    context::caller,
    ui::{Loading, Scene, cents, picture, price, product_href},
};

/// What the creator puts first, large.
pub fn pins(pinned: Vec<ProductCard>) -> impl IntoView {
    let texts = caller().texts();
    (!pinned.is_empty()).then(|| {
        let class = if pinned.len() < 3 { "pins" } else { "pins three" };
        let shown = pinned.into_iter().enumerate().map(|(i, product)| {
            let was = product.market_price.map(|was| view! { <s class="was s">{cents(was)}</s> });
            let (flag, subtitle) = (i == 0).then(|| (
                view! { <span class="tag live flag">{texts.browse.pinned}</span> },
                view! { <p class="s dim">{product.subtitle.clone()}</p> },
            )).unzip();
            let sizes = if i == 0 { "(width >= 48rem) 40vw, 92vw" } else { "(width >= 48rem) 22vw, 45vw" };
            let out = (product.stock <= 0).then(|| view! { <span class="tag">{texts.common.sold_out}</span> });
            view! {
                <article class="pin">
                    {flag}
                    <div class="pic">{picture(&product.image, Some(String::new()), sizes, if i == 0 { Loading::Eager } else { Loading::Lazy })}</div>
                    <div class="text">
                        <h3 class=if i == 0 { "" } else { "s two" }><a href=product_href(&product, Scene::Showcase)>{product.title.clone()}</a></h3>
                        {subtitle}
                        <span class="row base">{price(product.price)}{was}{out}</span>
                    </div>
                </article>
            }
        });
        let shown = shown.collect_view();
        view! { <section aria-labelledby="pinned"><h2 class="sr" id="pinned">{texts.browse.pinned}</h2><div class=class>{shown}</div></section> }
    })
}
