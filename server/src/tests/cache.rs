//! Pages from memory are everybody's; what is one visitor's is never in them.

use axum::http::{Request, StatusCode};

use super::Server;

/// The nonce that the policy of an answer allows.
fn nonce(policy: &str) -> &str {
    policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap()
}

#[tokio::test]
async fn two_visitors_share_a_page_and_nothing_else() {
    let server = Server::new().await;
    let (first, second) = (server.get("/").await, server.get("/").await);
    assert_eq!((first.status, second.status), (StatusCode::OK, StatusCode::OK), "{}", first.body);
    let nonces = (nonce(first.header("content-security-policy")), nonce(second.header("content-security-policy")));
    assert_ne!(nonces.0, nonces.1);
    for (answer, own, other) in [(&first, nonces.0, nonces.1), (&second, nonces.1, nonces.0)] {
        assert!(answer.body.contains(own) && !answer.body.contains(other));
    }
    assert_eq!(first.body.replace(nonces.0, ""), second.body.replace(nonces.1, ""));
    assert_ne!(first.cookies(), second.cookies());
    let token = first.cookies()[0].split(['=', ';']).nth(1).unwrap();
    assert!(!second.body.contains(token) && !first.body.contains(token));
}

#[tokio::test]
async fn language_and_colours_are_kept_apart() {
    let server = Server::new().await;
    let ask = |cookie| server.send(Request::get("/").header("cookie", cookie), "");
    let (zh, en, dark) = (ask("lang=zh-CN").await, ask("lang=en").await, ask("lang=en; theme=dark").await);
    assert!(zh.body.contains("lang=\"zh-CN\"") && en.body.contains("lang=\"en\""));
    assert!(dark.body.contains("data-theme=\"dark\"") && !en.body.contains("data-theme=\"dark\""));
}

#[tokio::test]
async fn what_the_browser_has_is_not_sent_again_until_it_changes() {
    let server = Server::new().await;
    let first = server.get("/search?q=x").await;
    let etag = first.header("etag").to_owned();
    assert!(etag.starts_with("W/\""), "{:?}", first.headers);
    let again = || server.send(Request::get("/search?q=x").header("if-none-match", &etag), "");
    let known = again().await;
    assert_eq!(
        (known.status, known.body.as_str(), known.header("content-security-policy")),
        (StatusCode::NOT_MODIFIED, "", "")
    );
    server.changed.send_modify(|epoch| *epoch += 1);
    assert_eq!(again().await.status, StatusCode::NOT_MODIFIED, "rendered anew, the content is the same");
}

#[tokio::test]
async fn only_good_pages_are_kept_and_statuses_survive() {
    let server = Server::new().await;
    for _ in 0..2 {
        let answer = server.get("/p/00000000-0000-0000-0000-000000000000").await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert!(answer.body.contains(nonce(answer.header("content-security-policy"))));
    }
}

/// The head must wait for the record: as often as one likes, and not only when the database is fast.
#[tokio::test(flavor = "multi_thread")]
async fn every_stream_ends() {
    let server = Server::new().await;
    for number in 0..100 {
        let page = server.get(&format!("/p/00000000-0000-0000-0000-{number:012}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
        assert!(page.body.contains("</html>"), "{}", page.body);
    }
}
