//! Figures for Prometheus. Nothing in them leads to a person or an order.

use std::{sync::OnceLock, time::Duration};

use axum::{extract::State, http::header::CONTENT_TYPE};
use commerce::Commerce;
use metrics::{counter, gauge, histogram};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

const REQUESTS: &str = "vitrine_request_seconds";
/// Upper bounds in seconds: a cached page takes a tenth of a millisecond.
const BUCKETS: &[f64] = &[0.0002, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

static HANDLE: OnceLock<Option<PrometheusHandle>> = OnceLock::new();

fn handle() -> Option<&'static PrometheusHandle> {
    let install = || {
        let builder = PrometheusBuilder::new().set_buckets_for_metric(Matcher::Full(REQUESTS.into()), BUCKETS);
        let installed = builder.map(PrometheusBuilder::install_recorder);
        installed.ok().and_then(Result::ok)
    };
    HANDLE.get_or_init(install).as_ref()
}

/// Starts collecting; call once before the first request.
pub fn start() {
    if handle().is_none() {
        tracing::warn!("no metrics: another recorder is installed");
    }
}

/// Drops what has been rendered long ago; call now and then.
pub fn tidy() {
    if let Some(handle) = handle() {
        handle.run_upkeep();
    }
}

/// `GET /metrics`
pub async fn render(State(commerce): State<Commerce>) -> impl axum::response::IntoResponse {
    counter!("vitrine_db_queries_total").absolute(commerce.db().queries());
    let text = handle().map(PrometheusHandle::render).unwrap_or_default();
    ([(CONTENT_TYPE, "text/plain; version=0.0.4")], text)
}

/// A request to `route` (its template) was answered.
pub fn answered(method: &str, route: &str, status: u16, took: Duration) {
    let class = ["1xx", "2xx", "3xx", "4xx", "5xx"].get(usize::from(status / 100).wrapping_sub(1)).unwrap_or(&"other");
    let labels = [("method", method.to_owned()), ("route", route.to_owned()), ("status", (*class).to_owned())];
    histogram!(REQUESTS, &labels).record(took.as_secs_f64());
}

/// Something happened in the shop, such as `order.placed` or `payment.paid`.
pub fn happened(kind: &str) {
    counter!("vitrine_events_total", "kind" => kind.to_owned()).increment(1);
}

/// How long ago the outbox was read to its end.
pub fn outbox_lag(lag: Duration) {
    gauge!("vitrine_outbox_lag_seconds").set(lag.as_secs_f64());
}

/// So many things became due and were done.
pub fn timers_ran(count: u64) {
    counter!("vitrine_timers_total").increment(count);
}
