use app::context::Caller;
use axum::{Extension, extract::State, http::StatusCode};
use commerce::Commerce;
use serde::Deserialize;
use shared::{
    IdempotencyKey, OrderId, PaymentId,
    dto::{PaymentMethod, PaymentRequest, PaymentView},
};
use utoipa::ToSchema;

use super::{Failure, Json, Path, extract::Key};

/// Pays several orders at once, such as those of one purchase in several shops.
#[derive(Deserialize, ToSchema)]
pub struct JointPaymentRequest {
    /// The orders, at most 50.
    #[schema(max_items = 50)]
    orders: Vec<OrderId>,
    /// How.
    #[serde(default)]
    method: PaymentMethod,
}

/// Pay an order
///
/// An open payment of the same order and method is returned again.
#[utoipa::path(post, path = "/orders/{id}/payments", tag = "payments", request_body = PaymentRequest,
    params(("id" = OrderId, Path),
        ("Idempotency-Key" = String, Header, description = "Names this payment", min_length = 1, max_length = 64)),
    responses((status = 201, description = "Waiting for the payer", body = PaymentView)))]
pub async fn create(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<OrderId>,
    Key(key): Key,
    Json(request): Json<PaymentRequest>,
) -> Result<(StatusCode, Json<PaymentView>), Failure> {
    start(&commerce, &caller, key, vec![id], request.method).await
}

/// Pay several orders together
#[utoipa::path(post, path = "/payments", tag = "payments", request_body = JointPaymentRequest,
    params(("Idempotency-Key" = String, Header, description = "Names this payment", min_length = 1, max_length = 64)),
    responses((status = 201, description = "Waiting for the payer", body = PaymentView)))]
pub async fn create_together(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Key(key): Key,
    Json(request): Json<JointPaymentRequest>,
) -> Result<(StatusCode, Json<PaymentView>), Failure> {
    start(&commerce, &caller, key, request.orders, request.method).await
}

async fn start(
    commerce: &Commerce,
    caller: &Caller,
    key: IdempotencyKey,
    orders: Vec<OrderId>,
    method: PaymentMethod,
) -> Result<(StatusCode, Json<PaymentView>), Failure> {
    let payment = commerce.payment().create(caller.actor, key, orders, method).await;
    payment.map(|payment| (StatusCode::CREATED, Json(payment))).map_err(Failure::to(caller.locale))
}

/// Get a payment
#[utoipa::path(get, path = "/payments/{id}", tag = "payments", params(("id" = PaymentId, Path)),
    responses((status = 200, description = "As it stands here", body = PaymentView)))]
pub async fn get(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<PaymentId>,
) -> Result<Json<PaymentView>, Failure> {
    commerce.payment().get(caller.actor, id).await.map(Json).map_err(Failure::to(caller.locale))
}

/// Ask the provider about a payment
///
/// Heals a lost notification.
#[utoipa::path(post, path = "/payments/{id}/sync", tag = "payments", params(("id" = PaymentId, Path)),
    responses((status = 200, description = "As it stands there", body = PaymentView)))]
pub async fn sync(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<PaymentId>,
) -> Result<Json<PaymentView>, Failure> {
    commerce.payment().sync(caller.actor, id).await.map(Json).map_err(Failure::to(caller.locale))
}
