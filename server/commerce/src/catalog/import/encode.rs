//! Drafts to lines.

use shared::dto::{Protection, PurchaseLimit};

use super::columns::{COLUMNS, PERIODS, PICTURE, PROTECTIONS, escape, join, safe};
use crate::{
    Error,
    catalog::{Content, ProductDraft, SkuDraft, categories::Categories, content::Part},
    linked,
};

/// The head, with the mark by which spreadsheets know UTF-8.
pub fn head() -> Result<Vec<u8>, Error> {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    bytes.extend(lines([COLUMNS.iter().map(|(name, ..)| (*name).to_owned()).collect::<Vec<_>>()])?);
    Ok(bytes)
}

/// A product: one line per SKU, its own cells in the first.
pub fn product(
    key: &str,
    draft: &ProductDraft,
    (place, group): (Option<&linked::Place>, Option<&str>),
    categories: &Categories,
) -> Result<Vec<u8>, Error> {
    let nothing = SkuDraft {
        code: String::new(),
        choice: vec![],
        price: shared::Money::new(0, shared::Currency::default()),
        market_price: None,
        stock: 0,
        weight_g: 0,
        picture: None,
    };
    let blank = [nothing];
    let skus = if draft.skus.is_empty() { blank.as_slice() } else { &draft.skus };
    lines(skus.iter().enumerate().map(|(index, sku)| {
        let mut cells = vec![key.to_owned()];
        cells.extend(if index == 0 { own(draft, categories) } else { vec![String::new(); OWN] });
        let choice = sku.choice.iter().map(|index| (index + 1).to_string()).collect::<Vec<_>>().join("/");
        let price = if draft.skus.is_empty() { String::new() } else { sku.price.decimal().to_string() };
        let market = sku.market_price.map(|price| price.decimal().to_string()).unwrap_or_default();
        cells.extend([choice, sku.code.clone(), price, market, sku.stock.to_string(), sku.weight_g.to_string()]);
        cells.push(sku.picture.map(|index| (index + 1).to_string()).unwrap_or_default());
        let place = place.filter(|_| index == 0).map(|place| [place.number.clone(), place.address.clone()]);
        cells.extend(place.unwrap_or_default());
        cells.push(group.filter(|_| index == 0).unwrap_or_default().to_owned());
        cells.iter().map(|cell| safe(cell)).collect::<Vec<_>>()
    }))
}

/// Columns between `product` and `choice`.
const OWN: usize = 28;

fn own(draft: &ProductDraft, categories: &Categories) -> Vec<String> {
    let content = &draft.content;
    let number = |limit: Option<PurchaseLimit>| limit.map(|limit| limit.quantity.to_string()).unwrap_or_default();
    let period = content.limit.and_then(|limit| PERIODS.iter().find(|(_, per)| *per == limit.per));
    let name = |promise: &Protection| PROTECTIONS.iter().find(|(_, it)| it == promise).map_or("", |(name, _)| *name);
    let mut cells = vec![
        categories.code(draft.category).to_owned(),
        draft.title.zh.clone(),
        draft.title.en.clone(),
        draft.subtitle.zh.clone(),
        draft.subtitle.en.clone(),
        content.pictures.iter().map(ToString::to_string).collect::<Vec<_>>().join("|"),
        facts(content, true),
        facts(content, false),
        parts(content, true),
        parts(content, false),
        draft.ship_within_hours.to_string(),
        draft.freight.map(|id| id.to_string()).unwrap_or_default(),
        number(content.limit),
        period.map_or("", |(name, _)| *name).to_owned(),
        content.protections.iter().map(name).collect::<Vec<_>>().join("|"),
        draft.commission.get().to_string(),
    ];
    for index in 0..3 {
        let option = content.options.get(index);
        let values = |zh: bool| {
            let values = option.map(|option| option.values.as_slice()).unwrap_or_default();
            join(values.iter().map(|value| if zh { value.zh.as_str() } else { value.en.as_str() }))
        };
        cells.push(option.map(|option| option.name.zh.clone()).unwrap_or_default());
        cells.push(option.map(|option| option.name.en.clone()).unwrap_or_default());
        cells.extend([values(true), values(false)]);
    }
    cells
}

fn facts(content: &Content, zh: bool) -> String {
    let fact = |fact: &crate::catalog::Fact| {
        let value = if zh { &fact.value.zh } else { &fact.value.en };
        escape(&format!("{}={value}", fact.key))
    };
    content.attributes.iter().map(fact).collect::<Vec<_>>().join("|")
}

fn parts(content: &Content, zh: bool) -> String {
    let part = |part: &Part| match part {
        Part::Text(text) => escape(if zh { &text.zh } else { &text.en }),
        Part::Picture(id) if zh => format!("{PICTURE}{id}"),
        Part::Picture(_) => String::new(),
    };
    content.description.iter().map(part).collect::<Vec<_>>().join("|")
}

fn lines(rows: impl IntoIterator<Item = Vec<String>>) -> Result<Vec<u8>, Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.write_record(&row).map_err(Error::failed("writing a table"))?;
    }
    writer.into_inner().map_err(|error| Error::failed("writing a table")(error.into_error()))
}
