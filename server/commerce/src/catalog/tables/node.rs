//! The tree itself: a category more, another order.

use chrono::{DateTime, Utc};
use shared::{CategoryId, ErrorCode, LocalText, Term, TermChangeId, TermValue};

use super::change::{Entry, hold, record};
use crate::{
    Actor, Catalog, Error,
    catalog::{
        entity::{category, category_term},
        queries,
        record::categories,
    },
    db::Tx,
};

/// Levels of the tree.
const DEEPEST: usize = 4;

/// A category to be, by the operator's hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewNode {
    /// The one above it; `None` at the root.
    pub parent: Option<CategoryId>,
    /// Unique name in addresses and tables.
    pub code: String,
    /// As people read it.
    pub name: LocalText,
    /// From when it takes goods; `None` at once.
    pub from: Option<DateTime<Utc>>,
}

/// What its transaction needs, fixed before it begins.
#[derive(Clone)]
struct Addition {
    row: category::Model,
    /// Closed from the beginning, open from then on.
    opens: Option<DateTime<Utc>>,
    actor: Actor,
    id: TermChangeId,
    at: DateTime<Utc>,
}

/// Another order of the children of one category.
#[derive(Clone)]
struct Order {
    /// Whose change it is, where it was and where it goes.
    moved: (CategoryId, i32, i32),
    siblings: Vec<CategoryId>,
    actor: Actor,
    id: TermChangeId,
    at: DateTime<Utc>,
}

impl Catalog<'_> {
    /// Adds a category below `new.parent`, whose protections it takes over, after its siblings; without fee and
    /// deposit of its own. Operators only. `Invalid` (`code` if it is taken or not plain, `name`, `parent`, `from`).
    pub async fn add_node(&self, actor: Actor, new: NewNode) -> Result<CategoryId, Error> {
        actor.require_operator()?;
        let (clock, at) = (&self.shop().clock, self.shop().clock.now());
        let all = categories(self.0, self.shop().db.read()).await?;
        let mut faults = TermValue::Added(new.code.clone()).faults();
        faults.extend(TermValue::Name(new.name.clone()).faults());
        let above = new.parent.and_then(|id| all.node(id));
        let deep = new.parent.is_some_and(|id| all.ancestors(id).len() >= DEEPEST);
        if (new.parent.is_some() && above.is_none()) || deep {
            faults.push("parent");
        }
        if new.from.is_some_and(|from| from < at) {
            faults.push("from");
        }
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let id = CategoryId(clock.new_id());
        let row = category::Model {
            id,
            parent_id: new.parent,
            code: new.code,
            name: new.name,
            attributes: serde_json::json!([]),
            deposit_minor: 0,
            confirm_days: above.map_or(10, |node| node.row.confirm_days),
            seven_day_return: above.is_none_or(|node| node.row.seven_day_return),
            position: i32::try_from(all.children(new.parent).len()).unwrap_or(i32::MAX),
            revision: 0,
        };
        let opens = new.from.filter(|from| *from > at);
        let addition = Addition { row, opens, actor, id: TermChangeId(clock.new_id()), at };
        self.shop().db.write(move |tx| Box::pin(add(tx, addition.clone()))).await?;
        self.shop().catalog.invalidate("catalog.categories_changed", id.0).await;
        Ok(id)
    }

    /// Moves a category one place up or down among its siblings, at once. Operators only. `NotFound`.
    pub async fn move_node(&self, actor: Actor, id: CategoryId, up: bool) -> Result<(), Error> {
        actor.require_operator()?;
        let all = categories(self.0, self.shop().db.read()).await?;
        let node = all.node(id).ok_or(ErrorCode::NotFound)?;
        let mut siblings = all.children(node.row.parent_id);
        let place = siblings.iter().position(|sibling| *sibling == id).ok_or(ErrorCode::NotFound)?;
        let other = if up { place.checked_sub(1) } else { Some(place + 1) };
        let Some(other) = other.filter(|other| *other < siblings.len()) else { return Ok(()) };
        siblings.swap(place, other);
        let number = |place: usize| i32::try_from(place).unwrap_or(i32::MAX);
        let moved = (id, number(place), number(other));
        let (clock, at) = (&self.shop().clock, self.shop().clock.now());
        let order = Order { moved, siblings, actor, id: TermChangeId(clock.new_id()), at };
        self.shop().db.write(move |tx| Box::pin(reorder(tx, order.clone()))).await?;
        self.shop().catalog.invalidate("catalog.categories_changed", id.0).await;
        Ok(())
    }
}

async fn add(tx: &Tx, addition: Addition) -> Result<(), Error> {
    let Addition { row, opens, actor, id, at } = addition;
    if queries::has_code(tx, &row.code).await? {
        return Err(Error::Invalid(vec!["code"]));
    }
    let (category_id, code) = (row.id, row.code.clone());
    queries::insert_category(tx, row).await?;
    if let Some(opens) = opens {
        for (valid_from, closed) in [(DateTime::UNIX_EPOCH, true), (opens, false)] {
            let value = serde_json::to_value(TermValue::Closed(closed)).map_err(Error::failed("writing a term"))?;
            queries::put_term(tx, category_term::Model { category_id, term: Term::Closed, valid_from, value }).await?;
        }
    }
    let (becomes, from) = (TermValue::Added(code), opens.unwrap_or(at));
    record(tx, Entry { id, actor, category: category_id, revision: 0, scene: None, was: None, becomes, from, at }).await
}

async fn reorder(tx: &Tx, order: Order) -> Result<(), Error> {
    let Order { moved: (category, was, becomes), siblings, actor, id, at } = order;
    let revision = hold(tx, category, None).await?;
    for (position, sibling) in (0..).zip(siblings) {
        queries::set_position(tx, sibling, position).await?;
    }
    let was = Some(TermValue::Order(was));
    let becomes = TermValue::Order(becomes);
    record(tx, Entry { id, actor, category, revision, scene: None, was, becomes, from: at, at }).await
}
