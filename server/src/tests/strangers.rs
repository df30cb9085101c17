//! What belongs to others does not exist.

use axum::http::StatusCode;
use serde_json::json;
use uuid::Uuid;

use super::Server;

#[tokio::test]
async fn unknown_and_malformed_ids_are_not_found() {
    let server = Server::new().await;
    let guest = server.guest();
    for id in
        [Uuid::nil().to_string(), Uuid::from_u128(7).to_string(), "x".into(), "%00".into(), "..%2F..%2Fetc".into()]
    {
        for (method, path) in [
            ("GET", format!("/products/{id}")),
            ("GET", format!("/products/{id}/skus")),
            ("GET", format!("/videos/{id}")),
            ("GET", format!("/orders/{id}")),
            ("POST", format!("/orders/{id}/cancel")),
            ("POST", format!("/orders/{id}/confirm-receipt")),
            ("GET", format!("/payments/{id}")),
            ("DELETE", format!("/cart/lines/{id}")),
            ("DELETE", format!("/addresses/{id}")),
            ("GET", format!("/creators/{id}")),
        ] {
            let answer = server.call(method, &path, &guest, &json!({})).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{method} {path}: {}", answer.body);
            assert_eq!(answer.problem(), "not_found", "{path}");
        }
    }
}

#[tokio::test]
async fn an_address_is_its_owners_alone() {
    let server = Server::new().await;
    let (owner, other) = (server.account("a@shop.test").await, server.account("b@shop.test").await);
    let address = json!({ "name": "林小满", "phone": "13800138000", "province": "浙江省", "city": "杭州市", "line1": "龙井路 1 号" });
    let kept = server.call("POST", "/addresses", &owner, &address).await;
    assert_eq!(kept.status, StatusCode::CREATED, "{}", kept.body);
    let path = format!("/addresses/{}", kept.json()["id"].as_str().unwrap());
    for method in ["PUT", "DELETE"] {
        assert_eq!(server.call(method, &path, &other, &address).await.status, StatusCode::NOT_FOUND, "{method}");
    }
    assert_eq!(server.call("GET", "/addresses", &other, &json!({})).await.json()["items"], json!([]));
    assert_eq!(server.call("DELETE", &path, &owner, &json!({})).await.status, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn files_outside_the_store_are_not_found() {
    let server = Server::new().await;
    for path in [
        "/media/x/1.webp",
        "/media/00000000-0000-0000-0000-000000000000/..%2F..%2Fsecret",
        "/pkg/..%2F..%2FCargo.toml",
        "/..%2Fdata%2Fsecret",
    ] {
        assert_eq!(server.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}
