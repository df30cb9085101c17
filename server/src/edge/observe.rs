//! Every request has an id, a line in the log and its place in the figures. Neither names a person:
//! the route's template stands for the address, and query, body and caller stay out.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::Instant,
};

use axum::{
    extract::{MatchedPath, Request},
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use tracing::Instrument;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Counts up from the start of the process, so that an id costs no randomness.
static COUNT: AtomicU64 = AtomicU64::new(0);

/// What stands for an address that has no route, so that a scan does not fill the figures.
const NO_ROUTE: &str = "other";

/// Wraps the whole answer: id in, line and figures out.
pub async fn layer(request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let id = request.headers().get(REQUEST_ID).filter(|id| is_plain(id)).cloned().unwrap_or_else(new_id);
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let name = route.as_ref().map_or(NO_ROUTE, |route| template(route.as_str()));
    let span = tracing::info_span!("request", id = id.to_str().unwrap_or_default(), %method, route = name);
    let mut response = next.run(request).instrument(span.clone()).await;
    let took = begun.elapsed();
    let status = response.status().as_u16();
    span.in_scope(|| {
        if status >= 500 {
            tracing::error!(status, ?took, "answered");
        } else {
            tracing::debug!(status, ?took, "answered");
        }
    });
    crate::ops::metrics::answered(method.as_str(), name, status, took);
    response.headers_mut().insert(REQUEST_ID, id);
    response
}

/// Files have one name for all of them.
fn template(route: &str) -> &str {
    if route.starts_with("/pkg") { "/pkg" } else { route }
}

/// What a proxy gave may go into the log as it is.
fn is_plain(id: &HeaderValue) -> bool {
    let id = id.as_bytes();
    (1..=64).contains(&id.len()) && id.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
}

fn new_id() -> HeaderValue {
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let process = std::process::id();
    HeaderValue::try_from(format!("{process:x}-{count:x}")).unwrap_or(HeaderValue::from_static("none"))
}
