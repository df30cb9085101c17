//! Products as a list orders them, before it decides which to show.

use std::{collections::HashMap, sync::Arc};

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use shared::{BasisPoints, ErrorCode, Locale, ProductId, ProductState, Scene, dto::ProductCard};

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

    /// What the creator in whose content it is sold earns.
    pub fn commission(&self) -> BasisPoints {
        self.record.row.commission
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

/// Fee and commission of a product met in `scene` at `at`; `NotFound`.
pub(crate) async fn terms(
    commerce: &Commerce,
    db: &impl ConnectionTrait,
    id: ProductId,
    scene: Scene,
    at: DateTime<Utc>,
) -> Result<(BasisPoints, BasisPoints), Error> {
    let glance = glances(commerce, db, &[id]).await?.pop().ok_or(ErrorCode::NotFound)?;
    let fee = categories(commerce, db).await?.fee(glance.record.row.category_id, scene, at);
    Ok((fee, glance.commission()))
}
