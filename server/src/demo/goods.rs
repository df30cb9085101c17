//! Categories, shops, products and what the creators show of them.

use std::collections::HashMap;

use anyhow::Context;
use chrono::TimeDelta;
use commerce::{
    Actor, Commerce,
    catalog::{Content, Fact, NewCategory, NewProduct, NewReview, NewShop, Part, ProductDraft, SkuDraft},
    showcase::{NewArrangement, NewCreator},
};
use shared::{BasisPoints, CategoryId, CreatorId, Currency, LocalText, MediaId, Money, ProductId, Scene, ShopId};

use super::{
    Made,
    catalog::{self, Catalog},
};

/// Freight templates and shops.
pub async fn shops(commerce: &Commerce, catalog: &Catalog, made: &mut Made) -> anyhow::Result<()> {
    for shop in &catalog.shops {
        let freight = catalog.freight.iter().find(|freight| freight.code == shop.freight);
        let template = freight.with_context(|| format!("freight {}", shop.freight))?.template.clone();
        let freight = commerce.catalog().add_freight(Actor::System, template).await?;
        // The catalogue scores of 100, the shop × 100 of 5.
        let score_pct = if shop.score_pct <= 100 { shop.score_pct * 5 } else { shop.score_pct };
        let new = NewShop { name: shop.name.clone(), logo: None, score_pct, phone: shop.phone.clone(), freight };
        made.shops.insert(shop.code.clone(), commerce.catalog().add_shop(Actor::System, new).await?);
    }
    Ok(())
}

async fn categories(commerce: &Commerce, catalog: &Catalog) -> anyhow::Result<HashMap<String, CategoryId>> {
    let mut made = HashMap::new();
    for category in &catalog.categories {
        let parent =
            category.parent.as_ref().map(|code| made.get(code).copied().with_context(|| format!("category {code}")));
        let mut fees = Vec::new();
        for (scene, rate) in &category.fee_bp {
            let scene = Scene::ALL.into_iter().find(|known| known.as_str() == scene);
            fees.push((scene, BasisPoints::try_from(*rate)?));
        }
        let new = NewCategory {
            parent: parent.transpose()?,
            code: category.code.clone(),
            name: category.name.clone(),
            attributes: category.attributes.clone(),
            fees,
            deposit_minor: category.deposit_fen,
            confirm_days: category.confirm_days,
            seven_day_return: category.seven_day_return,
        };
        made.insert(category.code.clone(), commerce.catalog().add_category(Actor::System, new).await?);
    }
    Ok(made)
}

/// Categories and everything for sale in them, with its reviews.
pub async fn products(commerce: &Commerce, catalog: &Catalog, made: &mut Made) -> anyhow::Result<()> {
    let categories = categories(commerce, catalog).await?;
    made.categories.clone_from(&categories);
    let now = commerce.clock().now();
    let mut work = tokio::task::JoinSet::new();
    for (age, product) in (0..).zip(&catalog.products) {
        let category = *categories.get(&product.category).with_context(|| format!("category {}", product.category))?;
        let shop = *made.shops.get(&product.shop).with_context(|| format!("shop {}", product.shop))?;
        let root = catalog.root(&product.category);
        made.places.insert((shop, *categories.get(root).with_context(|| format!("category {root}"))?));
        let draft = draft(product, category, &made.pictures).with_context(|| format!("product {}", product.code))?;
        let listed_at = Some(now - TimeDelta::hours(age * 5));
        let new = NewProduct { shop, draft, sold: product.sold, listed_at };
        let (commerce, code) = (commerce.clone(), product.code.clone());
        work.spawn(async move { (code, commerce.catalog().add_product(Actor::System, new).await) });
    }
    for (code, id) in work.join_all().await {
        let id = id.with_context(|| format!("product {code}"))?;
        made.products.insert(code, id);
    }
    for review in &catalog.reviews {
        let product = *made.products.get(&review.product).with_context(|| format!("product {}", review.product))?;
        let new = NewReview {
            product,
            name: review.name.clone(),
            stars: review.stars,
            text: review.text.clone(),
            sku: bought(catalog, review),
            at: now - TimeDelta::days(review.days_ago),
        };
        commerce.catalog().add_review(Actor::System, new).await?;
    }
    Ok(())
}

