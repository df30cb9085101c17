use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, JsonValue};
use shared::{BasisPoints, FreightTemplate, LocalText, MediaId, Money, ProductId, ProductState, Scene, ShopId, SkuId, dto::PurchaseLimit};

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
    pub picture: MediaId,
    pub price: Money,
    pub weight_g: i32,
    pub state: ProductState,
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
/// change from order to order (price, stock, state); the rest may come from the cache.
pub(crate) async fn offers(
    commerce: &Commerce,
    db: &impl ConnectionTrait,
    wanted: &[(SkuId, Scene)],
    at: DateTime<Utc>,
) -> Result<Vec<Option<Offer>>, Error> {
    let _ = (commerce, db, wanted, at);
    todo!("goods")
}
