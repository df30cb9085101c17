//! Products as a list orders them, before it decides which to show.

use std::{collections::HashMap, sync::Arc};

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use shared::{BasisPoints, ErrorCode, LocalText, Locale, ProductId, ProductState, Scene, ShopId, dto::ProductCard};

use super::{
    queries::{self, Summary},
    record::{Record, categories, records},
    shop::shop_record,
    view::card,
};
use crate::{Commerce, Error};

/// A product at this moment: enough to sort and filter by without writing a card.
#[derive(Debug, Clone)]
pub(crate) struct Glance {
    now: Summary,
    record: Arc<Record>,
}

/// What is known at this moment of `ids`, in their order, unknown ones left out: one query if their
/// records are known.
pub(crate) async fn glances(
    commerce: &Commerce,
    db: &impl ConnectionTrait,
    ids: &[ProductId],
) -> Result<Vec<Glance>, Error> {
    let summaries = queries::summaries(db, ids).await?;
    let versions: Vec<_> = summaries.iter().map(|row| (row.product_id, row.version)).collect();
    let records = records(commerce, db, versions).await?;
    let mut summaries: HashMap<_, _> = summaries.into_iter().map(|row| (row.product_id, row)).collect();
    let glance = |id| Some(Glance { now: summaries.remove(id)?, record: records.get(id)?.clone() });
    Ok(ids.iter().filter_map(glance).collect())
}

impl Glance {
    pub const fn id(&self) -> ProductId {
        self.now.product_id
    }

    /// The lowest price of its SKUs, minor units.
    pub fn price(&self) -> i64 {
        self.record.price().minor
    }

    /// What its shop's own content earns with it.
    pub fn commission(&self) -> BasisPoints {
        self.record.row.commission
    }

    pub fn shop_id(&self) -> ShopId {
        self.record.row.shop_id
    }

    pub fn title(&self) -> &LocalText {
        &self.record.row.title
    }

    /// Leaves within so many hours after it was paid.
    pub fn ship_within_hours(&self) -> i32 {
        self.record.row.ship_within_hours
    }

    /// The mean of its reviews × 100 of 5 and their number; `None` without a review.
    pub fn score(&self) -> Option<(i32, i64)> {
        (self.record.review_count > 0).then_some((self.record.stars_pct, self.record.review_count))
    }

    /// Pieces of all its SKUs that can still be bought.
    pub const fn left(&self) -> i64 {
        self.now.left
    }

    pub const fn sold_out(&self) -> bool {
        self.now.left == 0
    }

    pub fn sold(&self) -> i64 {
        self.record.row.sold + self.now.sold
    }

    pub fn on_sale(&self) -> bool {
        self.now.state == ProductState::OnSale
    }

    pub fn listed_at(&self) -> Option<DateTime<Utc>> {
        self.record.row.listed_at
    }

    /// Whether every one of `words`, in lower case, is in its title or subtitle.
    pub fn says(&self, words: &[String]) -> bool {
        let row = &self.record.row;
        let text = [&row.title.zh, &row.title.en, &row.subtitle.zh, &row.subtitle.en];
        let text = text.map(|part| part.to_lowercase()).join("\n");
        words.iter().all(|word| text.contains(word.as_str()))
    }

    /// The card for a reader of `locale`; no query if its shop is known.
    pub async fn card(
        &self,
        commerce: &Commerce,
        db: &impl ConnectionTrait,
        locale: Locale,
    ) -> Result<ProductCard, Error> {
        let shop = shop_record(commerce, db, self.record.row.shop_id).await?;
        Ok(card(&self.now, &self.record, &shop, locale))
    }
}

/// The cards of `ids` in their order, whatever their state, unknown ones left out.
pub(crate) async fn cards(
    commerce: &Commerce,
    db: &impl ConnectionTrait,
    ids: &[ProductId],
    locale: Locale,
) -> Result<Vec<ProductCard>, Error> {
    let mut cards = Vec::with_capacity(ids.len());
    for glance in glances(commerce, db, ids).await? {
        cards.push(glance.card(commerce, db, locale).await?);
    }
    Ok(cards)
}

/// Whose a product is, the fee when it is met in `scene` at `at`, and what its shop's own content earns; `NotFound`.
pub(crate) async fn terms(
    commerce: &Commerce,
    db: &impl ConnectionTrait,
    id: ProductId,
    scene: Scene,
    at: DateTime<Utc>,
) -> Result<(ShopId, BasisPoints, BasisPoints), Error> {
    let glance = glances(commerce, db, &[id]).await?.pop().ok_or(ErrorCode::NotFound)?;
    let fee = categories(commerce, db).await?.fee(glance.record.row.category_id, scene, at);
    Ok((glance.shop_id(), fee, glance.commission()))
}
