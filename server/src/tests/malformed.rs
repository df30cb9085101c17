//! Whatever is wrong with a request, the answer is a problem document that says what.

use axum::http::{Request, StatusCode};
use serde_json::json;

use super::Server;

#[tokio::test]
async fn an_address_that_does_not_exist() {
    let server = Server::new().await;
    let answer = server.get("/api/v1/nothing").await;
    assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::NOT_FOUND, "not_found"));
}

#[tokio::test]
async fn a_method_that_is_not_allowed() {
    let server = Server::new().await;
    let answer = server.send(Request::delete("/api/v1/products"), "").await;
    assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed"));
}

#[tokio::test]
async fn a_body_of_another_format() {
    let server = Server::new().await;
    for kind in ["text/plain", "application/x-www-form-urlencoded", ""] {
        let answer = server.send(Request::post("/api/v1/quotes").header("content-type", kind), "{}").await;
        assert_eq!(
            (answer.status, answer.problem().as_str()),
            (StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_media")
        );
    }
}

#[tokio::test]
async fn a_body_that_is_too_large() {
    let server = Server::new().await;
    let request = Request::post("/api/v1/quotes").header("content-type", "application/json");
    let answer = server.send(request, " ".repeat(70_000)).await;
    assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::PAYLOAD_TOO_LARGE, "too_large"));
}

#[tokio::test]
async fn fields_are_named() {
    let server = Server::new().await;
    for (path, body, field) in [
        ("/codes", json!({ "phone": "1" }), "phone"),
        ("/codes", json!({}), "phone"),
        ("/cart/lines", json!({ "sku_id": "x", "quantity": 1 }), "sku_id"),
        ("/cart/lines", json!({ "sku_id": uuid::Uuid::nil(), "quantity": 0 }), "quantity"),
        (
            "/orders/00000000-0000-0000-0000-000000000000/shipments",
            json!({ "items": [{ "line_id": 1 }] }),
            "items[0].line_id",
        ),
    ] {
        let answer = server.call("POST", path, "", &body).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}: {}", answer.body);
        assert_eq!(answer.problem(), "validation");
        assert_eq!(answer.json()["fields"][0]["field"], field, "{path}");
    }
}

#[tokio::test]
async fn what_is_not_even_json() {
    let server = Server::new().await;
    let request = || Request::post("/api/v1/quotes").header("content-type", "application/json");
    for body in ["", "{", "[]", "{} {}", "\u{0}", &"[".repeat(10_000)] {
        let answer = server.send(request(), body.to_owned()).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
        assert_eq!(answer.problem(), "validation");
    }
}

#[tokio::test]
async fn query_strings() {
    let server = Server::new().await;
    for (query, field) in [("limit=x", "limit"), ("limit=-1", "limit"), ("creator=..", "creator")] {
        let answer = server.get(&format!("/api/v1/products?{query}")).await;
        assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "validation"));
        assert_eq!(answer.json()["fields"][0]["field"], field, "{query}");
    }
}

#[tokio::test]
async fn a_purchase_without_its_key() {
    let server = Server::new().await;
    for key in [None, Some(""), Some("a b"), Some("ü")] {
        let request = Request::post("/api/v1/orders").header("content-type", "application/json");
        let request = if let Some(key) = key { request.header("idempotency-key", key.as_bytes()) } else { request };
        let answer = server.send(request, "{}").await;
        assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "validation"));
        assert_eq!(answer.json()["fields"][0]["field"], "Idempotency-Key");
    }
}

#[tokio::test]
async fn a_token_that_is_not_good() {
    let server = Server::new().await;
    for header in ["Bearer x", "Bearer ", "Basic abc", "nonsense"] {
        let answer = server.send(Request::get("/api/v1/me").header("authorization", header), "").await;
        assert_eq!(
            (answer.status, answer.problem().as_str()),
            (StatusCode::UNAUTHORIZED, "unauthenticated"),
            "{header}"
        );
    }
}

#[tokio::test]
async fn refusals_speak_the_callers_language() {
    let server = Server::new().await;
    let ask = |tag| server.send(Request::get("/api/v1/nothing").header("accept-language", tag), "");
    let (zh, en) = (ask("zh-CN").await, ask("en").await);
    assert_ne!(zh.json()["title"], en.json()["title"]);
}
