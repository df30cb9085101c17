//! Another site's page cannot act for our visitor.

use axum::http::{Request, StatusCode};

use super::Server;

#[tokio::test]
async fn foreign_pages_are_refused() {
    let server = Server::new().await;
    for (name, value) in [("origin", "https://evil.test"), ("origin", "null"), ("sec-fetch-site", "cross-site")] {
        for path in ["/fn/anything", "/orders", "/api/v1/quotes", "/dev/clock"] {
            let request = Request::post(path).header("host", "shop.test").header(name, value);
            let answer = server.send(request, "").await;
            assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::FORBIDDEN, "forbidden"), "{path}");
        }
    }
}

#[tokio::test]
async fn our_own_pages_and_plain_clients_are_not() {
    let server = Server::new().await;
    let plain = Request::post("/api/v1/sessions/guest");
    assert_eq!(server.send(plain, "").await.status, StatusCode::CREATED);
    let own = Request::post("/api/v1/sessions/guest").header("host", "shop.test").header("origin", "http://shop.test");
    assert_eq!(server.send(own.header("sec-fetch-site", "same-origin"), "").await.status, StatusCode::CREATED);
}
