use std::collections::HashSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use shared::{BasisPoints, CategoryId, FreightId, LocalText, MediaId, Money, Scene, ShopId};

use super::{AttributeName, Content, content::Part};

/// A product as its shop edits it; viewers see it once it is published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductDraft {
    /// A category of the tree.
    pub category: CategoryId,
    /// The shop's own words, 1 to 120 characters.
    pub title: LocalText,
    /// One line below the title; may be empty.
    pub subtitle: LocalText,
    /// Pictures, description, attributes, options, promises.
    pub content: Content,
    /// Its variants, 1 to 100.
    pub skus: Vec<SkuDraft>,
    /// The shop hands the parcel over within so many hours, 1 to 720.
    pub ship_within_hours: i32,
    /// Overrides the shop's template.
    #[serde(default)]
    pub freight: Option<FreightId>,
    /// What the creator in whose content it is sold earns.
    pub commission: BasisPoints,
}

/// A variant of a draft, known by the shop's own number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkuDraft {
    /// The shop's own number, 1 to 64 characters, unique in the product.
    pub code: String,
    /// Index of the chosen value of each option.
    pub choice: Vec<i32>,
    /// Price of one piece, above zero.
    pub price: Money,
    /// What it was; above `price`.
    pub market_price: Option<Money>,
    /// Pieces to start with; counts for a new SKU only, later changes go through `change_stock`.
    pub stock: i32,
    /// Weight of one piece in grams.
    pub weight_g: i32,
    /// Index into the product's pictures.
    pub picture: Option<i32>,
}

/// A shop to be.
#[derive(Debug, Clone)]
pub struct NewShop {
    /// Its name.
    pub name: LocalText,
    /// Its logo, else the avatar of its creator.
    pub logo: Option<MediaId>,
    /// Score × 100 of 5.
    pub score_pct: i32,
    /// For its customers.
    pub phone: String,
    /// What its parcels cost.
    pub freight: FreightId,
}

/// A category to be.
#[derive(Debug, Clone)]
pub struct NewCategory {
    /// `None` at the root.
    pub parent: Option<CategoryId>,
    /// Unique name in addresses.
    pub code: String,
    /// As people read it.
    pub name: LocalText,
    /// What products state, in the order they show it.
    pub attributes: Vec<AttributeName>,
    /// Technical service fee by scene, valid from the beginning; `None` for every other scene.
    pub fees: Vec<(Option<Scene>, BasisPoints)>,
    /// Needed to sell here, minor units.
    pub deposit_minor: i64,
    /// Receipt counts as confirmed so many days after the last parcel left.
    pub confirm_days: i32,
    /// Whether goods can be returned within seven days without a reason.
    pub seven_day_return: bool,
}

/// A product to be imported, listed at once.
#[derive(Debug, Clone)]
pub struct NewProduct {
    /// Who sells it.
    pub shop: ShopId,
    /// What it is.
    pub draft: ProductDraft,
    /// Pieces sold before it came here.
    pub sold: i64,
    /// When it counts as listed; `None` for now.
    pub listed_at: Option<DateTime<Utc>>,
}

impl ProductDraft {
    /// This draft with what another shop is master of as it stands in `master`: title, options, SKUs, and the pictures
    /// too if `pictures` came from there. A SKU's picture stays the one it was, wherever that is now.
    #[must_use]
    pub fn mastered_by(mut self, master: &Self, pictures: bool) -> Self {
        self.title = master.title.clone();
        self.content.options = master.content.options.clone();
        if pictures {
            self.content.pictures = master.content.pictures.clone();
        }
        let now = &self.content.pictures;
        let place = |was: i32| {
            let id = master.content.pictures.get(usize::try_from(was).ok()?)?;
            i32::try_from(now.iter().position(|other| other == id)?).ok()
        };
        let sku = |sku: &SkuDraft| SkuDraft { picture: sku.picture.and_then(place), ..sku.clone() };
        self.skus = master.skus.iter().map(sku).collect();
        self
    }

    /// The fields that keep it from being published, by their names; empty if it is good.
    pub fn faults(&self) -> Vec<&'static str> {
        let content = &self.content;
        [
            ("title", text(&self.title, 1, 120)),
            ("subtitle", text(&self.subtitle, 0, 160)),
            ("pictures", (1..=9).contains(&content.pictures.len())),
            ("alts", content.alts.values().all(|alt| text(alt, 0, 200))),
            ("description", content.description.len() <= 60 && content.description.iter().all(good_part)),
            (
                "attributes",
                content.attributes.len() <= 60 && content.attributes.iter().all(|fact| text(&fact.value, 1, 200)),
            ),
            ("options", self.good_options()),
            ("skus", self.good_skus()),
            ("price", self.good_prices()),
            ("stock", self.skus.iter().all(|sku| (0..=1_000_000).contains(&sku.stock))),
            ("ship_within_hours", (1..=720).contains(&self.ship_within_hours)),
            ("limit", content.limit.is_none_or(|limit| limit.quantity > 0)),
        ]
        .into_iter()
        .filter_map(|(field, good)| (!good).then_some(field))
        .collect()
    }

    fn good_options(&self) -> bool {
        let options = &self.content.options;
        options.len() <= 3
            && options.iter().all(|option| {
                text(&option.name, 1, 20)
                    && (1..=20).contains(&option.values.len())
                    && option.values.iter().all(|value| text(value, 1, 40))
            })
    }

    /// Every SKU is one choice of each option, and no choice has two SKUs.
    fn good_skus(&self) -> bool {
        let options = &self.content.options;
        let exists = |index: i32, length: usize| usize::try_from(index).is_ok_and(|index| index < length);
        let fits = |sku: &SkuDraft| {
            sku.choice.len() == options.len()
                && sku.choice.iter().zip(options).all(|(&index, option)| exists(index, option.values.len()))
                && sku.picture.is_none_or(|index| exists(index, self.content.pictures.len()))
                && (0..=1_000_000).contains(&sku.weight_g)
                && (1..=64).contains(&sku.code.len())
        };
        let codes: HashSet<_> = self.skus.iter().map(|sku| &sku.code).collect();
        let choices: HashSet<_> = self.skus.iter().map(|sku| &sku.choice).collect();
        (1..=100).contains(&self.skus.len())
            && codes.len() == self.skus.len()
            && choices.len() == self.skus.len()
            && self.skus.iter().all(fits)
    }

    fn good_prices(&self) -> bool {
        let currency = self.skus.first().map(|sku| sku.price.currency);
        self.skus.iter().all(|sku| {
            good_price(sku.price)
                && Some(sku.price.currency) == currency
                && sku
                    .market_price
                    .is_none_or(|market| Some(market.currency) == currency && market.minor > sku.price.minor)
        })
    }
}

/// Above zero, at most ten million yuan.
pub(super) const fn good_price(price: Money) -> bool {
    price.minor > 0 && price.minor <= 1_000_000_000
}

fn good_part(part: &Part) -> bool {
    match part {
        Part::Text(words) => text(words, 1, 4000),
        Part::Picture(_) => true,
    }
}

/// Whether the longer of both languages has `min` to `max` characters and none of them is a control.
fn text(words: &LocalText, min: usize, max: usize) -> bool {
    let length = words.zh.trim().chars().count().max(words.en.trim().chars().count());
    let plain = |text: &str| !text.chars().any(|c| c.is_control() && c != '\n');
    (min..=max).contains(&length) && plain(&words.zh) && plain(&words.en)
}
