use std::{collections::HashMap, sync::Arc};

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use shared::{
    Currency, FreightTemplate, LocalText, Locale, MediaId, Money, ProductId, SkuId,
    dto::{Attribute, Image},
};

use super::{
    Content,
    categories::Categories,
    entity::{product, review, sku},
    queries,
    shop::template,
};
use crate::{
    Commerce, Error, linked,
    media::{self, Picture},
};

/// Reviews that a product page shows.
const REVIEWS: u64 = 10;

/// What is known of a product beside stock and state, true as long as its version is.
#[derive(Debug)]
pub(crate) struct Record {
    pub row: product::Model,
    pub content: Content,
    /// Its own delivery prices; `None` for its shop's.
    pub freight: Option<FreightTemplate>,
    /// Its SKUs in their order.
    pub skus: Vec<SkuRecord>,
    /// The content's pictures, those of the description included.
    pub pictures: HashMap<MediaId, Arc<Picture>>,
    /// Where it is at its master, if that is another shop.
    pub place: Option<linked::Place>,
    pub reviews: Vec<review::Model>,
    pub review_count: i64,
    pub stars_pct: i32,
}

/// What is known of a SKU beside its stock.
#[derive(Debug)]
pub(crate) struct SkuRecord {
    pub id: SkuId,
    pub choice: Vec<i32>,
    pub price: Money,
    /// What it was, if that was more.
    pub market_price: Option<Money>,
    pub weight_g: i32,
    pub picture: Option<i32>,
}

impl Record {
    /// Name and value of each option that `sku` is chosen by.
    pub fn attributes(&self, sku: &SkuRecord) -> Vec<(&LocalText, &LocalText)> {
        let chosen = self.content.options.iter().zip(&sku.choice);
        chosen
            .filter_map(|(option, &index)| Some((&option.name, option.values.get(usize::try_from(index).ok()?)?)))
            .collect()
    }

    /// The same for a reader of `locale`.
    pub fn attribute_views(&self, sku: &SkuRecord, locale: Locale) -> Vec<Attribute> {
        let view = |(name, value): (&LocalText, &LocalText)| Attribute {
            name: name.get(locale).to_owned(),
            value: value.get(locale).to_owned(),
        };
        self.attributes(sku).into_iter().map(view).collect()
    }

    pub fn cheapest(&self) -> Option<&SkuRecord> {
        self.skus.iter().min_by_key(|sku| sku.price.minor)
    }

    /// The lowest price of its SKUs.
    pub fn price(&self) -> Money {
        self.cheapest().map_or(Money::new(0, Currency::default()), |sku| sku.price)
    }

    pub fn sku(&self, id: SkuId) -> Option<&SkuRecord> {
        self.skus.iter().find(|sku| sku.id == id)
    }

    /// The picture that stands for the product.
    pub fn main_picture(&self) -> MediaId {
        self.content.pictures.first().copied().unwrap_or(MediaId(self.row.id.0))
    }

    /// The picture that stands for the SKU.
    pub fn picture_of(&self, sku: &SkuRecord) -> MediaId {
        let own = sku.picture.and_then(|index| self.content.pictures.get(usize::try_from(index).ok()?));
        own.copied().unwrap_or_else(|| self.main_picture())
    }

    pub fn image(&self, id: MediaId, locale: Locale) -> Image {
        let picture = self.pictures.get(&id).cloned().unwrap_or_else(|| Picture::missing(id));
        picture.described(self.content.alts.get(&id), locale)
    }
}

/// The records of products, each of the version that a live query just told. No query if all of
/// them are in the cache.
pub(crate) async fn records(
    commerce: &Commerce,
    db: &impl ConnectionTrait,
    versions: impl IntoIterator<Item = (ProductId, i64)>,
) -> Result<HashMap<ProductId, Arc<Record>>, Error> {
    let cache = &commerce.0.catalog.products;
    let (mut found, mut stale) = (HashMap::new(), Vec::new());
    for (id, version) in versions {
        if found.contains_key(&id) || stale.contains(&id) {
            continue;
        }
        match cache.get(&id).await.filter(|record| record.row.version == version) {
            Some(record) => _ = found.insert(id, record),
            None => stale.push(id),
        }
    }
    if !stale.is_empty() {
        for record in load(commerce, db, &stale).await? {
            let record = Arc::new(record);
            cache.insert(record.row.id, record.clone()).await;
            found.insert(record.row.id, record);
        }
    }
    Ok(found)
}

async fn load(commerce: &Commerce, db: &impl ConnectionTrait, ids: &[ProductId]) -> Result<Vec<Record>, Error> {
    let rows = queries::products(db, ids).await?;
    let mut places = linked::places(db, ids).await?;
    let mut skus: HashMap<ProductId, Vec<sku::Model>> = HashMap::new();
    for sku in queries::skus(db, ids).await? {
        skus.entry(sku.product_id).or_default().push(sku);
    }
    let stars: HashMap<_, _> = queries::stars(db, ids).await?.into_iter().map(|row| (row.product_id, row)).collect();
    let mut records = Vec::with_capacity(rows.len());
    for row in rows {
        let content: Content =
            serde_json::from_value(row.content.clone()).map_err(Error::failed("reading a product"))?;
        let pictures = media::pictures(commerce, db, content.all_pictures().collect::<Vec<_>>()).await?;
        let freight = match row.freight_id {
            Some(id) => Some(template(db, id).await?),
            None => None,
        };
        let stars = stars.get(&row.id);
        let reviews = if stars.is_some() { queries::reviews(db, row.id, REVIEWS).await? } else { Vec::new() };
        records.push(Record {
            skus: skus.remove(&row.id).unwrap_or_default().into_iter().map(sku_record).collect(),
            pictures,
            freight,
            place: places.remove(&row.id),
            review_count: stars.map_or(0, |stars| stars.reviews),
            stars_pct: stars.map_or(0, |stars| average(stars.stars, stars.reviews)),
            reviews,
            content,
            row,
        });
    }
    Ok(records)
}

fn sku_record(row: sku::Model) -> SkuRecord {
    let (price, market) = (row.price(), row.market_price_minor.filter(|market| *market > row.price_minor));
    SkuRecord {
        id: row.id,
        choice: serde_json::from_value(row.choice).unwrap_or_default(),
        price,
        market_price: market.map(|minor| Money { minor, ..price }),
        weight_g: row.weight_g,
        picture: row.picture,
    }
}

/// Stars × 100, rounded half-up.
fn average(stars: i64, reviews: i64) -> i32 {
    let reviews = reviews.max(1);
    i32::try_from((stars * 200 + reviews) / (reviews * 2)).unwrap_or_default()
}

/// The category tree with its rates, as it is now.
pub(crate) async fn categories(commerce: &Commerce, db: &impl ConnectionTrait) -> Result<Arc<Categories>, Error> {
    let (cache, now) = (&commerce.0.catalog.categories, commerce.clock().now());
    if let Some(categories) = cache.get(&()).await.filter(|categories| categories.stands(now)) {
        return Ok(categories);
    }
    let categories = Arc::new(categories_at(db, now).await?);
    cache.insert((), categories.clone()).await;
    Ok(categories)
}

/// The same as it was or will be at another moment, past every cache.
pub(super) async fn categories_at(db: &impl ConnectionTrait, at: DateTime<Utc>) -> Result<Categories, Error> {
    let (rows, terms) = (queries::categories(db).await?, queries::terms(db).await?);
    Ok(Categories::new(rows, &terms, queries::fee_rates(db).await?, at))
}
