//! How shops get their goods.

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use shared::{ErrorCode, Locale, OpeningMode, ShopId, dto::ModeShop};

use super::{queries, shop::shop_record};
use crate::{Commerce, Error, db::Tx, outbox};

/// Shops of a list.
const LISTED: u64 = 100;

/// How `shop` gets its goods; `NotFound`.
pub(crate) async fn mode_of(db: &impl ConnectionTrait, shop: ShopId) -> Result<OpeningMode, Error> {
    Ok(queries::shop(db, shop).await?.ok_or(ErrorCode::NotFound)?.mode)
}

/// `MasterElsewhere` where the goods of `shop` come from another one: nobody makes them up here.
pub(super) async fn require_goods_here(db: &impl ConnectionTrait, shop: ShopId) -> Result<(), Error> {
    if mode_of(db, shop).await?.is_outside() { Err(ErrorCode::MasterElsewhere.into()) } else { Ok(()) }
}

/// `SoldElsewhere` where nothing of `shop` is sold here, and so nothing can be earned by selling it.
pub(crate) async fn require_sales_here(db: &impl ConnectionTrait, shop: ShopId) -> Result<(), Error> {
    if mode_of(db, shop).await?.sells_here() { Ok(()) } else { Err(ErrorCode::SoldElsewhere.into()) }
}

/// Changes the way of a shop that was imported. `NotFound`.
pub(crate) async fn set_mode(tx: &Tx, shop: ShopId, mode: OpeningMode, at: DateTime<Utc>) -> Result<(), Error> {
    if !queries::set_mode(tx, shop, mode).await? {
        return Err(ErrorCode::NotFound.into());
    }
    outbox::append(tx, shop.0, "catalog.shop_changed", &serde_json::json!({ "shop_id": shop }), at).await?;
    Ok(())
}

/// How many shops have which way.
pub(crate) async fn shops_by_mode(db: &impl ConnectionTrait) -> Result<Vec<(OpeningMode, i64)>, Error> {
    let found = queries::shops_by_mode(db).await?;
    let count = |mode: &OpeningMode| found.iter().find(|(other, _)| other == mode).map_or(0, |(_, count)| *count);
    Ok(OpeningMode::ALL.iter().map(|mode| (*mode, count(mode))).collect())
}

/// The newest shops of a way, with what they are linked to.
pub(crate) async fn shops_of_mode(
    commerce: &Commerce,
    mode: OpeningMode,
    locale: Locale,
) -> Result<Vec<ModeShop>, Error> {
    let db = commerce.db().read();
    let mut shops = Vec::new();
    for id in queries::shops_of_mode(db, mode, LISTED).await? {
        let shop = shop_record(commerce, db, id).await?;
        shops.push(ModeShop {
            id,
            name: shop.row.name.get(locale).to_owned(),
            handle: shop.handle.clone(),
            mode: shop.row.mode,
            link: shop.link.as_ref().map(|link| link.view(locale)),
        });
    }
    Ok(shops)
}
