use chrono::{DateTime, TimeDelta, Utc};
use shared::{CategoryId, ErrorCode, Scene, Term, TermChangeId, TermValue};

use super::fees::{self, Plan};
use crate::{
    Actor, Catalog, Error,
    catalog::{
        categories::Categories,
        entity::{category_term, fee_rate, term_change},
        queries,
    },
    db::Tx,
    outbox,
};

/// How far ahead a change can be planned.
const FARTHEST: TimeDelta = TimeDelta::days(731);

/// A change of what is said of a category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTerm {
    /// Of which category.
    pub category: CategoryId,
    /// Of a fee: where; `None` for every scene without one of its own.
    pub scene: Option<Scene>,
    /// What it says.
    pub value: TermValue,
    /// From when; `None` at once.
    pub from: Option<DateTime<Utc>>,
    /// The category's revision that was looked at; `None` changes it whatever it is.
    pub seen: Option<i64>,
}

impl NewTerm {
    /// When it begins, or which field cannot be accepted.
    pub(super) fn begins(&self, now: DateTime<Utc>) -> Result<DateTime<Utc>, Error> {
        let from = self.from.unwrap_or(now);
        let mut faults = self.value.faults();
        if from < now || from > now + FARTHEST {
            faults.push("from");
        }
        if faults.is_empty() { Ok(from) } else { Err(Error::Invalid(faults)) }
    }
}

/// A change with all that is fixed before its transaction.
#[derive(Clone)]
struct Change {
    term: NewTerm,
    actor: Actor,
    id: TermChangeId,
    rate: uuid::Uuid,
    from: DateTime<Utc>,
    at: DateTime<Utc>,
}

impl Catalog<'_> {
    /// Says something else of a category from `new.from` on, until the next planned change of the same; what was
    /// ordered before keeps its terms. Operators only. `Invalid` with the faulty fields (`from`: not in the past),
    /// `NotFound`, `Conflict` if the category changed since it was `seen`.
    pub async fn set_term(&self, actor: Actor, new: NewTerm) -> Result<(), Error> {
        actor.require_operator()?;
        let (clock, at) = (&self.shop().clock, self.shop().clock.now());
        let from = new.begins(at)?;
        if matches!(new.value, TermValue::Added(_) | TermValue::Order(_)) {
            return Err(Error::Invalid(vec!["value"]));
        }
        let (category, id, rate) = (new.category, TermChangeId(clock.new_id()), clock.new_id());
        let change = Change { term: new, actor, id, rate, from, at };
        self.shop().db.write(move |tx| Box::pin(set(tx, change.clone()))).await?;
        self.shop().catalog.invalidate("catalog.categories_changed", category.0).await;
        Ok(())
    }

    /// Takes a change back that has not begun: what had been planned for the same moment before it is planned again,
    /// else what was in force before it stays. Operators only. `NotFound`, `IllegalTransition` if it has begun, was
    /// taken back or replaced.
    pub async fn withdraw_term(&self, actor: Actor, id: TermChangeId) -> Result<(), Error> {
        actor.require_operator()?;
        let clock = &self.shop().clock;
        let (at, rate) = (clock.now(), clock.new_id());
        let category = self.shop().db.write(move |tx| Box::pin(withdraw(tx, actor, id, rate, at))).await?;
        self.shop().catalog.invalidate("catalog.categories_changed", category.0).await;
        Ok(())
    }
}

/// Takes hold of a category for a change of it; gives its new revision.
pub(super) async fn hold(tx: &Tx, category: CategoryId, seen: Option<i64>) -> Result<i64, Error> {
    let held = queries::touch_category(tx, category, seen).await?;
    let row = queries::category(tx, category).await?.ok_or(ErrorCode::NotFound)?;
    if held { Ok(row.revision) } else { Err(ErrorCode::Conflict.into()) }
}

async fn set(tx: &Tx, change: Change) -> Result<(), Error> {
    let Change { term, actor, id, rate, from, at } = change;
    let revision = hold(tx, term.category, term.seen).await?;
    let was = match term.value {
        TermValue::Fee(points) => {
            let Plan { ends, goes, until, was } =
                fees::plan(&queries::rates_of(tx, term.category, term.scene).await?, from);
            if let Some(goes) = goes {
                queries::delete_rate(tx, goes).await?;
            }
            if let Some(ends) = ends {
                queries::end_rate(tx, ends, Some(from)).await?;
            }
            if let Some(points) = points {
                let (category_id, scene) = (term.category, term.scene);
                // What is planned next may be that there is no rate of its own.
                let planned = queries::next_moment(tx, (category_id, Term::Fee, scene), from).await?;
                let until = [until, planned].into_iter().flatten().min();
                let row =
                    fee_rate::Model { id: rate, category_id, scene, rate: points, valid_from: from, valid_to: until };
                queries::insert_fee_rate(tx, row).await?;
            }
            was.map(|was| TermValue::Fee(Some(was)))
        }
        ref value => {
            let was = said(tx, term.category, value, from).await?;
            let row = category_term::Model {
                category_id: term.category,
                term: value.term(),
                valid_from: from,
                value: json(value)?,
            };
            queries::put_term(tx, row).await?;
            was
        }
    };
    let entry =
        Entry { id, actor, category: term.category, revision, scene: term.scene, was, becomes: term.value, from, at };
    record(tx, entry).await
}

