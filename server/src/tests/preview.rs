use axum::http::{
    Request, StatusCode,
    header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, SET_COOKIE},
};
use chrono::TimeDelta;
use commerce::{Actor, showcase::NewCreator};
use shared::{LocalText, MediaId};

use super::Server;

/// A creator without goods.
async fn stall(server: &Server) {
    let words = |text: &str| LocalText { zh: text.into(), en: text.into() };
    let new = NewCreator {
        handle: "stall".parse().unwrap(),
        shop: None,
        name: words("Stall"),
        bio: words("Bio"),
        avatar: MediaId(uuid::Uuid::nil()),
        cover: MediaId(uuid::Uuid::nil()),
        verified: false,
        followers: 0,
    };
    server.commerce.showcase().add_creator(Actor::System, new).await.unwrap();
}

#[tokio::test]
async fn a_draft_is_framed_by_us_kept_nowhere_and_shown_by_a_good_token_only() {
    let server = Server::new().await;
    stall(&server).await;
    let handle = "stall".parse().unwrap();
    let token = async |lasts| server.commerce.showcase().preview_token(Actor::System, &handle, lasts).await.unwrap();

    let good = token(TimeDelta::hours(1)).await;
    let url = format!("/c/stall/showcase?preview={good}&theme=dark&lang=en");
    let draft = server.send(Request::get(&url), "").await;
    assert_eq!(draft.status, StatusCode::OK);
    assert!(draft.body.contains("data-preview-bar") && draft.body.contains("data-theme=\"dark\""), "{}", draft.body);
    let header = |name| draft.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    assert!(header(CONTENT_SECURITY_POLICY).contains("frame-ancestors 'self'"));
    assert_eq!((header(CACHE_CONTROL), header(REFERRER_POLICY)), ("private, no-store", "no-referrer"));
    let cookies: Vec<_> = draft.headers.get_all(SET_COOKIE).iter().filter_map(|value| value.to_str().ok()).collect();
    assert!(!cookies.iter().any(|cookie| cookie.starts_with("lang")), "{cookies:?}");

    let live = server.send(Request::get("/c/stall/showcase?theme=dark"), "").await;
    assert!(!live.body.contains("data-preview-bar") && !live.body.contains("data-theme=\"dark\""));
    assert!(live.headers[CONTENT_SECURITY_POLICY].to_str().unwrap().contains("frame-ancestors 'none'"));
    for view in ["showcase", "clip", "bag"] {
        let seen = server.get(&format!("/c/stall/showcase?preview={good}&view={view}&state=empty")).await;
        let header = |name: &str| seen.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        assert_eq!((seen.status, header("cache-control")), (StatusCode::OK, "private, no-store"), "{view}");
        assert_eq!(header("x-robots-tag"), "noindex, nofollow", "{view}");
        assert!(seen.body.contains("data-preview-bar") && seen.body.contains("noindex"), "{view}");
        for (token, status) in
            [(token(TimeDelta::seconds(-1)).await, StatusCode::GONE), ("forged".to_owned(), StatusCode::NOT_FOUND)]
        {
            let answer = server.get(&format!("/c/stall/showcase?preview={token}&view={view}&state=sold_out")).await;
            assert_eq!(answer.status, status, "{view}");
            assert!(!answer.body.contains("data-preview-bar"), "{view}");
        }
    }
}

/// What is said of a look counts for nothing without a token: the public page is the same page.
#[tokio::test]
async fn nobody_is_shown_a_state_without_a_token() {
    let server = Server::new().await;
    stall(&server).await;
    // Without what each answer has of its own.
    let alike = |body: &str| {
        let nonce = body.split_once("nonce=\"").and_then(|(_, rest)| rest.split_once('"')).unwrap().0;
        body.replace(nonce, "")
    };
    let plain = server.get("/c/stall/showcase").await;
    for query in ["view=bag", "view=clip", "state=sold_out", "state=empty", "view=bag&state=empty&preview="] {
        let asked = server.get(&format!("/c/stall/showcase?{query}")).await;
        assert_eq!(asked.status, StatusCode::OK, "{query}");
        assert!(!asked.body.contains("data-preview-bar") && !asked.body.contains("live-bag"), "{query}");
        assert_eq!(alike(&asked.body), alike(&plain.body), "{query}");
    }
}
