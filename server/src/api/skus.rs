use app::context::Caller;
use axum::{Extension, extract::State, http::StatusCode};
use commerce::{Commerce, catalog::StockChange};
use serde::Deserialize;
use shared::{Money, SkuId};
use utoipa::ToSchema;

use super::{Failure, Json, Path};

/// A change of a SKU that needs no review.
#[derive(Deserialize, ToSchema)]
pub struct SkuChange {
    /// A new price.
    #[serde(default)]
    price: Option<PriceChange>,
    /// Pieces that came in (positive) or went out otherwise (negative): two people who set the stock
    /// would overwrite each other.
    #[serde(default)]
    #[schema(example = 20, minimum = -1_000_000, maximum = 1_000_000)]
    stock: Option<i32>,
}

/// A price in place of the one that was seen.
#[derive(Deserialize, ToSchema)]
pub struct PriceChange {
    /// What it was when the shop looked; anything else now is a `conflict`.
    seen: Money,
    /// What it becomes.
    price: Money,
}

/// Change price or stock
///
/// For members of the SKU's shop.
#[utoipa::path(patch, path = "/skus/{id}", tag = "shop", params(("id" = SkuId, Path)),
    request_body = SkuChange, responses((status = 204, description = "Changed")))]
pub async fn change(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<SkuId>,
    Json(change): Json<SkuChange>,
) -> Result<StatusCode, Failure> {
    let refuse = Failure::to(caller.locale);
    if let Some(PriceChange { seen, price }) = change.price {
        commerce.catalog().set_price(caller.actor, id, seen, price).await.map_err(&refuse)?;
    }
    if let Some(pieces) = change.stock {
        let change = if pieces < 0 { StockChange::Remove(pieces.saturating_neg()) } else { StockChange::Add(pieces) };
        commerce.catalog().change_stock(caller.actor, id, change).await.map_err(&refuse)?;
    }
    Ok(StatusCode::NO_CONTENT)
}
