//! What must always be true, checked against the data itself.

mod goods;
mod money;

use std::collections::BTreeMap;

use sea_orm::DatabaseTransaction;
use serde::Serialize;
use shared::OrderId;

use crate::{
    Commerce, Error,
    order::{
        self,
        entity::{line, order::Model as Order},
    },
    outbox,
};

/// One broken invariant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Breach {
    /// Which invariant.
    pub rule: &'static str,
    /// Which row breaks it, and how.
    pub detail: String,
}

/// What the checks look at, all of one moment.
struct Books {
    tx: DatabaseTransaction,
    orders: BTreeMap<OrderId, Order>,
    lines: Vec<line::Model>,
    breaches: Vec<Breach>,
}

impl Books {
    /// Notes that `rule` is broken unless `holds`.
    fn check(&mut self, rule: &'static str, holds: bool, detail: impl FnOnce() -> String) {
        if !holds {
            self.breaches.push(Breach { rule, detail: detail() });
        }
    }
}

impl Commerce {
    /// Checks every invariant in one reading transaction; an empty list is good news.
    pub async fn audit(&self) -> Result<Vec<Breach>, Error> {
        let tx = self.db().snapshot().await?;
        let (orders, lines) = order::queries::all(&tx).await?;
        let orders = orders.into_iter().map(|order| (order.id, order)).collect();
        let mut books = Books { tx, orders, lines, breaches: Vec::new() };
        money::check(&mut books).await?;
        goods::check(&mut books).await?;
        for (aggregate, rows, last) in outbox::queries::gaps(&books.tx).await? {
            books.check("outbox_gapless", false, || format!("{aggregate}: {rows} rows, the last is {last}"));
        }
        let Books { tx, breaches, .. } = books;
        tx.rollback().await?;
        Ok(breaches)
    }
}