/// What a term says of a category at a moment.
async fn said(tx: &Tx, category: CategoryId, value: &TermValue, at: DateTime<Utc>) -> Result<Option<TermValue>, Error> {
    let row = queries::category(tx, category).await?.ok_or(ErrorCode::NotFound)?;
    let terms = queries::terms(tx).await?;
    let then = Categories::new(vec![row], &terms, Vec::new(), at);
    Ok(then.node(category).and_then(|node| node.says(value)))
}

async fn withdraw(
    tx: &Tx,
    actor: Actor,
    id: TermChangeId,
    rate: uuid::Uuid,
    at: DateTime<Utc>,
) -> Result<CategoryId, Error> {
    let row = queries::change(tx, id).await?.ok_or(ErrorCode::NotFound)?;
    hold(tx, row.category_id, None).await?;
    let gone = row.valid_from <= at || queries::is_replaced(tx, &row).await?;
    if gone || !queries::withdraw_change(tx, id, actor.buyer(), at).await? {
        return Err(ErrorCode::IllegalTransition.into());
    }
    let again = queries::replaced(tx, &row).await?.map(|earlier| read(earlier.becomes)).transpose()?;
    let (category, from) = (row.category_id, row.valid_from);
    if row.term == Term::Fee {
        bring_back(tx, &row, rate, again).await?;
    } else if let Some(value) = again {
        // One that was added ahead of time opens then.
        let value = if matches!(value, TermValue::Added(_)) { TermValue::Closed(false) } else { value };
        let value = json(&value)?;
        let term = category_term::Model { category_id: category, term: row.term, valid_from: from, value };
        queries::put_term(tx, term).await?;
    } else if !queries::delete_term(tx, category, row.term, from).await? {
        return Err(ErrorCode::IllegalTransition.into());
    }
    outbox::append(tx, category.0, "catalog.categories_changed", &category, at).await?;
    Ok(category)
}

/// Puts the rates as they are without a change that was taken back: `again` is what had been planned for its moment.
async fn bring_back(
    tx: &Tx,
    row: &term_change::Model,
    rate: uuid::Uuid,
    again: Option<TermValue>,
) -> Result<(), Error> {
    let (category_id, scene, from) = (row.category_id, row.scene, row.valid_from);
    let rates = queries::rates_of(tx, category_id, scene).await?;
    for own in rates.iter().filter(|rate| rate.valid_from == from) {
        queries::delete_rate(tx, own.id).await?;
    }
    let next = rates.iter().map(|rate| rate.valid_from).filter(|start| *start > from).min();
    let planned = queries::next_moment(tx, (category_id, Term::Fee, scene), from).await?;
    let until = [next, planned].into_iter().flatten().min();
    match (again, rates.iter().find(|rate| rate.valid_to == Some(from))) {
        (Some(TermValue::Fee(Some(points))), _) => {
            let row = fee_rate::Model { id: rate, category_id, scene, rate: points, valid_from: from, valid_to: until };
            queries::insert_fee_rate(tx, row).await?;
        }
        // What it ended goes on in its place.
        (None, Some(before)) => queries::end_rate(tx, before.id, until).await?,
        _ => {}
    }
    Ok(())
}

/// An entry of the history to be.
pub(super) struct Entry {
    pub id: TermChangeId,
    pub actor: Actor,
    pub category: CategoryId,
    /// As `hold` gave it.
    pub revision: i64,
    pub scene: Option<Scene>,
    pub was: Option<TermValue>,
    pub becomes: TermValue,
    pub from: DateTime<Utc>,
    pub at: DateTime<Utc>,
}

/// Keeps a change for good and tells everyone, in the transaction that made it true.
pub(super) async fn record(tx: &Tx, entry: Entry) -> Result<(), Error> {
    let Entry { id, actor, category, revision, scene, was, becomes, from, at } = entry;
    let row = term_change::Model {
        id,
        category_id: category,
        revision,
        term: becomes.term(),
        scene,
        was: was.as_ref().map(json).transpose()?,
        becomes: json(&becomes)?,
        valid_from: from,
        account_id: actor.buyer(),
        at,
        withdrawn_at: None,
        withdrawn_by: None,
    };
    queries::insert_change(tx, row).await?;
    outbox::append(tx, category.0, "catalog.categories_changed", &category, at).await?;
    Ok(())
}

fn read(value: serde_json::Value) -> Result<TermValue, Error> {
    serde_json::from_value(value).map_err(Error::failed("reading a term"))
}

fn json(value: &TermValue) -> Result<serde_json::Value, Error> {
    serde_json::to_value(value).map_err(Error::failed("writing a term"))
}
