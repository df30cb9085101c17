//! A batch of products in a few statements.

use std::{
    collections::{HashMap, hash_map::Entry},
    sync::Arc,
};

use chrono::{DateTime, TimeDelta, Utc};
use shared::{
    CategoryId, EditEvent, EditState, ErrorCode, ImportId, ProductId, ProductState, ShelfGroupId, ShopId, SkuId,
    dto::ReviewRule,
};
use uuid::Uuid;

use super::decode::Good;
use crate::{
    Actor, Commerce, Error,
    catalog::{
        NORMAL, ProductDraft,
        entity::{product, product_draft, sku, stock},
        listing::{hold_listing, may_list},
        publish, queries,
        record::categories,
        review::{Rules, Stays},
    },
    db::Tx,
    linked, outbox, search,
};

/// Where a batch belongs.
#[derive(Debug, Clone, Copy)]
pub struct Batch {
    pub import: ImportId,
    pub shop: ShopId,
    pub list: bool,
    /// Who wants it: what they may not list stays as it is.
    pub actor: Actor,
    /// Products that were written before it.
    pub done: i32,
}

/// Every row of a batch, fixed before its transaction.
#[derive(Default)]
struct Rows {
    products: Vec<product::Model>,
    drafts: Vec<product_draft::Model>,
    skus: Vec<sku::Model>,
    stocks: Vec<stock::Model>,
    words: Vec<(Uuid, String)>,
    /// Products that are there already, with their new drafts.
    known: Vec<(ProductId, ProductDraft)>,
    /// Groups that products go into, or out of any.
    groups: HashMap<Option<ShelfGroupId>, Vec<ProductId>>,
    /// Where products are at their master.
    places: Vec<(ProductId, linked::Place)>,
    /// Products that somebody must look at.
    waiting: i32,
    /// The categories at the root that something is listed below.
    roots: Vec<CategoryId>,
}

impl Rows {
    /// Notes where a product belongs: at its master, and among the shop's groups.
    fn sorted(&mut self, id: ProductId, good: &Good) {
        self.places.extend(good.place.clone().map(|place| (id, place)));
        if let Some(group) = good.group {
            self.groups.entry(group).or_default().push(id);
        }
    }
}

/// Writes the products of a batch and counts them; `Conflict` if it was counted before or nobody wants it any more.
pub async fn write(
    commerce: &Commerce,
    rules: &Rules,
    batch: Batch,
    goods: &[Good],
    lease: TimeDelta,
) -> Result<(), Error> {
    let at = commerce.clock().now();
    // What may not be listed now is kept as drafts.
    let list = batch.list && may_list(commerce.db().read(), batch.shop).await?;
    let batch = Batch { list, ..batch };
    let rows = Arc::new(rows(commerce, rules, batch, goods, at).await?);
    let count = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
    let counted = (count(goods.len()), count(goods.iter().map(|good| good.draft.skus.len()).sum()), rows.waiting);
    let inserted = rows.clone();
    let written = commerce.db().write::<_, Error, _>(move |tx| {
        let rows = inserted.clone();
        Box::pin(async move { insert(tx, batch, &rows, counted, at + lease, at).await })
    });
    written.await?;
    if batch.list {
        for (id, _) in &rows.known {
            // One that the rules send back says so in its editor; it must not keep the others.
            match commerce.catalog().submit(batch.actor, *id).await {
                Err(error) if error.code() == ErrorCode::Internal => return Err(error),
                _ => {}
            }
        }
    }
    Ok(())
}

async fn rows(
    commerce: &Commerce,
    rules: &Rules,
    batch: Batch,
    goods: &[Good],
    at: DateTime<Utc>,
) -> Result<Rows, Error> {
    let (clock, db) = (commerce.clock(), commerce.db().read());
    let mut rows = Rows::default();
    let all = categories(commerce, db).await?;
    let mut asked = HashMap::<CategoryId, _>::new();
    for good in goods {
        let draft = &good.draft;
        if let Some(id) = good.id {
            rows.known.push((id, draft.clone()));
            rows.sorted(id, good);
            continue;
        }
        let id = ProductId(clock.new_id());
        rows.sorted(id, good);
        let asked = match asked.entry(draft.category) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => unknown.insert(rules.asked(commerce, db, draft.category).await?),
        };
        let mut row = publish::blank(id, batch.shop, draft);
        let mut kept = publish::draft_row(id, draft, EditState::Editing, at)?;
        row.content = serde_json::json!({ "pictures": [] });
        if batch.list {
            let reasons = rules.reasons(draft, asked, Stays::default());
            let event = match (reasons.is_empty(), asked.review) {
                (false, _) => EditEvent::Reject,
                (true, ReviewRule::None) => EditEvent::Pass,
                (true, _) => EditEvent::Queue,
            };
            kept.state = kept.state.transition(event)?;
            kept.reasons = serde_json::to_value(&reasons).map_err(Error::failed("writing reasons"))?;
            kept.submitted_at = (event == EditEvent::Queue).then_some(at);
            if event == EditEvent::Pass {
                let root = all.root(draft.category);
                if !rows.roots.contains(&root) {
                    rows.roots.push(root);
                }
                online(&mut rows, &mut row, draft, at, || SkuId(clock.new_id()))?;
            } else {
                rows.waiting += 1;
            }
        }
        rows.products.push(row);
        rows.drafts.push(kept);
    }
    Ok(rows)
}