fn draft(
    product: &catalog::Product,
    category: CategoryId,
    pictures: &HashMap<String, MediaId>,
) -> anyhow::Result<ProductDraft> {
    let picture = |name: &String| pictures.get(name).copied().with_context(|| format!("picture {name}"));
    let description = product.description.iter().map(|part| match part {
        catalog::Part::Text { text } => Ok(Part::Text(text.clone())),
        catalog::Part::Picture { picture: name, .. } => picture(name).map(Part::Picture),
    });
    let facts = product.attributes.iter().map(|(key, value)| Fact { key: key.clone(), value: value.clone() });
    let fen = |minor| Money::new(minor, Currency::Cny);
    let sku = |sku: &catalog::Sku| SkuDraft {
        code: sku.code.clone(),
        choice: sku.values.clone(),
        price: fen(sku.price_fen),
        market_price: sku.market_fen.filter(|market| *market > sku.price_fen).map(fen),
        stock: sku.stock,
        weight_g: sku.weight_g,
        picture: sku.picture.as_ref().and_then(|name| {
            let place = product.pictures.iter().position(|there| there == name)?;
            i32::try_from(place).ok()
        }),
    };
    Ok(ProductDraft {
        category,
        title: product.title.clone(),
        subtitle: product.subtitle.clone(),
        content: Content {
            pictures: product.pictures.iter().map(picture).collect::<Result<_, _>>()?,
            description: description.collect::<Result<_, _>>()?,
            attributes: facts.collect(),
            options: product.options.clone(),
            protections: product.protections.clone(),
            limit: product.limit,
            ..Content::default()
        },
        skus: product.skus.iter().map(sku).collect(),
        ship_within_hours: product.ship_within_hours,
        freight: None,
        commission: BasisPoints::try_from(product.commission_bp)?,
    })
}

/// The reviewed variant in words.
fn bought(catalog: &Catalog, review: &catalog::Review) -> LocalText {
    let product = catalog.products.iter().find(|product| product.code == review.product);
    let found = product.and_then(|product| Some((product, product.skus.iter().find(|sku| sku.code == review.sku)?)));
    let Some((product, sku)) = found else { return LocalText::default() };
    let chosen = product.options.iter().zip(&sku.values);
    let values: Vec<_> =
        chosen.filter_map(|(option, &index)| option.values.get(usize::try_from(index).ok()?)).collect();
    let join = |text: fn(&LocalText) -> &String| {
        values.iter().map(|value| text(value).as_str()).collect::<Vec<_>>().join(" · ")
    };
    LocalText { zh: join(|value| &value.zh), en: join(|value| &value.en) }
}

/// Creators by handle, with their showcases.
pub async fn creators(
    commerce: &Commerce,
    catalog: &Catalog,
    made: &Made,
) -> anyhow::Result<HashMap<String, CreatorId>> {
    let mut creators = HashMap::new();
    let product = |code: &String| made.products.get(code).copied().with_context(|| format!("product {code}"));
    let all = |codes: &[String]| codes.iter().map(product).collect::<anyhow::Result<Vec<ProductId>>>();
    for creator in &catalog.creators {
        let picture = |name: &String| made.pictures.get(name).copied().with_context(|| format!("picture {name}"));
        let shop: ShopId = *made.shops.get(&creator.shop).with_context(|| format!("shop {}", creator.shop))?;
        let new = NewCreator {
            handle: creator.handle.parse()?,
            shop: Some(shop),
            name: creator.name.clone(),
            bio: creator.bio.clone(),
            avatar: picture(&creator.avatar)?,
            cover: picture(&creator.cover)?,
            verified: creator.verified,
            followers: creator.followers,
        };
        let id = commerce.showcase().add_creator(Actor::System, new).await?;
        creators.insert(creator.handle.clone(), id);
        let Some(showcase) = catalog.showcases.iter().find(|showcase| showcase.handle == creator.handle) else {
            continue;
        };
        let own =
            catalog.products.iter().filter(|product| product.shop == creator.shop).map(|product| product.code.clone());
        let mut groups = Vec::new();
        for group in &showcase.groups {
            groups.push((group.name.clone(), all(&group.products)?));
        }
        let new = NewArrangement {
            products: all(&own.collect::<Vec<_>>())?,
            pinned: all(&showcase.pinned)?,
            hidden: all(&showcase.hidden)?,
            groups,
        };
        commerce.showcase().arrange(Actor::System, id, new).await?;
    }
    Ok(creators)
}
