use axum::{
    extract::{OriginalUri, State},
    http::{HeaderMap, Method, StatusCode, header::AUTHORIZATION, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use commerce::Commerce;

use super::deliver::deliver;

/// One request of the shop, answered in the provider's words.
pub async fn answer(
    State(commerce): State<Commerce>,
    OriginalUri(uri): OriginalUri,
    method: Method,
    headers: HeaderMap,
    body: String,
) -> Response {
    let authorization = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let path = uri.path().strip_prefix("/sandbox").unwrap_or_default();
    match commerce.sandbox().answer(method.as_str(), path, authorization, &body).await {
        Ok(answer) => {
            if !answer.deliveries.is_empty() {
                // By itself, as a provider would: the shop gets its answer first.
                tokio::spawn(async move { deliver(&commerce, &answer.deliveries).await });
            }
            let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            (status, [(CONTENT_TYPE, "application/json")], answer.body).into_response()
        }
        Err(error) => {
            tracing::error!(?error, "sandbox provider");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}
