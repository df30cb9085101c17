use serde::{Deserialize, Serialize};
use shared::{Currency, Quantity};

/// What can be chosen of a product.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[expect(missing_docs, reason = "as in `ProductDetail`")]
pub struct PickProduct {
    pub id: String,
    pub options: Vec<PickOption>,
    pub skus: Vec<PickSku>,
    pub currency: Currency,
    /// Most pieces of one order; 0 without a limit.
    pub limit: i32,
    pub scene: String,
    pub video: String,
    /// The showcase it belongs to.
    pub showcase: String,
    /// Nothing of it can be bought now.
    pub closed: bool,
}

/// A dimension of choice.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[expect(missing_docs, reason = "as in `ProductOption`")]
pub struct PickOption {
    pub name: String,
    pub values: Vec<PickValue>,
}

/// One value of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[expect(missing_docs, reason = "a name and a small picture")]
pub struct PickValue {
    pub name: String,
    pub picture: Option<String>,
}

/// One variant; prices in minor units.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[expect(missing_docs, reason = "as in `SkuView`")]
pub struct PickSku {
    pub id: String,
    pub choice: Vec<i32>,
    pub price: i64,
    pub was: Option<i64>,
    pub stock: i32,
    pub picture: Option<i32>,
}

/// The picker's words; `{}` stands for a number.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each field is its own text")]
pub struct PickTexts {
    pub choose: String,
    pub quantity: String,
    pub fewer: String,
    pub more: String,
    pub out: String,
    pub left: String,
    pub in_stock: String,
    pub sold_out: String,
    pub limit: String,
    pub shop: String,
    pub bag: String,
    pub add: String,
    pub added: String,
    pub buy: String,
}

impl PickProduct {
    /// The variant to begin with: the first that can be bought.
    pub fn first(&self) -> Option<&PickSku> {
        self.skus.iter().find(|sku| sku.stock > 0).or(self.skus.first())
    }

    pub(super) fn sku(&self, choice: &[i32]) -> Option<&PickSku> {
        self.skus.iter().find(|sku| sku.choice == choice)
    }

    pub(super) fn most(&self, sku: Option<&PickSku>) -> i32 {
        let limit = if self.limit > 0 { self.limit } else { Quantity::MAX };
        sku.map_or(0, |sku| sku.stock).min(limit).min(Quantity::MAX)
    }

    /// Whether `value` of `option` can be bought together with the other choices.
    pub(super) fn fits(&self, choice: &[i32], option: usize, value: i32) -> bool {
        self.skus.iter().any(|sku| {
            sku.stock > 0
                && sku.choice.iter().enumerate().all(|(i, v)| *v == if i == option { value } else { choice[i] })
        })
    }

    /// The choice after tapping `value`: the other options follow where the combination does not exist.
    pub(super) fn tapped(&self, choice: &[i32], option: usize, value: i32) -> Vec<i32> {
        let mut next = choice.to_vec();
        next[option] = value;
        if self.sku(&next).is_some_and(|sku| sku.stock > 0) {
            return next;
        }
        let with = |sku: &&PickSku| sku.choice[option] == value;
        let best = self.skus.iter().filter(|sku| sku.stock > 0).find(with);
        best.or(self.skus.iter().find(with)).map_or(next, |sku| sku.choice.clone())
    }
}
