use sea_orm::ConnectionTrait;
use shared::{
    AttributeName, CategoryId, LocalText,
    dto::{Reason, ReasonFault, ReviewRule},
};
use uuid::Uuid;

use crate::{
    Commerce, Error,
    catalog::{ProductDraft, content::Part, entity::product_rule, queries, record::categories},
};

/// The operator's rules, read once for any number of drafts.
pub struct Rules {
    by_category: Vec<product_rule::Model>,
    banned: Vec<String>,
}

/// What is asked of the products of one category.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Asked {
    pub review: ReviewRule,
    pub floor_minor: Option<i64>,
    pub required: Vec<String>,
    /// It takes no new goods.
    pub closed: bool,
    /// What values of attributes have to be.
    pub attributes: Vec<AttributeName>,
}

impl Rules {
    pub async fn read(db: &impl ConnectionTrait) -> Result<Self, Error> {
        Ok(Self { by_category: queries::product_rules(db).await?, banned: queries::banned_words(db).await? })
    }

    /// What is asked of `category`: of itself, else of the nearest one above it, else of all. Attributes add up.
    pub async fn asked(
        &self,
        commerce: &Commerce,
        db: &impl ConnectionTrait,
        category: CategoryId,
    ) -> Result<Asked, Error> {
        let all = categories(commerce, db).await?;
        let attributes: Vec<_> = all.attributes(category).into_iter().cloned().collect();
        let line = all.ancestors(category).into_iter().map(|id| id.0).chain([Uuid::nil()]);
        let rows: Vec<_> = line.filter_map(|id| self.by_category.iter().find(|row| row.category_id == id)).collect();
        let of_category = attributes.iter().filter(|one| one.required).map(|one| one.key.clone());
        let mut required: Vec<_> = rows.iter().flat_map(|row| required(row)).collect();
        let more: Vec<_> = of_category.filter(|key| !required.contains(key)).collect();
        required.extend(more);
        Ok(Asked {
            review: rows.first().map(|row| review(row)).unwrap_or_default(),
            floor_minor: rows.iter().find_map(|row| row.floor_minor),
            required,
            closed: !all.takes(category),
            attributes,
        })
    }

    /// What the rules have against `draft`; nothing if it is good. `listed` is the category in which viewers have seen
    /// the product, if they have: what is there may stay when the category is closed.
    pub fn reasons(&self, draft: &ProductDraft, asked: &Asked, listed: Option<CategoryId>) -> Vec<Reason> {
        let mut reasons: Vec<_> =
            texts(draft).into_iter().filter_map(|(field, text)| self.banned(field, text)).collect();
        let floor = asked.floor_minor.filter(|floor| draft.skus.iter().any(|sku| sku.price.minor < *floor));
        if let (Some(minor), Some(sku)) = (floor, draft.skus.first()) {
            let words = shared::Money { minor, ..sku.price }.to_string();
            reasons.push(Reason { field: "price".into(), fault: ReasonFault::BelowFloor, words });
        }
        let stated = |key: &String| draft.content.attributes.iter().any(|fact| fact.key == *key);
        let missing = asked.required.iter().filter(|key| !stated(key));
        reasons.extend(missing.map(|key| Reason {
            field: "attributes".into(),
            fault: ReasonFault::MissingAttribute,
            words: key.clone(),
        }));
        let wrong = draft.content.attributes.iter().filter_map(|fact| {
            let attribute = asked.attributes.iter().find(|attribute| attribute.key == fact.key)?;
            (!attribute.fits(&fact.value)).then(|| fact.key.clone())
        });
        reasons.extend(wrong.map(|words| Reason {
            field: "attributes".into(),
            fault: ReasonFault::WrongAttribute,
            words,
        }));
        if asked.closed && listed != Some(draft.category) {
            let (field, words) = ("category".into(), String::new());
            reasons.push(Reason { field, fault: ReasonFault::ClosedCategory, words });
        }
        reasons
    }

    fn banned(&self, field: &str, text: &LocalText) -> Option<Reason> {
        let (zh, en) = (text.zh.to_lowercase(), text.en.to_lowercase());
        let word = self.banned.iter().find(|word| zh.contains(word.as_str()) || en.contains(word.as_str()))?;
        Some(Reason { field: field.into(), fault: ReasonFault::BannedWord, words: word.clone() })
    }
}

/// What the operator's list of words has against a text that is no product's.
pub async fn banned(db: &impl ConnectionTrait, field: &str, text: &LocalText) -> Result<Option<Reason>, Error> {
    Ok(Rules::read(db).await?.banned(field, text))
}

/// Every text of a draft with the field it belongs to.
fn texts(draft: &ProductDraft) -> Vec<(&'static str, &LocalText)> {
    let content = &draft.content;
    let mut texts = vec![("title", &draft.title), ("subtitle", &draft.subtitle)];
    texts.extend(content.description.iter().filter_map(|part| match part {
        Part::Text(text) => Some(("description", text)),
        Part::Picture(_) => None,
    }));
    texts.extend(content.alts.values().map(|alt| ("alts", alt)));
    texts.extend(content.attributes.iter().map(|fact| ("attributes", &fact.value)));
    for option in &content.options {
        texts.push(("options", &option.name));
        texts.extend(option.values.iter().map(|value| ("options", value)));
    }
    texts
}

pub fn review(row: &product_rule::Model) -> ReviewRule {
    serde_json::from_value(row.review.clone().into()).unwrap_or_default()
}

pub fn required(row: &product_rule::Model) -> Vec<String> {
    serde_json::from_value(row.required.clone()).unwrap_or_default()
}
