//! The shape of `demo/catalog.json`.

use std::collections::BTreeMap;

use serde::Deserialize;
use shared::{
    FreightTemplate, LocalText,
    dto::{Protection, PurchaseLimit},
};

/// Everything the demo shows; things refer to each other by code.
#[derive(Deserialize)]
pub struct Catalog {
    pub categories: Vec<Category>,
    pub freight: Vec<Freight>,
    pub shops: Vec<Shop>,
    pub creators: Vec<Creator>,
    pub products: Vec<Product>,
    pub showcases: Vec<Showcase>,
    pub videos: Vec<Video>,
    pub reviews: Vec<Review>,
}

impl Catalog {
    /// The code of the category at the root that the one called `code` is below, or is itself.
    pub fn root<'a>(&'a self, code: &'a str) -> &'a str {
        let of = |code: &str| self.categories.iter().find(|category| category.code == code);
        let above = |code: &&'a str| of(code).and_then(|category| category.parent.as_deref());
        std::iter::successors(Some(code), above).last().unwrap_or(code)
    }
}

#[derive(Deserialize)]
pub struct Category {
    pub code: String,
    /// Code of a category before this one.
    pub parent: Option<String>,
    pub name: LocalText,
    /// By scene; `other` is every further one.
    #[serde(default)]
    pub fee_bp: BTreeMap<String, i32>,
    #[serde(default)]
    pub deposit_fen: i64,
    #[serde(default)]
    pub attributes: Vec<commerce::catalog::AttributeName>,
    pub confirm_days: i32,
    pub seven_day_return: bool,
}

#[derive(Deserialize)]
pub struct Freight {
    pub code: String,
    #[serde(flatten)]
    pub template: FreightTemplate,
}

#[derive(Deserialize)]
pub struct Shop {
    pub code: String,
    pub name: LocalText,
    /// Of 100.
    pub score_pct: i32,
    pub freight: String,
    pub phone: String,
}

#[derive(Deserialize)]
pub struct Creator {
    pub handle: String,
    pub shop: String,
    pub name: LocalText,
    pub bio: LocalText,
    pub avatar: String,
    pub cover: String,
    pub verified: bool,
    pub followers: i64,
    pub email: Option<String>,
}

#[derive(Deserialize)]
pub struct Product {
    pub code: String,
    pub shop: String,
    pub category: String,
    pub title: LocalText,
    #[serde(default)]
    pub subtitle: LocalText,
    pub pictures: Vec<String>,
    #[serde(default)]
    pub picture_alts: Vec<LocalText>,
    #[serde(default)]
    pub description: Vec<Part>,
    #[serde(default)]
    pub attributes: BTreeMap<String, LocalText>,
    #[serde(default)]
    pub options: Vec<commerce::catalog::Choice>,
    pub skus: Vec<Sku>,
    #[serde(default)]
    pub protections: Vec<Protection>,
    pub ship_within_hours: i32,
    pub limit: Option<PurchaseLimit>,
    pub sold: i64,
    pub commission_bp: i32,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub enum Part {
    Text {
        text: LocalText,
    },
    Picture {
        picture: String,
        #[serde(default)]
        alt: LocalText,
    },
}

#[derive(Deserialize)]
pub struct Sku {
    pub code: String,
    pub values: Vec<i32>,
    pub price_fen: i64,
    pub market_fen: Option<i64>,
    pub stock: i32,
    pub weight_g: i32,
    /// A picture by name.
    pub picture: Option<String>,
}

#[derive(Deserialize)]
pub struct Showcase {
    pub handle: String,
    pub groups: Vec<Group>,
    #[serde(default)]
    pub pinned: Vec<String>,
    #[serde(default)]
    pub hidden: Vec<String>,
}

#[derive(Deserialize)]
pub struct Group {
    pub name: LocalText,
    pub products: Vec<String>,
}

#[derive(Deserialize)]
pub struct Video {
    pub creator: String,
    pub caption: LocalText,
    pub clip: String,
    pub poster: String,
    pub duration_ms: i64,
    pub likes: i64,
    #[serde(default)]
    pub comments: Vec<Comment>,
    #[serde(default)]
    pub cards: Vec<Card>,
}

#[derive(Deserialize)]
pub struct Comment {
    pub name: Words,
    pub text: Words,
    pub likes: i64,
}

/// Text in one language or in two.
#[derive(Deserialize, Clone)]
#[serde(untagged)]
pub enum Words {
    One(String),
    Both(LocalText),
}

impl From<Words> for LocalText {
    fn from(words: Words) -> Self {
        match words {
            Words::One(zh) => Self { zh, en: String::new() },
            Words::Both(both) => both,
        }
    }
}

#[derive(Deserialize)]
pub struct Card {
    pub product: String,
    pub from_ms: i64,
    pub to_ms: i64,
}

#[derive(Deserialize)]
pub struct Review {
    pub product: String,
    pub name: String,
    pub stars: i32,
    pub text: LocalText,
    pub days_ago: i64,
    /// Code of a SKU.
    pub sku: String,
}
