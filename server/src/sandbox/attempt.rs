use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Redirect, Response},
};
use commerce::{Actor, Commerce, sandbox::Outcome};
use serde::{Deserialize, Serialize};
use shared::{ErrorCode, Locale, PaymentId, PaymentState};

use super::deliver::deliver;
use crate::api::Failure;

#[derive(Deserialize)]
struct Attempt {
    outcome: Outcome,
}

#[derive(Serialize)]
struct Played {
    payment_id: PaymentId,
    /// How the payment stands in the shop after the messages.
    state: Option<PaymentState>,
    /// Whether the shop took every message.
    delivered: bool,
}

/// `POST /sandbox/payments/{payment_id}`: plays the buyer at the provider and waits until the shop has
/// heard of it. JSON in, JSON out; a form is sent back to the cashier.
pub async fn attempt(
    State(commerce): State<Commerce>,
    Path(payment): Path<String>,
    headers: HeaderMap,
    body: String,
) -> Response {
    let failure = |code| Failure::code(code, Locale::default()).into_response();
    let Ok(payment) = payment.parse::<PaymentId>() else { return failure(ErrorCode::NotFound) };
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let form = kind.starts_with("application/x-www-form-urlencoded");
    let wanted = if form { outcome_of_form(&body) } else { serde_json::from_str(&body).ok() };
    let Some(Attempt { outcome }) = wanted else { return failure(ErrorCode::Validation) };
    let delivered = match commerce.sandbox().attempt(payment, outcome).await {
        Ok(deliveries) => deliver(&commerce, &deliveries).await,
        // A form that is sent again finds the cashier, which says how the payment stands.
        Err(error) if form && error.code() == ErrorCode::IllegalTransition => false,
        Err(error) => return Failure::new(&error, Locale::default()).into_response(),
    };
    if form {
        return Redirect::to(&format!("/pay/{payment}")).into_response();
    }
    let state = commerce.payment().state(Actor::System, payment).await.ok();
    (StatusCode::OK, Json(Played { payment_id: payment, state, delivered })).into_response()
}

/// `outcome=success`; other fields do not matter.
fn outcome_of_form(body: &str) -> Option<Attempt> {
    let value = body.split('&').find_map(|pair| pair.strip_prefix("outcome="))?;
    let outcome = serde_json::from_value(value.into()).ok()?;
    Some(Attempt { outcome })
}
