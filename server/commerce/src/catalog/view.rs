//! How products look to callers.

use shared::{
    Locale, ProductState, WebAddress,
    dto::{Attribute, Block, ProductCard, ProductDetail, ProductOption, Review, SkuView, SoldBy},
};

use super::{
    Choice,
    categories::Categories,
    content::Part,
    queries::{Live, Summary},
    record::{Record, SkuRecord},
    shop::ShopRecord,
};
use crate::clock::rfc3339;

/// A product as it is listed.
pub(super) fn card(now: &Summary, record: &Record, shop: &ShopRecord, locale: Locale) -> ProductCard {
    let cheapest = record.cheapest();
    ProductCard {
        id: record.row.id,
        title: record.row.title.get(locale).to_owned(),
        subtitle: record.row.subtitle.get(locale).to_owned(),
        price: record.price(),
        price_from: record.skus.iter().any(|sku| sku.price != record.price()),
        market_price: cheapest.and_then(|sku| sku.market_price),
        image: record.image(record.main_picture(), locale),
        stock: i32::try_from(now.left).unwrap_or(i32::MAX),
        sold: record.row.sold + now.sold,
        shop_id: shop.row.id,
        shop_name: shop.row.name.get(locale).to_owned(),
        handle: shop.handle.clone(),
        state: now.state,
        only_sku: match record.skus.as_slice() {
            // What another shop sells cannot go into a bag.
            [only] if shop.row.mode.sells_here() => Some(only.id),
            _ => None,
        },
    }
}

/// Everything about a product whose SKUs stand as in `live`.
pub(super) fn detail(
    live: &[Live],
    state: ProductState,
    record: &Record,
    shop: &ShopRecord,
    categories: &Categories,
    locale: Locale,
) -> ProductDetail {
    let now = Summary {
        product_id: record.row.id,
        state,
        version: record.row.version,
        left: live.iter().map(|sku| i64::from(sku.left())).sum(),
        sold: live.iter().map(|sku| i64::from(sku.sold)).sum(),
    };
    let freight = record.freight.as_ref().unwrap_or(&shop.freight);
    let price = record.price();
    let money = |minor| shared::Money { minor, ..price };
    let content = &record.content;
    ProductDetail {
        card: card(&now, record, shop, locale),
        gallery: content.pictures.iter().map(|id| record.image(*id, locale)).collect(),
        description: content.description.iter().map(|part| block(part, record, locale)).collect(),
        attributes: facts(record, categories, locale),
        options: content.options.iter().map(|choice| option(choice, locale)).collect(),
        skus: skus(live, record, locale),
        shop: shop.view(locale),
        sold_by: sold_by(record, shop, locale),
        protections: content.protections.clone(),
        ship_within_hours: record.row.ship_within_hours,
        limit: content.limit,
        category: categories.path(record.row.category_id, locale),
        reviews: record.reviews.iter().map(|row| review(row, locale)).collect(),
        review_count: record.review_count,
        stars_pct: record.stars_pct,
        freight_from: money(freight.rules.iter().map(|rule| rule.first_fen).min().unwrap_or_default()),
        freight_free_from: freight.free_from_fen.map(money),
    }
}

/// Where it is bought, if not here; its address only as long as it leads where the platform is.
fn sold_by(record: &Record, shop: &ShopRecord, locale: Locale) -> Option<SoldBy> {
    if shop.row.mode.sells_here() {
        return None;
    }
    let platform = shop.link.as_ref().map(|link| &link.platform);
    let address = record.place.as_ref().and_then(|place| place.address.parse::<WebAddress>().ok());
    let address = address.filter(|address| platform.is_some_and(|platform| address.is_at(&platform.hosts)));
    Some(SoldBy {
        platform: platform.map(|platform| platform.name.get(locale).to_owned()).unwrap_or_default(),
        host: address.as_ref().and_then(WebAddress::host).map(|host| host.to_string()).unwrap_or_default(),
        address: address.map(|address| address.to_string()),
    })
}

/// Every SKU with its live price and stock.
pub(super) fn skus(live: &[Live], record: &Record, locale: Locale) -> Vec<SkuView> {
    let view = |sku: &SkuRecord| {
        let now = live.iter().find(|row| row.sku_id == sku.id)?;
        Some(SkuView {
            id: sku.id,
            choice: sku.choice.clone(),
            attributes: record.attribute_views(sku, locale),
            price: now.price(),
            market_price: sku.market_price,
            stock: now.left(),
            picture: sku.picture,
        })
    };
    record.skus.iter().filter_map(view).collect()
}

fn block(part: &Part, record: &Record, locale: Locale) -> Block {
    match part {
        Part::Text(words) => Block::Text(words.get(locale).to_owned()),
        Part::Picture(id) => Block::Picture(record.image(*id, locale)),
    }
}

/// In the category's order; what the category does not name comes last, under its key.
fn facts(record: &Record, categories: &Categories, locale: Locale) -> Vec<Attribute> {
    let names = categories.attributes(record.row.category_id);
    let place = |key: &str| names.iter().position(|name| name.key == key);
    let mut facts: Vec<_> = record.content.attributes.iter().collect();
    facts.sort_by_key(|fact| place(&fact.key).unwrap_or(usize::MAX));
    let view = |fact: &super::Fact| {
        let name = place(&fact.key).map_or(fact.key.as_str(), |index| names[index].name.get(locale));
        Attribute { name: name.to_owned(), value: fact.value.get(locale).to_owned() }
    };
    facts.into_iter().map(view).collect()
}

fn option(choice: &Choice, locale: Locale) -> ProductOption {
    let values = choice.values.iter().map(|value| value.get(locale).to_owned());
    ProductOption { name: choice.name.get(locale).to_owned(), values: values.collect() }
}

fn review(row: &super::entity::review::Model, locale: Locale) -> Review {
    Review {
        name: row.name.clone(),
        stars: row.stars,
        text: row.text.get(locale).to_owned(),
        sku: row.sku.get(locale).to_owned(),
        at: rfc3339(row.at),
    }
}
