//! The codes that open a creator's pages on another device. Files of their own: most visitors never open
//! what shows them, and drawing one costs more than the page around it.

use app::qr_svg;
use axum::{
    extract::State,
    http::{
        StatusCode,
        header::{CACHE_CONTROL, CONTENT_TYPE},
    },
    response::{IntoResponse, Response},
};
use commerce::Commerce;
use shared::Handle;

use crate::api::{Failure, Path};

/// `GET /c/{handle}/qr.svg`
pub async fn creator(State(commerce): State<Commerce>, Path(handle): Path<Handle>) -> Result<Response, Failure> {
    Ok(code(&format!("{}/c/{handle}", commerce.config().base_url)))
}

/// `GET /c/{handle}/showcase/qr.svg`
pub async fn showcase(State(commerce): State<Commerce>, Path(handle): Path<Handle>) -> Result<Response, Failure> {
    Ok(code(&format!("{}/c/{handle}/showcase", commerce.config().base_url)))
}

fn code(url: &str) -> Response {
    match qr_svg(url) {
        Some(svg) => ([(CONTENT_TYPE, "image/svg+xml"), (CACHE_CONTROL, "public, max-age=86400")], svg).into_response(),
        None => StatusCode::URI_TOO_LONG.into_response(),
    }
}
