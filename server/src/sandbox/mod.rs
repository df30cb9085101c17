//! The HTTP side of the demo's payment provider: its interface for the shop (`/sandbox/v3/…`), and the
//! buttons that play the buyer (`/sandbox/payments/{id}`).

mod attempt;
mod deliver;
mod v3;

use axum::{
    Router,
    routing::{any, post},
};

use crate::state::AppState;

/// Every address below `/sandbox`; for the demo only.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/sandbox/v3/{*path}", any(v3::answer))
        .route("/sandbox/payments/{payment_id}", post(attempt::attempt))
}
