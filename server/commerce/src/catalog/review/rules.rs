use sea_orm::ConnectionTrait;
use shared::{
    AttributeName, CategoryId, LocalText, ProductState, ShopId,
    dto::{Reason, ReasonFault, ReviewRule},
};
use uuid::Uuid;

use crate::{
    Commerce, Error,
    catalog::{
        ProductDraft,
        content::Part,
        entity::{product, product_rule},
        queries,
        record::categories,
    },
    deposit,
};

/// The operator's rules, read once for any number of drafts.
pub struct Rules {
    by_category: Vec<product_rule::Model>,
    banned: Vec<String>,
    /// Where the shop may sell whose drafts they are; `None` for nobody's in particular.
    held: Option<Vec<CategoryId>>,
}

/// What is asked of the products of one category.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Asked {
    pub review: ReviewRule,
    pub floor_minor: Option<i64>,
    pub required: Vec<String>,
    /// It takes no new goods.
    pub closed: bool,
    /// The shop may sell below its category at the root.
    pub held: bool,
    /// What values of attributes have to be.
    pub attributes: Vec<AttributeName>,
}

/// Where a product is already.
#[derive(Debug, Default, Clone, Copy)]
pub struct Stays {
    /// Viewers have seen it in this category: it may come back there when the category takes nothing new.
    pub listed: Option<CategoryId>,
    /// They see it there now: it may stay where its shop sells nothing else.
    pub on_sale: Option<CategoryId>,
}

impl Stays {
    pub fn of(row: &product::Model) -> Self {
        Self {
            listed: row.listed_at.map(|_| row.category_id),
            on_sale: (row.state == ProductState::OnSale).then_some(row.category_id),
        }
    }
}

impl Rules {
    pub async fn read(db: &impl ConnectionTrait) -> Result<Self, Error> {
        let (by_category, banned) = (queries::product_rules(db).await?, queries::banned_words(db).await?);
        Ok(Self { by_category, banned, held: None })
    }

    /// The same for the drafts of a shop.
    pub async fn of_shop(db: &impl ConnectionTrait, shop: ShopId) -> Result<Self, Error> {
        Ok(Self { held: Some(deposit::chosen(db, shop).await?), ..Self::read(db).await? })
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
            held: self.held.as_ref().is_none_or(|held| held.contains(&all.root(category))),
            attributes,
        })
    }

    /// What the rules have against `draft`; nothing if it is good. `stays` says in which category viewers have seen the
    /// product, and where it is on sale now: what is there may stay.
    pub fn reasons(&self, draft: &ProductDraft, asked: &Asked, stays: Stays) -> Vec<Reason> {
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
        let fault = if asked.closed && stays.listed != Some(draft.category) {
            Some(ReasonFault::ClosedCategory)
        } else if !asked.held && stays.on_sale != Some(draft.category) {
            Some(ReasonFault::CategoryNotHeld)
        } else {
            None
        };
        reasons.extend(fault.map(|fault| Reason { field: "category".into(), fault, words: String::new() }));
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
