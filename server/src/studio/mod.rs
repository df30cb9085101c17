//! Forms of the back office that carry files, and files that it gives: what server functions cannot read or stream.

mod cover;
mod export;
mod import;
mod product;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use commerce::Error;

use crate::state::AppState;

/// Largest form with files, in bytes: five pictures of the largest size.
const LARGEST: usize = 64 * 1024 * 1024;

/// The addresses; a layer outside says who asks.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/fn/studio/product/save", post(product::save))
        .route("/fn/window/cover", post(cover::upload))
        .route("/fn/studio/import/check", post(import::check))
        .route("/studio/products.csv", get(export::csv))
        .layer(DefaultBodyLimit::max(LARGEST))
}

/// Back to a page with what went wrong, as the plain forms of server functions do.
fn back(page: &str, error: &Error, caller: app::context::Caller) -> Response {
    let code = app::problem(error, caller.locale).code;
    let mark = if page.contains('?') { '&' } else { '?' };
    Redirect::to(&format!("{page}{mark}error={code}")).into_response()
}
