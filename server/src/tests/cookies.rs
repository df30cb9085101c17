//! What a browser is given to remember.

use axum::http::Request;

use super::Server;

#[tokio::test]
async fn the_first_page_brings_a_session() {
    let server = Server::new().await;
    let first = server.get("/cart").await;
    let cookie = first.cookies()[0];
    assert!(cookie.starts_with("vitrine_session="), "{cookie}");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && !cookie.contains("Secure"), "{cookie}");
    let known = cookie.split(';').next().unwrap();
    assert!(server.send(Request::get("/cart").header("cookie", known), "").await.cookies().is_empty());
}

#[tokio::test]
async fn https_pins_it_to_the_host() {
    let server = Server::at("https://shop.test", 8).await;
    let cookie = server.get("/cart").await.cookies()[0].to_owned();
    assert!(cookie.starts_with("__Host-vitrine_session=") && cookie.contains("Secure"), "{cookie}");
}

#[tokio::test]
async fn a_session_that_has_ended_becomes_a_new_guest() {
    let server = Server::new().await;
    for path in ["/cart", "/"] {
        let answer = server.send(Request::get(path).header("cookie", "vitrine_session=rubbish"), "").await;
        assert!(answer.cookies()[0].starts_with("vitrine_session="), "{path}");
    }
}

#[tokio::test]
async fn a_chosen_language_is_remembered() {
    let server = Server::new().await;
    for path in ["/?lang=en", "/cart?lang=en"] {
        let answer = server.get(path).await;
        assert!(answer.cookies().iter().any(|cookie| cookie.starts_with("lang=en;")), "{path}");
        assert!(answer.body.contains("lang=\"en\""), "{path}");
    }
    let later = server.send(Request::get("/").header("cookie", "lang=en").header("accept-language", "zh"), "").await;
    assert!(later.body.contains("lang=\"en\""));
}

#[tokio::test]
async fn what_is_the_same_for_everyone_brings_none() {
    let server = Server::new().await;
    for path in ["/healthz", "/readyz", "/metrics", "/robots.txt", "/api/v1/openapi.json", "/api/v1/products"] {
        assert!(server.get(path).await.cookies().is_empty(), "{path}");
    }
}
