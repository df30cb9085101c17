//! Films and pictures on their way into the shop: by the tus protocol (version 1.0: core, creation, termination,
//! expiration, checksum) where a script or a program sends them, by a plain form where none does. And what
//! becomes of them, as it happens.

mod form;
mod pour;
mod progress;
mod tus;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware::{from_fn, from_fn_with_state},
    routing::{get, options, post},
};
use tower_http::catch_panic::CatchPanicLayer;

use crate::{
    edge::{caller, headers, load, origin, panic},
    state::AppState,
};

/// Films that may arrive at once, and viewers of progress.
const AT_ONCE: usize = 128;

/// Every address of it.
pub fn router(state: &AppState) -> Router<AppState> {
    let tus = Router::new()
        .route("/uploads", options(tus::abilities).post(tus::create))
        .route(
            "/uploads/{id}",
            options(tus::abilities).head(tus::offset).get(tus::outcome).patch(tus::append).delete(tus::terminate),
        )
        .layer(from_fn(tus::layer));
    Router::new()
        .merge(tus)
        .route("/uploads/form", post(form::film))
        .route("/uploads/poster/{clip}", post(form::poster))
        .route("/studio/clips/{clip}/progress", get(progress::progress))
        // Every handler counts for itself, with a limit of its own.
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn_with_state(state.clone(), caller::by_token))
        .layer(from_fn(headers::api))
        .layer(from_fn_with_state(state.clone(), origin::layer))
        .layer(CatchPanicLayer::custom(panic::answer))
        .layer(from_fn_with_state(load::Room::new(AT_ONCE), load::unhurried))
}
