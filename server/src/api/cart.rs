use app::context::Caller;
use axum::{Extension, extract::State, http::StatusCode};
use commerce::Commerce;
use shared::{
    CartLineId,
    dto::{Cart, CartLineChange, LineRequest},
};

use super::{Failure, Json, Path};

/// Get my cart
///
/// With today's prices and stock; a line that cannot be bought says why.
#[utoipa::path(get, path = "/cart", tag = "cart", responses((status = 200, description = "The cart", body = Cart)))]
pub async fn get(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
) -> Result<Json<Cart>, Failure> {
    commerce.cart().get(caller.actor, caller.locale).await.map(Json).map_err(Failure::to(caller.locale))
}

/// Add to my cart
///
/// A SKU that is there already gets more pieces. `source` says where it was met and stays on the line.
#[utoipa::path(post, path = "/cart/lines", tag = "cart", request_body = LineRequest,
    responses((status = 201, description = "The cart with it", body = Cart)))]
pub async fn add(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Json(line): Json<LineRequest>,
) -> Result<(StatusCode, Json<Cart>), Failure> {
    commerce.cart().add(caller.actor, line).await.map_err(Failure::to(caller.locale))?;
    get(State(commerce), Extension(caller)).await.map(|cart| (StatusCode::CREATED, cart))
}

/// Change a line of my cart
#[utoipa::path(patch, path = "/cart/lines/{id}", tag = "cart", params(("id" = CartLineId, Path)),
    request_body = CartLineChange, responses((status = 200, description = "The cart after it", body = Cart)))]
pub async fn change(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<CartLineId>,
    Json(change): Json<CartLineChange>,
) -> Result<Json<Cart>, Failure> {
    commerce.cart().change(caller.actor, id, change).await.map_err(Failure::to(caller.locale))?;
    get(State(commerce), Extension(caller)).await
}

/// Remove a line of my cart
#[utoipa::path(delete, path = "/cart/lines/{id}", tag = "cart", params(("id" = CartLineId, Path)),
    responses((status = 204, description = "Removed")))]
pub async fn remove(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<CartLineId>,
) -> Result<StatusCode, Failure> {
    commerce.cart().remove(caller.actor, id).await.map_err(Failure::to(caller.locale))?;
    Ok(StatusCode::NO_CONTENT)
}
