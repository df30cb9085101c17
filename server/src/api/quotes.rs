use app::context::Caller;
use axum::{Extension, extract::State};
use commerce::Commerce;
use shared::dto::{Quote, QuoteRequest};

use super::{Failure, Json};

/// Quote a basket
///
/// What `lines`, or the selected lines of the cart, cost now and where they can go; one part per shop.
#[utoipa::path(post, path = "/quotes", tag = "orders", request_body = QuoteRequest,
    responses((status = 200, description = "The price of everything", body = Quote)))]
pub async fn quote(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Json(request): Json<QuoteRequest>,
) -> Result<Json<Quote>, Failure> {
    let quote = commerce.checkout().quote(caller.actor, request, caller.locale).await;
    quote.map(Json).map_err(Failure::to(caller.locale))
}
