//! In which fields a draft is not what is online, and which of them wait for a review.

use shared::{
    LocalText, Locale, Money,
    dto::{Difference, PurchaseLimit},
};

use super::{
    Content, ProductDraft, SkuDraft,
    categories::Categories,
    content::Part,
    entity::{product, sku},
};
use crate::Error;

/// The draft that the online copy could have been made of; stock is not a part of it.
pub(super) fn online(row: &product::Model, skus: &[sku::Model]) -> Result<ProductDraft, Error> {
    let content: Content = serde_json::from_value(row.content.clone()).map_err(Error::failed("reading a product"))?;
    let sku = |sku: &sku::Model| SkuDraft {
        code: sku.code.clone(),
        choice: serde_json::from_value(sku.choice.clone()).unwrap_or_default(),
        price: sku.price(),
        market_price: sku.market_price_minor.map(|minor| Money::new(minor, sku.currency)),
        stock: 0,
        weight_g: sku.weight_g,
        picture: sku.picture,
    };
    Ok(ProductDraft {
        category: row.category_id,
        title: row.title.clone(),
        subtitle: row.subtitle.clone(),
        content,
        skus: skus.iter().map(sku).collect(),
        ship_within_hours: row.ship_within_hours,
        freight: row.freight_id,
        commission: row.commission,
    })
}

/// The differences, in the editor's order. Prices of SKUs that are online take effect at once, everything else
/// after a review.
pub(super) fn differences(
    online: &ProductDraft,
    draft: &ProductDraft,
    categories: &Categories,
    locale: Locale,
) -> Vec<Difference> {
    let mut found = Found(Vec::new());
    let (before, after) = (&online.content, &draft.content);
    found.add("pictures", count(before.pictures.len()), count(after.pictures.len()), before.pictures == after.pictures);
    let alts = |content: &Content| {
        let texts = content.alts.values().map(|alt| alt.get(locale)).filter(|alt| !alt.is_empty());
        some(texts.collect::<Vec<_>>().join(" · "))
    };
    found.add("alts", alts(before), alts(after), before.alts == after.alts);
    found.text("title", &online.title, &draft.title, locale);
    found.text("subtitle", &online.subtitle, &draft.subtitle, locale);
    let path = |id| Some(categories.path(id, locale).join(" / "));
    found.add("category", path(online.category), path(draft.category), online.category == draft.category);
    let facts = |content: &Content| {
        let facts = content.attributes.iter().map(|fact| fact.value.get(locale)).collect::<Vec<_>>();
        some(facts.join(" · "))
    };
    found.add("attributes", facts(before), facts(after), before.attributes == after.attributes);
    let described = |content: &Content| {
        let texts = content.description.iter().filter_map(|part| match part {
            Part::Text(text) => Some(text.get(locale)),
            Part::Picture(_) => None,
        });
        some(texts.collect::<Vec<_>>().join(" ").chars().take(80).collect())
    };
    found.add("description", described(before), described(after), before.description == after.description);
    let options = |content: &Content| {
        let names = content.options.iter().map(|option| {
            let values: Vec<_> = option.values.iter().map(|value| value.get(locale)).collect();
            format!("{}: {}", option.name.get(locale), values.join(", "))
        });
        some(names.collect::<Vec<_>>().join("; "))
    };
    found.add("options", options(before), options(after), before.options == after.options);
    skus(&mut found, online, draft);
    let number = |value: i32| Some(value.to_string());
    let hours = (online.ship_within_hours, draft.ship_within_hours);
    found.add("ship_within_hours", number(hours.0), number(hours.1), hours.0 == hours.1);
    let freight = |draft: &ProductDraft| draft.freight.map(|id| id.to_string().chars().take(8).collect());
    found.add("freight", freight(online), freight(draft), online.freight == draft.freight);
    let limit = |limit: Option<PurchaseLimit>| limit.map(|limit| limit.quantity.to_string());
    found.add("limit", limit(before.limit), limit(after.limit), before.limit == after.limit);
    let promises = (count(before.protections.len()), count(after.protections.len()));
    found.add("protections", promises.0, promises.1, before.protections == after.protections);
    let share = |draft: &ProductDraft| {
        let points = draft.commission.get();
        Some(format!("{}.{:02} %", points / 100, points % 100))
    };
    found.add("commission", share(online), share(draft), online.commission == draft.commission);
    found.0
}

fn skus(found: &mut Found, online: &ProductDraft, draft: &ProductDraft) {
    for sku in &draft.skus {
        let Some(known) = online.skus.iter().find(|known| known.code == sku.code) else {
            found.sku("sku", &sku.code, None, Some(sku.price.to_string()), false);
            continue;
        };
        if known.price != sku.price {
            found.sku("price", &sku.code, Some(known.price.to_string()), Some(sku.price.to_string()), true);
        }
        if known.market_price != sku.market_price {
            let text = |price: Option<Money>| price.map(|price| price.to_string());
            found.sku("market_price", &sku.code, text(known.market_price), text(sku.market_price), true);
        }
        if known.choice != sku.choice {
            found.sku("choice", &sku.code, choice(known), choice(sku), false);
        }
        if known.weight_g != sku.weight_g {
            let weight = |sku: &SkuDraft| Some(sku.weight_g.to_string());
            found.sku("weight_g", &sku.code, weight(known), weight(sku), false);
        }
        if known.picture != sku.picture {
            let picture = |sku: &SkuDraft| sku.picture.map(|index| (index + 1).to_string());
            found.sku("sku_picture", &sku.code, picture(known), picture(sku), false);
        }
    }
    for known in &online.skus {
        if !draft.skus.iter().any(|sku| sku.code == known.code) {
            found.sku("sku", &known.code, Some(known.price.to_string()), None, false);
        }
    }
}

fn choice(sku: &SkuDraft) -> Option<String> {
    some(sku.choice.iter().map(|index| (index + 1).to_string()).collect::<Vec<_>>().join("/"))
}

fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

fn count(number: usize) -> Option<String> {
    (number > 0).then(|| number.to_string())
}

struct Found(Vec<Difference>);

impl Found {
    fn add(&mut self, field: &str, online: Option<String>, draft: Option<String>, same: bool) {
        if !same {
            self.0.push(Difference { field: field.into(), sku: None, online, draft, at_once: false });
        }
    }

    /// A change in the reader's other language shows both.
    fn text(&mut self, field: &str, online: &LocalText, draft: &LocalText, locale: Locale) {
        let both = |text: &LocalText| {
            let both = [text.zh.as_str(), text.en.as_str()];
            some(both.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" / "))
        };
        let one = |text: &LocalText| some(text.get(locale).to_owned());
        let is_here = online.get(locale) != draft.get(locale);
        let (before, after) = if is_here { (one(online), one(draft)) } else { (both(online), both(draft)) };
        self.add(field, before, after, online == draft);
    }

    fn sku(&mut self, field: &str, code: &str, online: Option<String>, draft: Option<String>, at_once: bool) {
        self.0.push(Difference { field: field.into(), sku: Some(code.into()), online, draft, at_once });
    }
}
