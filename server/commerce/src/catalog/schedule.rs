//! What happens to products by itself: sales that begin and end at a time, and the word that a SKU runs out.

use std::sync::atomic::Ordering;

use chrono::{DateTime, Utc};
use shared::{EditState, ErrorCode, ProductEvent, ProductId, ProductState};

use super::{entity::product, listing::may_list, queries, review::Place, shelf::THRESHOLD};
use crate::{
    Actor, Catalog, Commerce, Error,
    db::Tx,
    outbox,
    staff::{Deed, act},
};

impl Catalog<'_> {
    /// Sets when a product goes on sale and off sale by itself; `None` for never. It goes on sale only with a draft
    /// that has passed. For members of its shop. `Invalid` (`list_at`, `delist_at`) for what has been, or an end
    /// before its beginning; `Conflict`.
    pub async fn schedule(
        &self,
        actor: Actor,
        id: ProductId,
        list_at: Option<DateTime<Utc>>,
        delist_at: Option<DateTime<Utc>>,
    ) -> Result<(), Error> {
        let row = self.own(actor, id).await?;
        let now = self.shop().clock.now();
        let mut faults = Vec::new();
        if list_at.is_some_and(|at| at <= now) {
            faults.push("list_at");
        }
        if delist_at.is_some_and(|at| at <= now || list_at.is_some_and(|start| at <= start)) {
            faults.push("delist_at");
        }
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let next = product::Model { list_at, delist_at, version: row.version + 1, ..row };
        let deed = Deed::new(&self.shop().clock, actor);
        self.shop().db.write(move |tx| Box::pin(schedule(tx, next.clone(), deed))).await
    }
}

async fn schedule(tx: &Tx, next: product::Model, deed: Deed) -> Result<(), Error> {
    deed.record(tx, next.shop_id, act::PRODUCT_SCHEDULED, next.title.clone()).await?;
    replace(tx, next).await
}

async fn replace(tx: &Tx, next: product::Model) -> Result<(), Error> {
    if queries::replace_product(tx, next).await? { Ok(()) } else { Err(ErrorCode::Conflict.into()) }
}

/// Products whose time has come.
pub(crate) async fn due(commerce: &Commerce, limit: u64) -> Result<Vec<ProductId>, sea_orm::DbErr> {
    queries::scheduled(commerce.db().read(), commerce.clock().now(), limit).await
}

/// Does what is due for `id`; an act that its state does not allow is forgotten, or it would be due for ever.
pub(crate) async fn turn(commerce: &Commerce, id: ProductId) -> Result<(), Error> {
    let (db, now) = (commerce.db(), commerce.clock().now());
    let row = queries::product(db.read(), id).await?.ok_or(ErrorCode::NotFound)?;
    let is_due = |at: Option<DateTime<Utc>>| at.is_some_and(|at| at <= now);
    if is_due(row.delist_at) {
        if matches!(row.state, ProductState::OnSale | ProductState::DepositShort) {
            return commerce.catalog().change_state(Actor::System, id, ProductEvent::Delist).await;
        }
    } else if is_due(row.list_at) {
        let kept = queries::draft(db.read(), id).await?.ok_or(ErrorCode::NotFound)?;
        let may = matches!(row.state, ProductState::Draft | ProductState::Delisted);
        if may && kept.state == EditState::Passed && may_list(db.read(), row.shop_id).await? {
            let draft = serde_json::from_value(kept.draft.clone()).map_err(Error::failed("reading a draft"))?;
            let due = product::Model { list_at: None, ..row.clone() };
            let deed = Deed::new(commerce.clock(), Actor::System);
            match commerce.catalog().go_online(due, kept, draft, Place::Held, deed).await {
                // Its shop has given the category up: the plan is forgotten.
                Err(error) if error.code() == ErrorCode::Validation => {}
                done => return done,
            }
        }
    } else {
        return Err(ErrorCode::Conflict.into());
    }
    let next = product::Model {
        list_at: row.list_at.filter(|at| *at > now),
        delist_at: row.delist_at.filter(|at| *at > now),
        version: row.version + 1,
        ..row
    };
    db.write(move |tx| Box::pin(replace(tx, next.clone()))).await
}

/// Tells shops of products that ran low since the last time, and forgets those that were filled up: how many. Once
/// a minute, since it looks at everything on sale.
pub(crate) async fn tell_low(commerce: &Commerce, limit: u64) -> Result<u64, Error> {
    let (db, minute) = (commerce.db(), commerce.clock().now().timestamp() / 60);
    if commerce.0.catalog.low_minute.swap(minute, Ordering::Relaxed) == minute {
        return Ok(0);
    }
    let news = queries::newly_low(db.read(), THRESHOLD, limit).await?;
    let filled = queries::no_longer_low(db.read(), THRESHOLD, limit).await?;
    if news.is_empty() && filled.is_empty() {
        return Ok(0);
    }
    let at = commerce.clock().now();
    db.write(move |tx| Box::pin(tell(tx, news.clone(), filled.clone(), at))).await
}

async fn tell(tx: &Tx, news: Vec<ProductId>, filled: Vec<ProductId>, at: DateTime<Utc>) -> Result<u64, Error> {
    let mut told = queries::set_low_told(tx, &filled, false).await?;
    for id in news {
        // Another node may have told it meanwhile.
        if queries::set_low_told(tx, &[id], true).await? == 1 {
            outbox::append(tx, id.0, "catalog.stock_low", &serde_json::json!({ "product_id": id }), at).await?;
            told += 1;
        }
    }
    Ok(told)
}
