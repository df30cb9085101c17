//! `/p/{product}`: one product and the way to buy it. The sheet over a clip shows the same `main`.

mod below;
mod gallery;
mod head;
mod info;
mod leave;
mod picker;

use leptos::prelude::*;
use shared::{
    ProductId,
    dto::{ProductCard, ProductDetail, ProductPage as Record},
};

use super::load::{form_error, page, query, required};
pub use head::links;

use crate::{
    context::caller,
    ui::{Bar, Foot, Scene, goods, icon_of},
};

/// `/p/{product}`
#[component]
pub fn ProductPage() -> impl IntoView {
    let caller = caller();
    let id = required::<ProductId>("product");
    page(
        move |shop| async move { shop.catalog().page(caller.actor, id?, caller.locale).await },
        |record: Record| view! { <Shown record /> },
    )
}

/// The page of a product; `/studio/products/…/preview` shows the same of a draft.
#[component]
pub fn Shown(
    /// What is on it.
    record: Record,
) -> impl IntoView {
    let Record { product, related } = record;
    let showcase = format!("/c/{}/showcase", product.shop.handle);
    let error = form_error().map(|code| caller().texts().common.error(code));
    let video = query::<shared::VideoId>("video").map(|id| id.to_string()).unwrap_or_default();
    let scene = query::<String>("scene").unwrap_or_default();
    view! {
        {head::head(&product)}
        <Bar back=showcase.clone() share=true />
        <main class="product" id="main" tabindex="-1" data-product=product.card.id.to_string()>
            <div class="desk-wrap">
                {crumbs(&product, showcase)}
                <div class="split">
                    {gallery::gallery(&product)}
                    <div class="info">
                        {error.map(|words| view! { <p class="notice bad" role="alert">{icon_of("i m", "alert")}{words}</p> })}
                        {info::offer(&product)}
                        {info::state(&product)}
                        {picker::picker(&product, scene, video)}
                        {leave::leave(&product)}
                        {product.sold_by.is_none().then(|| info::promises(&product))}
                        {info::shop(&product)}
                    </div>
                </div>
                {below::below(&product)}
                {again(related)}
            </div>
        </main>
        <Foot />
    }
    .into_any()
}

fn crumbs(product: &ProductDetail, showcase: String) -> impl IntoView + use<> {
    let common = caller().texts().common;
    let kind = product.category.last().cloned();
    view! {
        <nav class="crumbs" aria-label=common.position>
            <a href=showcase>{product.shop.name.clone()}</a>
            {icon_of("i s", "right")}
            {kind.map(|kind| view! { <span>{kind}</span>{icon_of("i s", "right")} })}
            <span class="one" aria-current="page">{product.card.title.clone()}</span>
        </nav>
    }
}

fn again(related: Vec<ProductCard>) -> impl IntoView {
    let texts = caller().texts().browse;
    (!related.is_empty()).then(|| {
        let all = related.first().map(|product| format!("/c/{}/showcase", product.handle)).unwrap_or_default();
        view! {
            <section class="sec again-sec" aria-labelledby="again">
                <header>
                    <h2 id="again">{texts.related}</h2>
                    <a class="link" href=all>{texts.enter_showcase}{icon_of("i s", "right")}</a>
                </header>
                <div class="goods">{goods(related, Scene::Product)}</div>
            </section>
        }
    })
}
