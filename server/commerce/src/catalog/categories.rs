use std::collections::HashMap;

use chrono::{DateTime, Utc};
use shared::{BasisPoints, CategoryId, Locale, Scene};

use super::{
    AttributeName,
    entity::{category, fee_rate},
};

/// The category tree with its rates: small, read with every order, changed rarely.
#[derive(Debug, Default)]
pub(crate) struct Categories {
    nodes: HashMap<CategoryId, Node>,
    rates: HashMap<CategoryId, Vec<fee_rate::Model>>,
}

#[derive(Debug)]
struct Node {
    row: category::Model,
    attributes: Vec<AttributeName>,
}

impl Categories {
    pub(super) fn new(rows: Vec<category::Model>, rates: Vec<fee_rate::Model>) -> Self {
        let node = |row: category::Model| {
            let attributes = serde_json::from_value(row.attributes.clone()).unwrap_or_default();
            (row.id, Node { row, attributes })
        };
        let mut by_category: HashMap<_, Vec<_>> = HashMap::new();
        for rate in rates {
            by_category.entry(rate.category_id).or_default().push(rate);
        }
        Self { nodes: rows.into_iter().map(node).collect(), rates: by_category }
    }

    /// The category and its ancestors, itself first.
    fn line(&self, id: CategoryId) -> impl Iterator<Item = &Node> {
        // A tree has no loops; the limit keeps a broken one from hanging the shop.
        std::iter::successors(self.nodes.get(&id), |node| self.nodes.get(&node.row.parent_id?)).take(16)
    }

    /// Technical service fee of goods of `id` sold in `scene` at `at`: the category's rate for the
    /// scene, else its rate for all scenes, else its parent's, else none.
    pub fn fee(&self, id: CategoryId, scene: Scene, at: DateTime<Utc>) -> BasisPoints {
        let valid = |rate: &&fee_rate::Model| rate.valid_from <= at && rate.valid_to.is_none_or(|end| at < end);
        let of = |node: &Node, scene: Option<Scene>| {
            let rates = self.rates.get(&node.row.id)?.iter().filter(valid).filter(|rate| rate.scene == scene);
            rates.max_by_key(|rate| rate.valid_from).map(|rate| rate.rate)
        };
        self.line(id).find_map(|node| of(node, Some(scene)).or_else(|| of(node, None))).unwrap_or_default()
    }

    /// Receipt counts as confirmed after so many days; 10 without a category.
    pub fn confirm_days(&self, id: CategoryId) -> i32 {
        self.nodes.get(&id).map_or(10, |node| node.row.confirm_days)
    }

    /// Names from the root.
    pub fn path(&self, id: CategoryId, locale: Locale) -> Vec<String> {
        let mut names: Vec<_> = self.line(id).map(|node| node.row.name.get(locale).to_owned()).collect();
        names.reverse();
        names
    }

    /// The attributes products of `id` state: its ancestors' first.
    pub fn attributes(&self, id: CategoryId) -> Vec<&AttributeName> {
        let mut line: Vec<_> = self.line(id).collect();
        line.reverse();
        line.into_iter().flat_map(|node| &node.attributes).collect()
    }

    /// The categories without a parent, the oldest first.
    pub fn roots(&self) -> Vec<&category::Model> {
        let mut roots: Vec<_> =
            self.nodes.values().map(|node| &node.row).filter(|row| row.parent_id.is_none()).collect();
        roots.sort_by_key(|row| row.id);
        roots
    }

    /// Whether there is such a category.
    pub fn contains(&self, id: CategoryId) -> bool {
        self.nodes.contains_key(&id)
    }

    /// The category and its ancestors, itself first.
    pub fn ancestors(&self, id: CategoryId) -> Vec<CategoryId> {
        self.line(id).map(|node| node.row.id).collect()
    }

    /// Its unique name; empty if there is none.
    pub fn code(&self, id: CategoryId) -> &str {
        self.nodes.get(&id).map_or("", |node| &node.row.code)
    }

    /// Categories that none is below: what a product can be put into, in the order of their names from the root.
    pub fn leaves(&self, locale: Locale) -> Vec<CategoryId> {
        let parents: std::collections::HashSet<_> = self.nodes.values().filter_map(|node| node.row.parent_id).collect();
        let mut leaves: Vec<_> = self.nodes.keys().copied().filter(|id| !parents.contains(id)).collect();
        leaves.sort_by_cached_key(|id| (self.path(*id, locale), *id));
        leaves
    }

    /// The category called `code` with all its descendants; empty if there is none.
    pub fn below(&self, code: &str) -> Vec<CategoryId> {
        let Some(root) = self.nodes.values().find(|node| node.row.code == code) else { return Vec::new() };
        let ids = self.nodes.keys().copied();
        ids.filter(|&id| self.line(id).any(|ancestor| ancestor.row.id == root.row.id)).collect()
    }
}
