use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::{Link, Meta, Title};
use serde_json::json;
use shared::{ProductState, dto::ProductDetail};

use crate::{
    context::{caller, shop},
    ui::cents,
};

/// What search engines and other apps show of a product.
pub fn head(product: &ProductDetail) -> impl IntoView + use<> {
    let base = shop().map(|shop| shop.config().base_url.clone()).unwrap_or_default();
    let card = &product.card;
    let url = format!("{base}/p/{}", card.id);
    let image = format!("{base}{}", card.image.url(1200));
    let common = caller().texts().common;
    let about = if card.subtitle.is_empty() { card.title.clone() } else { card.subtitle.clone() };
    let about = format!("{about} · {} · {}", cents(card.price), product.shop.name);
    let data = linked_data(product, &base, &url, &image);
    view! {
        <Title text=format!("{} · {}", card.title, common.shop) />
        <Meta name="description" content=about.clone() />
        <Meta property="og:type" content="product" />
        <Meta property="og:title" content=card.title.clone() />
        <Meta property="og:description" content=about />
        <Meta property="og:image" content=image />
        <Meta property="og:url" content=url.clone() />
        <Meta property="og:site_name" content=common.shop />
        <Meta property="product:price:amount" content=card.price.decimal().to_string() />
        <Meta property="product:price:currency" content=currency(product) />
        <Meta name="twitter:card" content="summary_large_image" />
        {links(&url)}
        <script type="application/ld+json" nonce=use_nonce() inner_html=data></script>
    }
}

/// The page's one address and its languages.
pub fn links(url: &str) -> impl IntoView + use<> {
    view! {
        <Link rel="canonical" href=url.to_owned() />
        <Link rel="alternate" hreflang="zh-CN" href=format!("{url}?lang=zh-CN") />
        <Link rel="alternate" hreflang="en" href=format!("{url}?lang=en") />
        <Link rel="alternate" hreflang="x-default" href=url.to_owned() />
    }
}

fn currency(product: &ProductDetail) -> &'static str {
    match product.currency() {
        shared::Currency::Cny => "CNY",
        shared::Currency::Usd => "USD",
    }
}

/// Product, offer and place as schema.org writes them; `<` is escaped, since the text is the shop's.
fn linked_data(product: &ProductDetail, base: &str, url: &str, image: &str) -> String {
    let card = &product.card;
    let availability = match (card.state, card.stock > 0) {
        (ProductState::OnSale, true) => "https://schema.org/InStock",
        (ProductState::OnSale, false) => "https://schema.org/OutOfStock",
        _ => "https://schema.org/Discontinued",
    };
    let mut item = json!({
        "@type": "Product", "name": card.title, "image": [image], "url": url, "sku": card.id,
        "description": if card.subtitle.is_empty() { &card.title } else { &card.subtitle },
        "brand": { "@type": "Brand", "name": product.shop.name },
        "offers": {
            "@type": "Offer", "url": url, "price": card.price.decimal(), "priceCurrency": currency(product),
            "availability": availability, "seller": { "@type": "Organization", "name": product.shop.name },
        },
    });
    if product.review_count > 0 {
        let stars = format!("{}.{:02}", product.stars_pct / 100, product.stars_pct % 100);
        item["aggregateRating"] =
            json!({ "@type": "AggregateRating", "ratingValue": stars, "reviewCount": product.review_count });
    }
    let showcase = format!("{base}/c/{}/showcase", product.shop.handle);
    let crumbs = json!({
        "@type": "BreadcrumbList",
        "itemListElement": [
            { "@type": "ListItem", "position": 1, "name": product.shop.name, "item": showcase },
            { "@type": "ListItem", "position": 2, "name": card.title, "item": url },
        ],
    });
    json!({ "@context": "https://schema.org", "@graph": [item, crumbs] }).to_string().replace('<', "\\u003c")
}
