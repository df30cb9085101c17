use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use shared::{BasisPoints, CategoryId, LocalText, Locale, Scene, TermValue};

use super::{
    AttributeName,
    entity::{category, category_term, fee_rate},
};

/// The category tree with its rates, as it is at one moment: small, read with every order, changed rarely.
#[derive(Debug, Default)]
pub(crate) struct Categories {
    nodes: HashMap<CategoryId, Node>,
    rates: HashMap<CategoryId, Vec<fee_rate::Model>>,
    /// When something planned begins: from then on this is not how things are.
    until: Option<DateTime<Utc>>,
}

#[derive(Debug)]
pub(super) struct Node {
    /// As its terms have it at that moment.
    pub row: category::Model,
    pub attributes: Vec<AttributeName>,
    pub closed: bool,
    pub paper: Option<LocalText>,
}

impl Node {
    fn new(row: category::Model) -> Self {
        let attributes = serde_json::from_value(row.attributes.clone()).unwrap_or_default();
        Self { row, attributes, closed: false, paper: None }
    }

    fn take(&mut self, value: TermValue) {
        match value {
            TermValue::Name(name) => self.row.name = name,
            TermValue::Closed(closed) => self.closed = closed,
            TermValue::Attributes(attributes) => self.attributes = attributes,
            TermValue::Protection { confirm_days, seven_day_return } => {
                (self.row.confirm_days, self.row.seven_day_return) = (confirm_days, seven_day_return);
            }
            TermValue::Paper(paper) => self.paper = paper,
            TermValue::Deposit(minor) => self.row.deposit_minor = minor,
            TermValue::Added(_) | TermValue::Order(_) | TermValue::Fee(_) => {}
        }
    }

    /// What `value`'s term says of this category.
    pub fn says(&self, value: &TermValue) -> Option<TermValue> {
        Some(match value {
            TermValue::Name(_) => TermValue::Name(self.row.name.clone()),
            TermValue::Order(_) => TermValue::Order(self.row.position),
            TermValue::Closed(_) => TermValue::Closed(self.closed),
            TermValue::Attributes(_) => TermValue::Attributes(self.attributes.clone()),
            TermValue::Protection { .. } => TermValue::Protection {
                confirm_days: self.row.confirm_days,
                seven_day_return: self.row.seven_day_return,
            },
            TermValue::Paper(_) => TermValue::Paper(self.paper.clone()),
            TermValue::Deposit(_) => TermValue::Deposit(self.row.deposit_minor),
            TermValue::Added(_) | TermValue::Fee(_) => return None,
        })
    }
}

impl Categories {
    /// The tree as it is `at` that moment: every category as it was founded, and what its terms made of it.
    pub(super) fn new(
        rows: Vec<category::Model>,
        terms: &[category_term::Model],
        rates: Vec<fee_rate::Model>,
        at: DateTime<Utc>,
    ) -> Self {
        let mut nodes: HashMap<_, _> = rows.into_iter().map(|row| (row.id, Node::new(row))).collect();
        let (begun, planned): (Vec<_>, Vec<_>) = terms.iter().partition(|term| term.valid_from <= at);
        let begun: BTreeMap<_, _> =
            begun.into_iter().map(|term| ((term.valid_from, term.category_id, term.term), term)).collect();
        for term in begun.into_values() {
            if let (Some(node), Ok(value)) =
                (nodes.get_mut(&term.category_id), serde_json::from_value(term.value.clone()))
            {
                node.take(value);
            }
        }
        let mut by_category: HashMap<_, Vec<_>> = HashMap::new();
        for rate in rates {
            by_category.entry(rate.category_id).or_default().push(rate);
        }
        Self { nodes, rates: by_category, until: planned.iter().map(|term| term.valid_from).min() }
    }

    /// Whether this is still how things are.
    pub(super) fn stands(&self, at: DateTime<Utc>) -> bool {
        self.until.is_none_or(|until| at < until)
    }

    /// The category and its ancestors, itself first.
    fn line(&self, id: CategoryId) -> impl Iterator<Item = &Node> {
        // A tree has no loops; the limit keeps a broken one from hanging the shop.
        std::iter::successors(self.nodes.get(&id), |node| self.nodes.get(&node.row.parent_id?)).take(16)
    }

