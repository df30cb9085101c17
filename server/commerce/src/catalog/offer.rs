use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, JsonValue};
use shared::{
    BasisPoints, FreightTemplate, LocalText, MediaId, Money, ProductId, ProductState, Scene, ShopId, SkuId,
    dto::PurchaseLimit,
};

use super::{
    categories::Categories,
    queries::{self, Live},
    record::{Record, categories, records},
    shop::{ShopRecord, shop_record},
};
use crate::{Commerce, Error};

/// What the trading rooms must know of a SKU at this moment: all an order line keeps of it.
#[derive(Debug, Clone)]
pub(crate) struct Offer {
    pub sku_id: SkuId,
    pub product_id: ProductId,
    pub shop_id: ShopId,
    pub shop_name: LocalText,
    /// Handle of the shop's creator.
    pub handle: String,
    pub title: LocalText,
    /// `[{name: LocalText, value: LocalText}]` of the chosen options.
    pub attributes: JsonValue,
    /// For its `Image`, ask `media::pictures`.
    pub picture: MediaId,
    pub price: Money,
    pub weight_g: i32,
    pub state: ProductState,
    /// Another shop sells it, not this one.
    pub elsewhere: bool,
    /// Pieces that can still be bought.
    pub stock: i32,
    pub limit: Option<PurchaseLimit>,
    pub ship_within_hours: i32,
    pub confirm_days: i32,
    pub freight: FreightTemplate,
    /// Technical service fee for the asked scene and moment.
    pub fee: BasisPoints,
    pub commission: BasisPoints,
}

/// The offers for `wanted`, in its order; `None` where there is no such SKU. One query for what can
/// change from order to order (price, stock, state); the rest may come from the cache. An offer that is `binding`, in
/// the transaction of its order, holds its shop: what sells at that moment does not stop before the order is there.
pub(crate) async fn offers(
    commerce: &Commerce,
    db: &impl ConnectionTrait,
    wanted: &[(SkuId, Scene)],
    at: DateTime<Utc>,
    binding: bool,
) -> Result<Vec<Option<Offer>>, Error> {
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<_> = wanted.iter().map(|(id, _)| *id).collect();
    let live = queries::of_skus(db, &ids, binding).await?;
    let versions: Vec<_> = live.iter().map(|row| (row.product_id, row.version)).collect();
    let records = records(commerce, db, versions).await?;
    let categories = categories(commerce, db).await?;
    let live: HashMap<_, _> = live.into_iter().map(|row| (row.sku_id, row)).collect();
    let mut offers = Vec::with_capacity(wanted.len());
    for (id, scene) in wanted {
        let found = live.get(id).and_then(|live| Some((live, records.get(&live.product_id)?)));
        offers.push(match found {
            Some((live, record)) => {
                let shop = shop_record(commerce, db, record.row.shop_id).await?;
                let fee = categories.fee(record.row.category_id, *scene, at);
                Some(offer(live, record, &shop, &categories, fee))
            }
            None => None,
        });
    }
    Ok(offers)
}

fn offer(live: &Live, record: &Record, shop: &ShopRecord, categories: &Categories, fee: BasisPoints) -> Offer {
    let sku = record.sku(live.sku_id);
    let attributes = sku.map(|sku| record.attributes(sku)).unwrap_or_default();
    let attributes = attributes.into_iter().map(|(name, value)| serde_json::json!({ "name": name, "value": value }));
    // A SKU that the shop took out is not on sale, whatever its product is.
    let state =
        if live.position < 0 && live.state == ProductState::OnSale { ProductState::Delisted } else { live.state };
    Offer {
        sku_id: live.sku_id,
        product_id: live.product_id,
        shop_id: shop.row.id,
        shop_name: shop.row.name.clone(),
        handle: shop.handle.clone(),
        title: record.row.title.clone(),
        attributes: attributes.collect(),
        picture: sku.map_or_else(|| record.main_picture(), |sku| record.picture_of(sku)),
        price: live.price(),
        weight_g: sku.map_or(0, |sku| sku.weight_g),
        state,
        elsewhere: !shop.row.mode.sells_here(),
        stock: live.left(),
        limit: record.content.limit,
        ship_within_hours: record.row.ship_within_hours,
        confirm_days: categories.confirm_days(record.row.category_id),
        freight: record.freight.clone().unwrap_or_else(|| shop.freight.clone()),
        fee,
        commission: record.row.commission,
    }
}
