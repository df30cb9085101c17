//! How a draft becomes the online copy.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use shared::{EditState, ProductId, ProductState, ShopId, SkuId};

use super::{
    NORMAL, ProductDraft, SkuDraft,
    entity::{product, product_draft, sku, stock},
    queries,
};
use crate::{Clock, Commerce, Error, db::Tx, outbox, search, video};

/// Everything a publication needs, fixed before its transaction, so that a retry repeats itself.
#[derive(Clone)]
pub(super) struct Publication {
    pub row: product::Model,
    pub draft: ProductDraft,
    /// For SKUs the product does not have yet.
    new_ids: Vec<SkuId>,
    /// What it is found by.
    words: String,
    pub at: DateTime<Utc>,
}

impl Publication {
    /// `Invalid` with the faults of `draft`.
    pub fn new(
        commerce: &Commerce,
        row: product::Model,
        draft: ProductDraft,
        at: DateTime<Utc>,
    ) -> Result<Self, Error> {
        let faults = draft.faults();
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let new_ids = ids(commerce.clock(), draft.skus.len());
        let words = found_by(&draft);
        Ok(Self { row: with_draft(row, &draft)?, draft, new_ids, words, at })
    }
}

/// The words that viewers find it by.
pub(super) fn found_by(draft: &ProductDraft) -> String {
    let facts = draft.content.attributes.iter().map(|fact| &fact.value);
    let choices = draft.content.options.iter().flat_map(|option| &option.values);
    search::indexed([&draft.title, &draft.subtitle].into_iter().chain(facts).chain(choices))
}

fn ids(clock: &Clock, number: usize) -> Vec<SkuId> {
    std::iter::repeat_with(|| SkuId(clock.new_id())).take(number).collect()
}

/// A product that viewers cannot see yet.
pub(super) fn blank(id: ProductId, shop_id: ShopId, draft: &ProductDraft) -> product::Model {
    product::Model {
        id,
        shop_id,
        category_id: draft.category,
        state: ProductState::Draft,
        title: draft.title.clone(),
        subtitle: draft.subtitle.clone(),
        content: serde_json::Value::Null,
        ship_within_hours: draft.ship_within_hours,
        freight_id: draft.freight,
        commission: draft.commission,
        sold: 0,
        version: 1,
        listed_at: None,
        list_at: None,
        delist_at: None,
        low_told: false,
    }
}

fn with_draft(row: product::Model, draft: &ProductDraft) -> Result<product::Model, Error> {
    Ok(product::Model {
        category_id: draft.category,
        title: draft.title.clone(),
        subtitle: draft.subtitle.clone(),
        content: serde_json::to_value(&draft.content).map_err(Error::failed("writing a product"))?,
        ship_within_hours: draft.ship_within_hours,
        freight_id: draft.freight,
        commission: draft.commission,
        ..row
    })
}

pub(super) async fn insert_listed(tx: &Tx, publication: Publication) -> Result<(), Error> {
    let row = publication.row.clone();
    queries::insert_product(tx, row.clone()).await?;
    let draft = draft_row(row.id, &publication.draft, EditState::Passed, publication.at)?;
    queries::save_draft(tx, draft).await?;
    put_online(tx, publication).await
}

/// The first row of a draft.
pub(super) fn draft_row(
    id: ProductId,
    draft: &ProductDraft,
    state: EditState,
    at: DateTime<Utc>,
) -> Result<product_draft::Model, Error> {
    Ok(product_draft::Model {
        product_id: id,
        draft: serde_json::to_value(draft).map_err(Error::failed("writing a draft"))?,
        changed_at: at,
        state,
        version: 1,
        words: words(draft),
        typed: serde_json::json!([]),
        reasons: serde_json::json!([]),
        submitted_at: None,
    })
}

/// What a draft is found by in the shop's own list.
pub(super) fn words(draft: &ProductDraft) -> String {
    let codes = draft.skus.iter().map(|sku| sku.code.as_str());
    let all: Vec<_> = [draft.title.zh.as_str(), draft.title.en.as_str()].into_iter().chain(codes).collect();
    all.join("\n").to_lowercase().chars().take(2_000).collect()
}

/// Brings SKUs in line with the draft, and tells the others. SKUs are known by their code: orders
/// and carts hold their ids, so a SKU the draft drops is kept, out of sight.
pub(super) async fn put_online(tx: &Tx, publication: Publication) -> Result<(), Error> {
    let Publication { row, draft, new_ids, words, at } = publication;
    let there = queries::all_skus(tx, row.id).await?;
    let mut there: HashMap<_, _> = there.into_iter().map(|sku| (sku.code.clone(), sku)).collect();
    for ((position, draft), new_id) in (0..).zip(&draft.skus).zip(new_ids) {
        let known = there.remove(&draft.code);
        let id = known.as_ref().map_or(new_id, |sku| sku.id);
        let sku = sku_row(id, row.id, position, draft);
        if known.is_some() {
            queries::replace_sku(tx, sku).await?;
        } else {
            queries::insert_sku(tx, sku).await?;
            let pieces = draft.stock;
            let stock =
                stock::Model { sku_id: id, bucket: NORMAL.into(), on_hand: pieces, held: 0, sold: 0, received: pieces };
            queries::insert_stock(tx, stock).await?;
        }
    }
    for dropped in there.into_values() {
        queries::replace_sku(tx, sku::Model { position: -1, ..dropped }).await?;
    }
    search::put(tx, search::Kind::Product, row.id.0, words).await?;
    changed(tx, row.id, at).await
}

pub(super) fn sku_row(id: SkuId, product_id: ProductId, position: i32, draft: &SkuDraft) -> sku::Model {
    sku::Model {
        id,
        product_id,
        code: draft.code.clone(),
        position,
        choice: draft.choice.clone().into(),
        price_minor: draft.price.minor,
        market_price_minor: draft.market_price.map(|price| price.minor),
        currency: draft.price.currency,
        weight_g: draft.weight_g,
        picture: draft.picture,
    }
}

/// Tells the others that a product is not what it was.
pub(super) async fn changed(tx: &Tx, id: ProductId, at: DateTime<Utc>) -> Result<(), Error> {
    let payload = serde_json::json!({ "product_id": id });
    outbox::append(tx, id.0, "catalog.product_changed", &payload, at).await?;
    Ok(video::product_changed(tx, id, at).await?)
}
