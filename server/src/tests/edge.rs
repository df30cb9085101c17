//! What surrounds every answer.

use axum::http::{Request, StatusCode};
use serde_json::json;

use super::Server;

#[tokio::test]
async fn every_answer_is_locked_down() {
    let server = Server::new().await;
    for path in ["/", "/nothing", "/healthz", "/api/v1/nothing", "/api/docs/"] {
        let answer = server.get(path).await;
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert!(!answer.header("referrer-policy").is_empty(), "{path}");
        assert!(!answer.header("x-request-id").is_empty(), "{path}");
    }
    for path in ["/", "/nothing", "/cart", "/api/docs/"] {
        let answer = server.get(path).await;
        let policy = answer.header("content-security-policy");
        assert!(
            policy.contains("frame-ancestors 'none'") && !policy.contains("script-src 'self' 'unsafe"),
            "{path}: {policy}"
        );
    }
}

#[tokio::test]
async fn a_proxys_request_id_is_kept_if_it_is_plain() {
    let server = Server::new().await;
    let ask = |id| server.send(Request::get("/healthz").header("x-request-id", id), "");
    assert_eq!(ask("abc-1").await.header("x-request-id"), "abc-1");
    assert_ne!(ask("a b<script>").await.header("x-request-id"), "a b<script>");
}

#[tokio::test]
async fn a_full_shop_says_so() {
    let server = Server::at("http://shop.test", 0).await;
    let answer = server.get("/api/v1/products").await;
    assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::SERVICE_UNAVAILABLE, "unavailable"));
    assert_eq!(answer.header("retry-after"), "1");
}

#[tokio::test]
async fn operations_answer() {
    let server = Server::new().await;
    for path in ["/healthz", "/readyz", "/metrics", "/robots.txt", "/sitemap.xml"] {
        let answer = server.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
    }
    assert!(server.get("/robots.txt").await.body.contains("http://shop.test/sitemap.xml"));
    assert!(server.get("/sitemap.xml").await.body.contains("<loc>http://shop.test/</loc>"));
}

#[tokio::test]
async fn the_clock_moves_and_says_where_it_stands() {
    let server = Server::new().await;
    let before = server.commerce.clock().now();
    let request = |body: serde_json::Value| {
        server.send(Request::post("/dev/clock").header("content-type", "application/json"), body.to_string())
    };
    let moved = request(json!({ "advance_seconds": 3600 })).await;
    assert_eq!(moved.status, StatusCode::OK, "{}", moved.body);
    assert!((server.commerce.clock().now() - before).num_seconds() >= 3600);
    for wrong in [json!({}), json!({ "advance_seconds": -1 }), json!({ "advance_seconds": i64::MAX })] {
        assert_eq!(request(wrong).await.problem(), "validation");
    }
}

#[tokio::test]
async fn answers_are_compressed_on_request() {
    let server = Server::new().await;
    let answer = server.send(Request::get("/api/v1/openapi.json").header("accept-encoding", "gzip"), "").await;
    assert_eq!(answer.header("content-encoding"), "gzip");
}
