use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
pub use shared::AttributeName;
use shared::{
    LocalText, MediaId,
    dto::{Protection, PurchaseLimit},
};

/// What only a product's own page needs, in every language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// The first one is shown in lists.
    pub pictures: Vec<MediaId>,
    /// What pictures show, for those who do not see them, where it is not what was said when they were uploaded;
    /// those of the description included.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub alts: BTreeMap<MediaId, LocalText>,
    /// Paragraphs and pictures, in order.
    #[serde(default)]
    pub description: Vec<Part>,
    /// Facts by the keys of the category's attributes.
    #[serde(default)]
    pub attributes: Vec<Fact>,
    /// What a SKU is chosen by; empty if there is one SKU only.
    #[serde(default)]
    pub options: Vec<Choice>,
    /// What the shop promises.
    #[serde(default)]
    pub protections: Vec<Protection>,
    /// Purchase limit per person.
    #[serde(default)]
    pub limit: Option<PurchaseLimit>,
}

impl Content {
    /// Every picture it names, those of the description last.
    pub fn all_pictures(&self) -> impl Iterator<Item = MediaId> {
        let described = self.description.iter().filter_map(|part| match part {
            Part::Picture(id) => Some(*id),
            Part::Text(_) => None,
        });
        self.pictures.iter().copied().chain(described)
    }
}

/// A paragraph or a picture of a description.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Plain text.
    Text(LocalText),
    /// A picture.
    Picture(MediaId),
}

/// One attribute of a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// Key among the category's attributes.
    pub key: String,
    /// What is so.
    pub value: LocalText,
}

/// A dimension of choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Its name.
    pub name: LocalText,
    /// What can be chosen.
    pub values: Vec<LocalText>,
}
