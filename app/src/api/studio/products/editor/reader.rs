use std::collections::BTreeMap;

use commerce::catalog::{Choice, Content, Fact, Part, ProductDraft, SkuDraft};
use shared::{
    LocalText, MediaId,
    dto::{LimitPeriod, Protection, PurchaseLimit},
};

use super::EditorForm;
use crate::api::{read::percent, studio::products::read::amount};

/// Promises by their names.
pub const PROTECTIONS: [(&str, Protection); 4] = [
    ("seven_day_return", Protection::SevenDayReturn),
    ("freight_insurance", Protection::FreightInsurance),
    ("fake_one_pay_three", Protection::FakeOnePayThree),
    ("damage_guarantee", Protection::DamageGuarantee),
];
/// Periods of a limit by their names.
pub const PERIODS: [(&str, LimitPeriod); 4] = [
    ("order", LimitPeriod::Order),
    ("day", LimitPeriod::Day),
    ("week", LimitPeriod::Week),
    ("month", LimitPeriod::Month),
];
/// Options of a product at most.
pub const OPTIONS: usize = 3;

/// The draft that the form describes, and what in it fits no field. `before` is what the form was made from.
pub fn read(form: &EditorForm, before: &ProductDraft) -> (ProductDraft, Vec<(String, String)>) {
    let mut typed = Vec::new();
    let text = |name: &str| LocalText {
        zh: clean(form.get(&format!("{name}_zh"))),
        en: clean(form.get(&format!("{name}_en"))),
    };
    let options = options(form);
    let mut skus = skus(form, before, &options, &mut typed);
    let hours = number(form, "ship_within_hours", before.ship_within_hours, &mut typed);
    let commission = percent(form.get("commission"));
    if commission.is_none() {
        typed.push(("commission".into(), form.get("commission").into()));
    }
    let (pictures, description) = (pictures(form), description(form));
    // They may have been dragged: a SKU's picture is the same one, wherever it stands now.
    let place = |was: i32| {
        let id = before.content.pictures.get(usize::try_from(was).ok()?)?;
        i32::try_from(pictures.iter().position(|other| other == id)?).ok()
    };
    for sku in &mut skus {
        sku.picture = sku.picture.and_then(place);
    }
    let alts = alts(form, before, &pictures, &description);
    let draft = ProductDraft {
        category: form.get("category").parse().unwrap_or(before.category),
        title: text("title"),
        subtitle: text("subtitle"),
        content: Content {
            pictures,
            alts,
            description,
            attributes: attributes(form),
            options,
            protections: PROTECTIONS.iter().filter(|(name, _)| !form.get(name).is_empty()).map(|(_, it)| *it).collect(),
            limit: limit(form, before.content.limit, &mut typed),
        },
        skus,
        ship_within_hours: hours,
        freight: form.get("freight").parse().ok(),
        commission: commission.unwrap_or(before.commission),
    };
    (draft, typed)
}

/// Without control characters and the carriage returns that forms send.
fn clean(text: &str) -> String {
    text.replace('\r', "").chars().filter(|c| !c.is_control() || *c == '\n').collect::<String>().trim().to_owned()
}

/// The values of the fields `prefix0suffix`, `prefix1suffix`, … that were sent.
fn indexes(form: &EditorForm, prefix: &str, suffix: &str) -> Vec<usize> {
    let index = |name: &str| name.strip_prefix(prefix)?.strip_suffix(suffix)?.parse().ok();
    form.fields.iter().filter_map(|(name, _)| index(name)).collect()
}

fn pictures(form: &EditorForm) -> Vec<MediaId> {
    let kept = form.fields.iter().filter(|(name, _)| name == "picture").filter_map(|(_, id)| id.parse().ok());
    kept.chain(form.pictures.iter().copied()).take(20).collect()
}

/// What the pictures show: by picture, so that it stays with it wherever it is moved. What was said for all new ones
/// counts for those that have no words of their own.
fn alts(
    form: &EditorForm,
    before: &ProductDraft,
    pictures: &[MediaId],
    description: &[Part],
) -> BTreeMap<MediaId, LocalText> {
    let described = description.iter().filter_map(|part| match part {
        Part::Picture(id) => Some(*id),
        Part::Text(_) => None,
    });
    let known: Vec<_> = before.content.all_pictures().collect();
    let said = LocalText { zh: clean(form.get("alt")), en: String::new() };
    let mut alts = BTreeMap::new();
    for id in pictures.iter().copied().chain(described) {
        let typed = |language: &str| form.fields.iter().find(|(name, _)| *name == format!("alt.{id}.{language}"));
        let alt = match (typed("zh"), typed("en")) {
            (None, None) => before.content.alts.get(&id).cloned(),
            (zh, en) => {
                let text = |typed: Option<&(String, String)>| typed.map(|(_, text)| clean(text)).unwrap_or_default();
                Some(LocalText { zh: text(zh), en: text(en) })
            }
        };
        let is_silent = alt.as_ref().is_none_or(|alt| alt.zh.is_empty() && alt.en.is_empty());
        let alt = if is_silent && !known.contains(&id) && !said.zh.is_empty() { Some(said.clone()) } else { alt };
        if let Some(alt) = alt {
            alts.insert(id, alt);
        }
    }
    alts
}

fn description(form: &EditorForm) -> Vec<Part> {
    let mut parts = Vec::new();
    for index in indexes(form, "part.", ".kind") {
        let of = |name: &str| form.get(&format!("part.{index}.{name}"));
        match of("kind") {
            "picture" => parts.extend(of("picture").parse().ok().map(Part::Picture)),
            _ => parts.push(Part::Text(LocalText { zh: clean(of("zh")), en: clean(of("en")) })),
        }
    }
    parts.extend(form.described.iter().copied().map(Part::Picture));
    parts.truncate(80);
    parts
}

