use serde::{Deserialize, Serialize};
use shared::Quantity;

/// What can be chosen of a product.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(from = "Wire", into = "Wire")]
#[expect(missing_docs, reason = "as in `ProductDetail`")]
pub struct PickProduct {
    pub id: String,
    pub options: Vec<PickOption>,
    pub skus: Vec<PickSku>,
    /// The sign of the currency, before the amount.
    pub sign: String,
    /// Most pieces of one order; 0 without a limit.
    pub limit: i32,
    pub scene: String,
    pub video: String,
    /// The showcase it belongs to.
    pub showcase: String,
}

/// A dimension of choice. Travels as a list: a reader of names would be a kilobyte of the browser's code.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(from = "(String, Vec<(String, String)>)", into = "(String, Vec<(String, String)>)")]
pub struct PickOption {
    /// What it is.
    pub name: String,
    /// Name and small picture of each value; the picture may be empty.
    pub values: Vec<(String, String)>,
}

/// One variant; prices in minor units. Travels as a list too.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(from = "Row", into = "Row")]
#[expect(missing_docs, reason = "as in `SkuView`")]
pub struct PickSku {
    pub id: String,
    pub choice: Vec<i32>,
    pub price: i64,
    /// 0 if it was never more.
    pub was: i64,
    pub stock: i32,
    /// Its place in the gallery; -1 without one of its own.
    pub picture: i32,
}

type Wire = (Vec<String>, Vec<PickOption>, Vec<PickSku>, i32);
type Row = (String, Vec<i32>, i64, i64, i32, i32);

/// The picker's words, in this order; a number stands between `left` and `left_end`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(from = "Vec<String>", into = "Vec<String>")]
#[expect(missing_docs, reason = "each field is its own text")]
pub struct PickTexts {
    pub choose: String,
    pub quantity: String,
    pub fewer: String,
    pub more: String,
    pub out: String,
    pub left: String,
    pub left_end: String,
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

    pub(super) fn stock(&self, choice: &[i32]) -> i32 {
        self.sku(choice).map_or(0, |sku| sku.stock)
    }

    /// So many pieces of this choice can be asked for.
    pub(super) fn most(&self, choice: &[i32]) -> i32 {
        let limit = if self.limit > 0 { self.limit } else { Quantity::MAX };
        self.stock(choice).min(limit).min(Quantity::MAX)
    }

    /// Whether `value` of `option` can be bought together with the other choices.
    pub(super) fn fits(&self, choice: &[i32], option: usize, value: i32) -> bool {
        let chosen = |i: usize| if i == option { value } else { choice[i] };
        self.skus.iter().any(|sku| sku.stock > 0 && sku.choice.iter().enumerate().all(|(i, v)| *v == chosen(i)))
    }

    /// The choice after tapping `value`: the other options follow where the combination does not exist.
    pub(super) fn tapped(&self, choice: &[i32], option: usize, value: i32) -> Vec<i32> {
        let mut next = choice.to_vec();
        next[option] = value;
        if self.stock(&next) > 0 {
            return next;
        }
        let with = |sku: &&PickSku| sku.choice[option] == value;
        let best = self.skus.iter().filter(|sku| sku.stock > 0).find(with);
        best.or(self.skus.iter().find(with)).map_or(next, |sku| sku.choice.clone())
    }
}

impl From<Wire> for PickProduct {
    fn from((words, options, skus, limit): Wire) -> Self {
        let mut words = words.into_iter();
        let mut next = || words.next().unwrap_or_default();
        let (id, sign, scene, video, showcase) = (next(), next(), next(), next(), next());
        Self { id, options, skus, sign, limit, scene, video, showcase }
    }
}

impl From<PickProduct> for Wire {
    fn from(p: PickProduct) -> Self {
        (vec![p.id, p.sign, p.scene, p.video, p.showcase], p.options, p.skus, p.limit)
    }
}

impl From<(String, Vec<(String, String)>)> for PickOption {
    fn from((name, values): (String, Vec<(String, String)>)) -> Self {
        Self { name, values }
    }
}

impl From<PickOption> for (String, Vec<(String, String)>) {
    fn from(option: PickOption) -> Self {
        (option.name, option.values)
    }
}

impl From<Row> for PickSku {
    fn from((id, choice, price, was, stock, picture): Row) -> Self {
        Self { id, choice, price, was, stock, picture }
    }
}

impl From<PickSku> for Row {
    fn from(sku: PickSku) -> Self {
        (sku.id, sku.choice, sku.price, sku.was, sku.stock, sku.picture)
    }
}

impl From<Vec<String>> for PickTexts {
    fn from(words: Vec<String>) -> Self {
        let mut words = words.into_iter();
        let mut next = || words.next().unwrap_or_default();
        Self {
            choose: next(),
            quantity: next(),
            fewer: next(),
            more: next(),
            out: next(),
            left: next(),
            left_end: next(),
            in_stock: next(),
            sold_out: next(),
            limit: next(),
            shop: next(),
            bag: next(),
            add: next(),
            added: next(),
            buy: next(),
        }
    }
}

impl From<PickTexts> for Vec<String> {
    fn from(t: PickTexts) -> Self {
        let before = [t.choose, t.quantity, t.fewer, t.more, t.out, t.left, t.left_end, t.in_stock];
        before.into_iter().chain([t.sold_out, t.limit, t.shop, t.bag, t.add, t.added, t.buy]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn product() -> PickProduct {
        let sku = |choice: [i32; 2], stock| PickSku {
            id: String::new(),
            choice: choice.into(),
            price: 1,
            was: 0,
            stock,
            picture: -1,
        };
        PickProduct {
            id: String::new(),
            options: Vec::new(),
            skus: vec![sku([0, 0], 3), sku([0, 1], 0), sku([1, 1], 200)],
            sign: "¥".into(),
            limit: 5,
            scene: String::new(),
            video: String::new(),
            showcase: String::new(),
        }
    }

    #[test]
    fn what_cannot_be_bought_does_not_fit() {
        let product = product();
        assert!(product.fits(&[0, 0], 0, 0));
        assert!(!product.fits(&[0, 0], 1, 1));
        assert_eq!((product.most(&[0, 0]), product.most(&[1, 1]), product.most(&[1, 0])), (3, 5, 0));
    }

    #[test]
    fn a_tap_on_what_does_not_fit_brings_the_rest_along() {
        let product = product();
        assert_eq!(product.tapped(&[0, 0], 0, 1), [1, 1]);
        assert_eq!(product.tapped(&[1, 1], 1, 0), [0, 0]);
    }

    #[test]
    fn the_words_keep_their_order() {
        let words: Vec<String> = (0..15).map(|i| i.to_string()).collect();
        assert_eq!(Vec::from(PickTexts::from(words.clone())), words);
    }
}
