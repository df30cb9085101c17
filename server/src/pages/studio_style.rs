//! The stylesheet of the back office, apart from the shop's: no viewer waits for it.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::LazyLock,
};

use axum::{
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};

/// One file per component or screen, in the order of the cascade.
const SHEET: &str = concat!(
    include_str!("../../../style/studio/shell.css"),
    include_str!("../../../style/studio/opening.css"),
    include_str!("../../../style/studio/review.css"),
    include_str!("../../../style/studio/products.css"),
    include_str!("../../../style/studio/editor.css"),
    include_str!("../../../style/studio/clips.css"),
    include_str!("../../../style/studio/deposit.css"),
    include_str!("../../../style/studio/affiliate.css"),
    include_str!("../../../style/studio/window.css"),
    include_str!("../../../style/studio/tables.css"),
    include_str!("../../../style/studio/violations.css"),
);

static ETAG: LazyLock<String> = LazyLock::new(|| etag_of(SHEET));

/// `GET /studio.css`: asked for again each time, sent again when the release is another.
pub async fn studio_style(headers: HeaderMap) -> Response {
    sheet(SHEET, &ETAG, &headers)
}

/// What a sheet with this text is known by.
pub fn etag_of(text: &str) -> String {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    format!("W/\"{:016x}\"", hasher.finish())
}

/// A sheet, or the news that the browser has it.
pub fn sheet(text: &'static str, etag: &'static str, headers: &HeaderMap) -> Response {
    let known = headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == etag.as_bytes());
    let told = [(header::ETAG, etag), (header::CACHE_CONTROL, "no-cache")];
    if known {
        return (StatusCode::NOT_MODIFIED, told).into_response();
    }
    (told, [(header::CONTENT_TYPE, "text/css; charset=utf-8")], text).into_response()
}
