use app::context::Caller;
use axum::{Extension, extract::State, http::StatusCode};
use commerce::Commerce;
use serde::{Deserialize, Serialize};
use shared::{OrderId, ShipmentId, dto::ShipmentItem};
use utoipa::ToSchema;

use super::{Failure, Json, Path};

/// What goes into a parcel.
#[derive(Deserialize, ToSchema)]
pub struct ShipmentRequest {
    /// Pieces of the order's lines; empty for all that is left.
    #[serde(default)]
    items: Vec<ShipmentItem>,
}

/// A parcel that was handed over.
#[derive(Serialize, ToSchema)]
pub struct Shipped {
    /// Its id; the order shows its trace.
    id: ShipmentId,
}

/// Ship an order
///
/// Hands these pieces to the carrier as one parcel. For members of the order's shop.
#[utoipa::path(post, path = "/orders/{id}/shipments", tag = "shop", params(("id" = OrderId, Path)),
    request_body = ShipmentRequest, responses((status = 201, description = "Handed over", body = Shipped)))]
pub async fn ship(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<OrderId>,
    Json(request): Json<ShipmentRequest>,
) -> Result<(StatusCode, Json<Shipped>), Failure> {
    let id = commerce.shipping().ship(caller.actor, id, request.items).await.map_err(Failure::to(caller.locale))?;
    Ok((StatusCode::CREATED, Json(Shipped { id })))
}