/// The online copy of a new product.
fn online(
    rows: &mut Rows,
    row: &mut product::Model,
    draft: &ProductDraft,
    at: DateTime<Utc>,
    new_id: impl Fn() -> SkuId,
) -> Result<(), Error> {
    row.state = ProductState::OnSale;
    row.listed_at = Some(at);
    row.content = serde_json::to_value(&draft.content).map_err(Error::failed("writing a product"))?;
    for (position, sku) in (0..).zip(&draft.skus) {
        let (id, pieces) = (new_id(), sku.stock);
        rows.skus.push(publish::sku_row(id, row.id, position, sku));
        rows.stocks.push(stock::Model {
            sku_id: id,
            bucket: NORMAL.into(),
            on_hand: pieces,
            held: 0,
            sold: 0,
            received: pieces,
        });
    }
    rows.words.push((row.id.0, publish::found_by(draft)));
    Ok(())
}

async fn insert(
    tx: &Tx,
    batch: Batch,
    rows: &Rows,
    counted: (i32, i32, i32),
    until: DateTime<Utc>,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    if !rows.words.is_empty() {
        hold_listing(tx, batch.shop, &rows.roots).await?;
    }
    if !queries::count_batch(tx, batch.import, batch.done, counted, until).await? {
        return Err(ErrorCode::Conflict.into());
    }
    queries::insert_products(tx, rows.products.clone()).await?;
    queries::insert_drafts(tx, rows.drafts.clone()).await?;
    queries::insert_skus(tx, rows.skus.clone()).await?;
    queries::insert_stocks(tx, rows.stocks.clone()).await?;
    search::put_all(tx, search::Kind::Product, rows.words.clone()).await?;
    let news = rows.words.iter().map(|(id, _)| outbox::News {
        aggregate: *id,
        seq: 1,
        kind: "catalog.product_changed",
        payload: serde_json::json!({ "product_id": id }),
    });
    outbox::record(tx, news, at).await?;
    for (id, draft) in &rows.known {
        known(tx, *id, draft, at).await?;
    }
    for (group, ids) in &rows.groups {
        queries::put_in_group(tx, ids.clone(), *group).await?;
    }
    mastered(tx, batch.shop, rows, at).await
}

/// Keeps where products are at their master, and gives those that are here already the stock that it told: below what
/// unpaid orders claim it cannot go.
async fn mastered(tx: &Tx, shop: ShopId, rows: &Rows, at: DateTime<Utc>) -> Result<(), Error> {
    if rows.places.is_empty() {
        return Ok(());
    }
    linked::keep(tx, shop, rows.places.clone(), at).await?;
    let drafts: HashMap<_, _> = rows.known.iter().map(|(id, draft)| (*id, draft)).collect();
    let ids: Vec<_> = drafts.keys().copied().collect();
    let mut skus = queries::skus(tx, &ids).await?;
    // In the order in which orders hold them.
    skus.sort_unstable_by_key(|sku| sku.id);
    for sku in skus {
        let told = drafts.get(&sku.product_id).and_then(|draft| draft.skus.iter().find(|told| told.code == sku.code));
        let (Some(told), Some(now)) = (told, queries::stock_of(tx, sku.id, NORMAL).await?) else { continue };
        let pieces = told.stock.max(now.held) - now.on_hand;
        if pieces != 0 && !queries::receive(tx, sku.id, NORMAL, pieces).await? {
            return Err(ErrorCode::Conflict.into());
        }
    }
    for (id, _) in &rows.known {
        queries::touch(tx, *id).await?;
        publish::changed(tx, *id, at).await?;
    }
    Ok(())
}

/// Replaces the draft of a product that is there, if the file changes anything.
async fn known(tx: &Tx, id: ProductId, draft: &ProductDraft, at: DateTime<Utc>) -> Result<(), Error> {
    let mut row = queries::draft(tx, id).await?.ok_or(ErrorCode::NotFound)?;
    let before: Option<ProductDraft> = serde_json::from_value(row.draft.clone()).ok();
    if before.as_ref() == Some(draft) {
        return Ok(());
    }
    row.draft = serde_json::to_value(draft).map_err(Error::failed("writing a draft"))?;
    row.words = publish::words(draft);
    row.state = row.state.transition(EditEvent::Change)?;
    row.typed = serde_json::json!([]);
    row.submitted_at = None;
    (row.changed_at, row.version) = (at, row.version + 1);
    if queries::replace_draft(tx, row).await? { Ok(()) } else { Err(ErrorCode::Conflict.into()) }
}