fn attributes(form: &EditorForm) -> Vec<Fact> {
    let keys = form.fields.iter().filter_map(|(name, _)| name.strip_prefix("attr.")?.strip_suffix(".zh"));
    let fact = |key: &str| {
        let value = LocalText {
            zh: clean(form.get(&format!("attr.{key}.zh"))),
            en: clean(form.get(&format!("attr.{key}.en"))),
        };
        (!value.zh.is_empty() || !value.en.is_empty()).then(|| Fact { key: key.to_owned(), value })
    };
    keys.filter_map(fact).collect()
}

fn options(form: &EditorForm) -> Vec<Choice> {
    let lines = |text: &str| -> Vec<String> {
        let lines = text.lines().map(clean).filter(|line| !line.is_empty());
        lines.collect()
    };
    let option = |index: usize| {
        let of = |name: &str| form.get(&format!("option.{index}.{name}"));
        let (zh, en) = (lines(of("values_zh")), lines(of("values_en")));
        let value = |place: usize| LocalText {
            zh: zh.get(place).cloned().unwrap_or_default(),
            en: en.get(place).cloned().unwrap_or_default(),
        };
        let values: Vec<_> = (0..zh.len().max(en.len())).map(value).collect();
        let name = LocalText { zh: clean(of("name_zh")), en: clean(of("name_en")) };
        let is_empty = values.is_empty() && name == LocalText::default();
        (!is_empty).then_some(Choice { name, values })
    };
    (0..OPTIONS).filter_map(option).collect()
}

fn skus(
    form: &EditorForm,
    before: &ProductDraft,
    options: &[Choice],
    typed: &mut Vec<(String, String)>,
) -> Vec<SkuDraft> {
    let mut skus = Vec::new();
    for index in indexes(form, "sku.", ".choice") {
        let of = |name: &str| form.get(&format!("sku.{index}.{name}"));
        let old = before.skus.get(index);
        let currency = before.skus.first().map(|sku| sku.price.currency).unwrap_or_default();
        let place = skus.len();
        let mut keep = |name: &str, text: &str| typed.push((format!("sku.{place}.{name}"), text.to_owned()));
        let price = amount("price", of("price"), currency).unwrap_or_else(|_| {
            keep("price", of("price"));
            old.map_or(shared::Money::new(0, currency), |old| old.price)
        });
        let market_price = match of("market_price").trim() {
            "" => None,
            text => amount("market_price", text, currency).map_or_else(
                |_| {
                    keep("market_price", text);
                    old.and_then(|old| old.market_price)
                },
                Some,
            ),
        };
        let mut whole = |name: &str, fallback: i32| {
            let text = of(name).trim().to_owned();
            let parsed = if text.is_empty() { Some(0) } else { text.parse().ok() };
            parsed.unwrap_or_else(|| {
                keep(name, &text);
                fallback
            })
        };
        // The stock of what is online is not in the form: it is changed in the list, at once.
        let is_online = form.fields.iter().all(|(name, _)| *name != format!("sku.{index}.stock"));
        let stock = if is_online { old.map_or(0, |old| old.stock) } else { whole("stock", 0) };
        let weight_g = whole("weight_g", old.map_or(0, |old| old.weight_g));
        let choice = of("choice").split('/').filter_map(|part| part.parse().ok()).collect();
        skus.push(SkuDraft {
            code: clean(of("code")).chars().take(64).collect(),
            choice: followed(choice, &before.content.options, options),
            price,
            market_price,
            stock,
            weight_g,
            picture: of("picture").parse().ok(),
        });
    }
    skus
}

/// The same choice after values were added, moved or taken out: known by their words, else by their place.
fn followed(choice: Vec<i32>, before: &[Choice], after: &[Choice]) -> Vec<i32> {
    let follow = |(option, index): (usize, i32)| {
        let old = before.get(option).and_then(|old| old.values.get(usize::try_from(index).ok()?));
        let there = old.zip(after.get(option)).and_then(|(old, new)| {
            let same = |value: &LocalText| value == old || (!old.zh.is_empty() && value.zh == old.zh);
            new.values.iter().position(same)
        });
        there.and_then(|place| i32::try_from(place).ok()).unwrap_or(index)
    };
    choice.into_iter().enumerate().map(follow).collect()
}

fn number(form: &EditorForm, name: &str, fallback: i32, typed: &mut Vec<(String, String)>) -> i32 {
    let text = form.get(name).trim();
    text.parse().unwrap_or_else(|_| {
        typed.push((name.to_owned(), text.to_owned()));
        fallback
    })
}

fn limit(form: &EditorForm, before: Option<PurchaseLimit>, typed: &mut Vec<(String, String)>) -> Option<PurchaseLimit> {
    let text = form.get("limit").trim();
    if text.is_empty() {
        return None;
    }
    let per = PERIODS.iter().find(|(name, _)| *name == form.get("limit_per")).map_or(LimitPeriod::Order, |(_, it)| *it);
    match text.parse() {
        Ok(quantity) => Some(PurchaseLimit { per, quantity }),
        Err(_) => {
            typed.push(("limit".into(), text.into()));
            before
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_follows_its_value() {
        let option = |values: &[&str]| Choice {
            name: LocalText::default(),
            values: values.iter().map(|zh| LocalText { zh: (*zh).into(), en: String::new() }).collect(),
        };
        let (before, after) = ([option(&["白", "青"])], [option(&["青", "红", "白"])]);
        assert_eq!(followed(vec![0], &before, &after), [2]);
        assert_eq!(followed(vec![1], &before, &after), [0]);
    }
}
