//! What was asked for, from and to an address.

use commerce::affiliate::{SelectionQuery, SelectionSort, Whose};

use crate::{
    api::read,
    pages::{load::query, showcase::encode},
};

/// Whose goods, by the names in addresses.
pub const WHOSE: [(Whose, &str); 4] =
    [(Whose::All, ""), (Whose::Others, "others"), (Whose::Named, "named"), (Whose::Own, "own")];
/// The orders, by the names in addresses.
pub const SORTS: [(SelectionSort, &str); 6] = [
    (SelectionSort::Newest, ""),
    (SelectionSort::Rate, "rate"),
    (SelectionSort::Earns, "earns"),
    (SelectionSort::Cheapest, "cheapest"),
    (SelectionSort::Sold, "sold"),
    (SelectionSort::Score, "score"),
];

/// The words of the address, as they were typed; what does not fit is not asked for.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    pub whose: String,
    pub q: String,
    pub rate: String,
    pub price_from: String,
    pub price_to: String,
    pub stock: String,
    pub ship: String,
    pub score: String,
    pub refunds: String,
    pub sort: String,
    pub from: usize,
}

impl Asked {
    pub fn read() -> Self {
        let text = |name| query::<String>(name).unwrap_or_default();
        Self {
            whose: text("whose"),
            q: text("q"),
            rate: text("rate"),
            price_from: text("price_from"),
            price_to: text("price_to"),
            stock: text("stock"),
            ship: text("ship"),
            score: text("score"),
            refunds: text("refunds"),
            sort: text("sort"),
            from: query("from").unwrap_or_default(),
        }
    }

    /// What the shop understands of it.
    pub fn query(&self) -> SelectionQuery {
        let minor = |text: &str| read::money(text.trim(), "").ok().map(|money| money.minor);
        SelectionQuery {
            whose: WHOSE.iter().find(|(_, name)| *name == self.whose).map(|(whose, _)| *whose).unwrap_or_default(),
            q: self.q.trim().to_owned(),
            rate_from: read::percent(&self.rate).filter(|_| !self.rate.is_empty()),
            price_from: minor(&self.price_from),
            price_to: minor(&self.price_to),
            stock_from: self.stock.parse().ok(),
            ship_within: self.ship.parse().ok(),
            score_from: self.score.parse().ok(),
            refunds_to: read::percent(&self.refunds).filter(|_| !self.refunds.is_empty()),
            sort: SORTS.iter().find(|(_, name)| *name == self.sort).map(|(sort, _)| *sort).unwrap_or_default(),
            from: self.from,
        }
    }

    /// The address of the page that begins with the `from`th.
    pub fn href(&self, from: usize) -> String {
        let start = if from == 0 { String::new() } else { from.to_string() };
        let pairs = [
            ("whose", &self.whose),
            ("q", &self.q),
            ("rate", &self.rate),
            ("price_from", &self.price_from),
            ("price_to", &self.price_to),
            ("stock", &self.stock),
            ("ship", &self.ship),
            ("score", &self.score),
            ("refunds", &self.refunds),
            ("sort", &self.sort),
            ("from", &start),
        ];
        let given = pairs.iter().filter(|(_, value)| !value.is_empty());
        let given: Vec<_> = given.map(|(name, value)| format!("{name}={}", encode(value))).collect();
        if given.is_empty() { "/studio/selection".to_owned() } else { format!("/studio/selection?{}", given.join("&")) }
    }

    /// Whether anything but the source and the order narrows the list.
    pub fn narrows(&self) -> bool {
        let given = [&self.q, &self.rate, &self.price_from, &self.price_to, &self.stock];
        given.into_iter().chain([&self.ship, &self.score, &self.refunds]).any(|value| !value.is_empty())
    }
}
