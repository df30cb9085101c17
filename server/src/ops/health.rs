use axum::{extract::State, http::StatusCode};
use commerce::{Commerce, is_current};

/// `GET /healthz`: the process answers. It does not ask the database, so that a slow database
/// does not make an orchestrator restart every healthy process.
pub async fn healthz() -> &'static str {
    "ok"
}

/// `GET /readyz`: the shop can sell: its database answers and has the schema that we know.
pub async fn readyz(State(commerce): State<Commerce>) -> (StatusCode, &'static str) {
    match is_current(commerce.db()).await {
        Ok(true) => (StatusCode::OK, "ok"),
        Ok(false) => (StatusCode::SERVICE_UNAVAILABLE, "the database's schema is another release's"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer")
        }
    }
}
