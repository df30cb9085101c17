//! Where payment providers report to.

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
    routing::post,
};
use commerce::{Commerce, payment::NoticeHeaders};
use shared::Locale;

use crate::{api::Failure, state::AppState};

/// `/api/v1/payments/notify`.
pub fn router() -> Router<AppState> {
    Router::new().route("/api/v1/payments/notify", post(notify))
}

/// Takes a message of the provider. Any 2xx means that it was understood, whatever it led to; anything
/// else makes the provider send it again.
async fn notify(State(commerce): State<Commerce>, headers: HeaderMap, body: Bytes) -> Response {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let signed = NoticeHeaders {
        timestamp: text("wechatpay-timestamp"),
        nonce: text("wechatpay-nonce"),
        signature: text("wechatpay-signature"),
        serial: text("wechatpay-serial"),
    };
    match commerce.payment().notify(&signed, &body).await {
        Ok(_) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => {
            if error.code().http_status() >= 500 {
                tracing::error!(?error, "a payment notification");
            }
            Failure::new(&error, Locale::default()).into_response()
        }
    }
}