    /// Technical service fee of goods of `id` sold in `scene` at `at`: the category's rate for the
    /// scene, else its rate for all scenes, else its parent's, else none.
    pub fn fee(&self, id: CategoryId, scene: Scene, at: DateTime<Utc>) -> BasisPoints {
        self.rate(id, scene, at).map(|rate| rate.rate).unwrap_or_default()
    }

    /// The rate that decides that fee.
    pub(super) fn rate(&self, id: CategoryId, scene: Scene, at: DateTime<Utc>) -> Option<&fee_rate::Model> {
        let valid = |rate: &&fee_rate::Model| rate.valid_from <= at && rate.valid_to.is_none_or(|end| at < end);
        let of = |node: &Node, scene: Option<Scene>| {
            let rates = self.rates.get(&node.row.id)?.iter().filter(valid).filter(|rate| rate.scene == scene);
            rates.max_by_key(|rate| rate.valid_from)
        };
        self.line(id).find_map(|node| of(node, Some(scene)).or_else(|| of(node, None)))
    }

    /// The category itself.
    pub(super) fn node(&self, id: CategoryId) -> Option<&Node> {
        self.nodes.get(&id)
    }

    /// Whether new goods may be put into it: neither it nor one above it is closed.
    pub fn takes(&self, id: CategoryId) -> bool {
        self.contains(id) && self.line(id).all(|node| !node.closed)
    }

    /// The tree, parents before their children, siblings in their order; how many are above each.
    pub(super) fn tree(&self) -> Vec<(&Node, i32)> {
        let mut all: Vec<_> = self.nodes.values().map(|node| (self.place(node.row.id), node)).collect();
        all.sort_by(|one, other| one.0.cmp(&other.0));
        let depth = |place: &[(i32, CategoryId)]| i32::try_from(place.len()).unwrap_or_default() - 1;
        all.into_iter().map(|(place, node)| (node, depth(&place))).collect()
    }

    /// Position and id of every category from the root down to `id`: what the tree is sorted by.
    fn place(&self, id: CategoryId) -> Vec<(i32, CategoryId)> {
        let mut place: Vec<_> = self.line(id).map(|node| (node.row.position, node.row.id)).collect();
        place.reverse();
        place
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

    /// The categories without a parent, in their order.
    pub(super) fn roots(&self) -> Vec<&Node> {
        let mut roots: Vec<_> = self.nodes.values().filter(|node| node.row.parent_id.is_none()).collect();
        roots.sort_by_key(|node| (node.row.position, node.row.id));
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

    /// The category at the root that it is below, or is itself: what a shop is let into.
    pub fn root(&self, id: CategoryId) -> CategoryId {
        self.line(id).last().map_or(id, |node| node.row.id)
    }

    /// Its unique name; empty if there is none.
    pub fn code(&self, id: CategoryId) -> &str {
        self.nodes.get(&id).map_or("", |node| &node.row.code)
    }

    /// What is right below `parent`, or at the root, in its order.
    pub(super) fn children(&self, parent: Option<CategoryId>) -> Vec<CategoryId> {
        let below = self.nodes.values().map(|node| &node.row).filter(|row| row.parent_id == parent);
        let mut below: Vec<_> = below.map(|row| (row.position, row.id)).collect();
        below.sort_unstable();
        below.into_iter().map(|(_, id)| id).collect()
    }

    /// Whether one is below it.
    pub(super) fn is_parent(&self, id: CategoryId) -> bool {
        self.nodes.values().any(|node| node.row.parent_id == Some(id))
    }

    /// Categories that none is below: what a product can be put into, in the order of the tree.
    pub fn leaves(&self) -> Vec<CategoryId> {
        let parents: std::collections::HashSet<_> = self.nodes.values().filter_map(|node| node.row.parent_id).collect();
        let mut leaves: Vec<_> = self.nodes.keys().copied().filter(|id| !parents.contains(id)).collect();
        leaves.sort_by_cached_key(|id| self.place(*id));
        leaves
    }

    /// The category called `code` with all its descendants; empty if there is none.
    pub fn below(&self, code: &str) -> Vec<CategoryId> {
        let Some(root) = self.nodes.values().find(|node| node.row.code == code) else { return Vec::new() };
        let ids = self.nodes.keys().copied();
        ids.filter(|&id| self.line(id).any(|ancestor| ancestor.row.id == root.row.id)).collect()
    }
}
