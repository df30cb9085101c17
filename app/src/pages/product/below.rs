use leptos::prelude::*;
use shared::dto::{Block, ProductDetail, Review};

use crate::{
    context::caller,
    i18n::{browse::Browse, grouped},
    ui::{Loading, icon_of, picture},
};

/// What it is made of and what buyers say.
pub fn below(product: &ProductDetail) -> impl IntoView + use<> {
    let texts = caller().texts().browse;
    let blocks = product.description.iter().map(|block| match block {
        Block::Text(text) => view! { <p>{text.clone()}</p> }.into_any(),
        Block::Picture(image) => view! {
            <figure><div class="pic">{picture(image, None, "(width >= 64rem) 560px, 92vw", Loading::Lazy)}</div></figure>
        }
        .into_any(),
    });
    let blocks = blocks.collect_view();
    let specs =
        product.attributes.iter().map(|fact| view! { <dt>{fact.name.clone()}</dt><dd>{fact.value.clone()}</dd> });
    let specs = specs.collect_view();
    view! {
        <div class="below">
            <section class="sec story">
                <h2 class="strong">{texts.about}</h2>
                {blocks}
                {(!product.attributes.is_empty()).then(|| view! { <h3 class="strong">{texts.specs}</h3><dl class="specs">{specs}</dl> })}
            </section>
            {reviews(product, texts)}
        </div>
    }
}

fn reviews(product: &ProductDetail, texts: &'static Browse) -> impl IntoView + use<> {
    let stars = format!("{}.{}", product.stars_pct / 100, product.stars_pct % 100 / 10);
    let shown = product.reviews.iter().map(|review| one(review, texts)).collect_view();
    let none = product.reviews.is_empty().then(|| view! { <p class="s dim">{texts.no_reviews}</p> });
    let score = (product.review_count > 0).then(|| view! { <span class="row s"><span class="stars">{icon_of("i", "star")}</span><b class="num">{stars}</b></span> });
    view! {
        <section class="sec" id="reviews">
            <header><h2>{texts.reviews}" "<span class="dim num">{grouped(product.review_count)}</span></h2>{score}</header>
            {none}
            <div class="reviews">{shown}</div>
        </section>
    }
}

fn one(review: &Review, texts: &'static Browse) -> impl IntoView + use<> {
    let initial: String = review.name.chars().take(1).collect();
    let stars = (0..review.stars.clamp(0, 5)).map(|_| icon_of("i", "star")).collect_view();
    let day = review.at.get(..10).unwrap_or_default().to_owned();
    view! {
        <article>
            <div class="who">
                <span class="mono" aria-hidden="true">{initial}</span>
                <div class="stack">
                    <span class="strong">{review.name.clone()}</span>
                    <span class="stars" role="img" aria-label=(texts.stars)(review.stars)>{stars}</span>
                </div>
                <time class="xs dim end" datetime=review.at.clone()>{day}</time>
            </div>
            <p>{review.text.clone()}</p>
            {(!review.sku.is_empty()).then(|| view! { <span class="xs dim">{review.sku.clone()}</span> })}
        </article>
    }
}
