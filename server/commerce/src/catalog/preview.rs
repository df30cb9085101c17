use std::collections::HashMap;

use shared::{ErrorCode, Locale, ProductId, ProductState, SkuId, dto::ProductPage};

use super::{
    ProductDraft,
    entity::product,
    queries::{self, Live},
    record::{Record, SkuRecord, categories},
    shop::{shop_record, template},
    view,
};
use crate::{Actor, Catalog, Error, linked, media};

impl Catalog<'_> {
    /// The page of a product as viewers will see it once its draft is online; for members of its shop and operators.
    pub async fn preview(&self, actor: Actor, id: ProductId, locale: Locale) -> Result<ProductPage, Error> {
        let row = self.own(actor, id).await?;
        let db = self.shop().db.read();
        let kept = queries::draft(db, id).await?.ok_or(ErrorCode::NotFound)?;
        let draft: ProductDraft = serde_json::from_value(kept.draft).map_err(Error::failed("reading a draft"))?;
        let online = queries::skus(db, &[id]).await?;
        let live: HashMap<_, _> =
            queries::of_products(db, &[id]).await?.into_iter().map(|live| (live.sku_id, live)).collect();
        let (mut skus, mut stock) = (Vec::new(), Vec::new());
        for (position, sku) in (0..).zip(&draft.skus) {
            let known = online.iter().find(|known| known.code == sku.code);
            let id_of = known.map_or_else(|| SkuId(self.shop().clock.new_id()), |known| known.id);
            let now = known.and_then(|known| live.get(&known.id));
            stock.push(Live {
                sku_id: id_of,
                product_id: id,
                position,
                price_minor: sku.price.minor,
                currency: sku.price.currency,
                on_hand: now.map_or(sku.stock, |now| now.on_hand),
                held: now.map_or(0, |now| now.held),
                sold: now.map_or(0, |now| now.sold),
                state: ProductState::OnSale,
                version: row.version,
            });
            skus.push(SkuRecord {
                id: id_of,
                choice: sku.choice.clone(),
                price: sku.price,
                market_price: sku.market_price.filter(|market| market.minor > sku.price.minor),
                weight_g: sku.weight_g,
                picture: sku.picture,
            });
        }
        let wanted: Vec<_> = draft.content.all_pictures().collect();
        let freight = match draft.freight {
            Some(id) => Some(template(db, id).await?),
            None => None,
        };
        let record = Record {
            pictures: media::pictures(self.0, db, wanted).await?,
            row: product::Model {
                category_id: draft.category,
                title: draft.title,
                subtitle: draft.subtitle,
                ship_within_hours: draft.ship_within_hours,
                commission: draft.commission,
                ..row
            },
            content: draft.content,
            freight,
            skus,
            place: linked::place(db, id).await?,
            reviews: Vec::new(),
            review_count: 0,
            stars_pct: 0,
        };
        let shop = shop_record(self.0, db, record.row.shop_id).await?;
        let categories = categories(self.0, db).await?;
        let product = view::detail(&stock, ProductState::OnSale, &record, &shop, &categories, locale);
        Ok(ProductPage { product, related: Vec::new() })
    }
}
