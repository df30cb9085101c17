use app::context::Caller;
use axum::{Extension, extract::State, http::StatusCode};
use commerce::Commerce;
use serde::Deserialize;
use shared::{
    Address, AddressId,
    dto::{Page, SavedAddress},
};
use utoipa::ToSchema;

use super::{Failure, Json, Path};

/// An address to keep.
#[derive(Deserialize, ToSchema)]
pub struct AddressRequest {
    /// Where it is.
    #[serde(flatten)]
    address: Address,
    /// Choose it unless another one is chosen.
    #[serde(default)]
    is_default: bool,
}

/// List my addresses
///
/// The default one first; at most 20.
#[utoipa::path(get, path = "/addresses", tag = "account",
    responses((status = 200, description = "All of them", body = Page<SavedAddress>)))]
pub async fn list(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
) -> Result<Json<Page<SavedAddress>>, Failure> {
    let items = commerce.identity().addresses(caller.actor).await.map_err(Failure::to(caller.locale))?;
    Ok(Json(Page { items, next: None }))
}

/// Keep an address
#[utoipa::path(post, path = "/addresses", tag = "account", request_body = AddressRequest,
    responses((status = 201, description = "Kept", body = SavedAddress)))]
pub async fn add(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Json(request): Json<AddressRequest>,
) -> Result<(StatusCode, Json<SavedAddress>), Failure> {
    let saved = commerce.identity().save_address(caller.actor, None, request.address, request.is_default).await;
    saved.map(|saved| (StatusCode::CREATED, Json(saved))).map_err(Failure::to(caller.locale))
}

/// Change an address
#[utoipa::path(put, path = "/addresses/{id}", tag = "account", params(("id" = AddressId, Path)),
    request_body = AddressRequest, responses((status = 200, description = "Changed", body = SavedAddress)))]
pub async fn change(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<AddressId>,
    Json(request): Json<AddressRequest>,
) -> Result<Json<SavedAddress>, Failure> {
    let saved = commerce.identity().save_address(caller.actor, Some(id), request.address, request.is_default).await;
    saved.map(Json).map_err(Failure::to(caller.locale))
}

/// Forget an address
#[utoipa::path(delete, path = "/addresses/{id}", tag = "account", params(("id" = AddressId, Path)),
    responses((status = 204, description = "Forgotten; orders keep their copy")))]
pub async fn remove(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<AddressId>,
) -> Result<StatusCode, Failure> {
    commerce.identity().remove_address(caller.actor, id).await.map_err(Failure::to(caller.locale))?;
    Ok(StatusCode::NO_CONTENT)
}
