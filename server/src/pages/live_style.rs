//! The stylesheet of live rooms, apart from the shop's: only who watches one waits for it.

use std::sync::LazyLock;

use axum::{http::HeaderMap, response::Response};

use super::studio_style::{etag_of, sheet};

/// One file per part of the room, in the order of the cascade.
const SHEET: &str = concat!(include_str!("../../../style/live/room.css"), include_str!("../../../style/live/bag.css"),);

static ETAG: LazyLock<String> = LazyLock::new(|| etag_of(SHEET));

/// `GET /live.css`: as that of the back office.
pub async fn live_style(headers: HeaderMap) -> Response {
    sheet(SHEET, &ETAG, &headers)
}
