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
