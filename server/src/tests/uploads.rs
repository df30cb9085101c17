//! Films by the tus protocol, as its clients speak it.

use axum::http::{Request, StatusCode};
use base64::{Engine, prelude::BASE64_STANDARD};
use commerce::{Actor, catalog::NewShop};
use shared::{BuyerId, FreightRule, FreightTemplate, FreightUnit, LocalText, Role, ShopId};

use super::{Answer, Server};

/// A shop, and the token of its owner.
pub async fn shop(server: &Server) -> (ShopId, String) {
    let catalog = server.commerce.catalog();
    let everywhere =
        FreightRule { provinces: vec!["*".into()], first_units: 1, first_fen: 0, next_units: 1, next_fen: 0 };
    let template =
        FreightTemplate { by: FreightUnit::Piece, free_from_fen: None, rules: vec![everywhere], no_delivery: vec![] };
    let freight = catalog.add_freight(Actor::System, template).await.unwrap();
    let name = LocalText { zh: "茶".into(), en: "Tea".into() };
    let new = NewShop { name, logo: None, score_pct: 480, phone: "4001234567".into(), freight };
    let shop = catalog.add_shop(Actor::System, new).await.unwrap();
    let token = server.account("owner@demo.test").await;
    let actor = server.commerce.identity().actor_of(&token).await.unwrap();
    let account: BuyerId = actor.require_account().unwrap();
    server.commerce.identity().add_member(Actor::System, shop, account, Role::Owner).await.unwrap();
    (shop, token)
}

async fn tus(server: &Server, method: &str, path: &str, token: &str, more: &[(&str, &str)], body: &[u8]) -> Answer {
    let mut request = Request::builder().method(method).uri(path).header("tus-resumable", "1.0.0");
    if !token.is_empty() {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    for (name, value) in more {
        request = request.header(*name, *value);
    }
    server.send(request, body.to_vec()).await
}

async fn create(server: &Server, shop: ShopId, token: &str, length: &str) -> Answer {
    let meta =
        format!("filename {},shop {}", BASE64_STANDARD.encode("a.mp4"), BASE64_STANDARD.encode(shop.to_string()));
    tus(server, "POST", "/uploads", token, &[("upload-length", length), ("upload-metadata", &meta)], b"").await
}

const PICTURE: &[u8] = include_bytes!("../../demo/media/book-moon.1200.webp");
const BYTES: (&str, &str) = ("content-type", "application/offset+octet-stream");

#[tokio::test]
async fn a_film_comes_in_pieces() {
    let server = Server::new().await;
    let (shop, token) = shop(&server).await;
    let made = create(&server, shop, &token, "11").await;
    assert_eq!((made.status, made.header("upload-offset")), (StatusCode::CREATED, "0"));
    let place = made.header("location").to_owned();
    assert!(made.header("upload-expires").ends_with("GMT"));

    let sent = tus(&server, "PATCH", &place, &token, &[BYTES, ("upload-offset", "0")], b"hello ").await;
    assert_eq!((sent.status, sent.header("upload-offset")), (StatusCode::NO_CONTENT, "6"));
    let again = tus(&server, "PATCH", &place, &token, &[BYTES, ("upload-offset", "0")], b"hello ").await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    let head = tus(&server, "HEAD", &place, &token, &[], b"").await;
    assert_eq!(
        (head.header("upload-offset"), head.header("upload-length"), head.header("cache-control")),
        ("6", "11", "no-store")
    );

    let sum = ("upload-checksum", "sha1 qvTGHdzF6KLavt4PO0gs2a6pQ00=");
    let wrong = tus(&server, "PATCH", &place, &token, &[BYTES, ("upload-offset", "6"), sum], b"hellO").await;
    assert_eq!(wrong.status.as_u16(), 460);
    let rest = tus(&server, "PATCH", &place, &token, &[BYTES, ("upload-offset", "6"), sum], b"hello").await;
    assert_eq!((rest.status, rest.header("upload-offset")), (StatusCode::NO_CONTENT, "11"));
    // It is none; the reason is where its sender looks.
    server.commerce.video().take_in(Actor::System).await.unwrap();
    let id = place.rsplit('/').next().unwrap();
    let told = tus(&server, "GET", &format!("/studio/clips/{id}/progress"), &token, &[], b"").await;
    assert_eq!(told.header("content-type"), "text/event-stream");
    assert!(told.body.contains(r#""fault":"not_mp4""#), "{}", told.body);
    assert_eq!(tus(&server, "DELETE", &place, &token, &[], b"").await.status, StatusCode::NO_CONTENT);
    assert_eq!(tus(&server, "HEAD", &place, &token, &[], b"").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_picture_takes_the_same_road() {
    let server = Server::new().await;
    let (shop, token) = shop(&server).await;
    let begin = async |length: usize, purpose: &str| {
        let encode = |text: &str| BASE64_STANDARD.encode(text);
        let meta =
            format!("filename {},shop {},purpose {}", encode("a.png"), encode(&shop.to_string()), encode(purpose));
        let length = length.to_string();
        let more = [("upload-length", length.as_str()), ("upload-metadata", &meta)];
        tus(&server, "POST", "/uploads", &token, &more, b"").await
    };
    assert_eq!(begin(1, "paper").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(begin(12 * 1024 * 1024 + 1, "picture").await.problem(), "too_large");
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".as_slice();
    for (bytes, told) in [(PICTURE, r#""widths":["#), (svg, r#""fault":"not_picture""#)] {
        let place = begin(bytes.len(), "picture").await.header("location").to_owned();
        let sent = tus(&server, "PATCH", &place, &token, &[BYTES, ("upload-offset", "0")], bytes).await;
        assert_eq!(sent.status, StatusCode::NO_CONTENT);
        let waits = tus(&server, "GET", &place, &token, &[], b"").await;
        assert!(waits.body.contains(r#""state":"checking""#), "{}", waits.body);
        assert!(server.commerce.media().take_in_picture(Actor::System).await.unwrap());
        let known = tus(&server, "GET", &place, &token, &[], b"").await;
        assert!(known.body.contains(told), "{}", known.body);
        assert_eq!(known.header("cache-control"), "no-store");
        assert_eq!(tus(&server, "GET", &place, "", &[], b"").await.status, StatusCode::NOT_FOUND);
        let id = place.rsplit('/').next().unwrap();
        let file = server.get(&format!("/media/{id}/160.webp")).await;
        assert_eq!(file.status == StatusCode::OK, bytes == PICTURE);
        assert!(!file.header("content-type").contains("svg") && !file.header("content-type").contains("html"));
    }
}

#[tokio::test]
async fn what_is_too_large_is_refused_before_it_is_sent() {
    let server = Server::new().await;
    let (shop, token) = shop(&server).await;
    let huge = create(&server, shop, &token, "2147483648").await;
    assert_eq!((huge.status, huge.problem().as_str()), (StatusCode::PAYLOAD_TOO_LARGE, "too_large"));
    let can = server.send(Request::options("/uploads"), "").await;
    assert_eq!((can.header("tus-max-size"), can.header("tus-version")), ("524288000", "1.0.0"));
    for length in ["", "-1", "1e3", "99999999999999999999"] {
        assert_eq!(create(&server, shop, &token, length).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{length}");
    }
    let place = create(&server, shop, &token, "3").await.header("location").to_owned();
    let more = tus(&server, "PATCH", &place, &token, &[BYTES, ("upload-offset", "0")], b"four").await;
    assert_eq!(more.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn only_its_senders_know_of_it() {
    let server = Server::new().await;
    let (shop, token) = shop(&server).await;
    let place = create(&server, shop, &token, "3").await.header("location").to_owned();
    let stranger = server.account("stranger@demo.test").await;
    for token in ["", &server.guest(), &stranger] {
        assert!(matches!(create(&server, shop, token, "3").await.status.as_u16(), 401 | 403));
        for method in ["HEAD", "PATCH", "DELETE"] {
            let answer = tus(&server, method, &place, token, &[BYTES, ("upload-offset", "0")], b"abc").await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{method}");
        }
    }
    // A form of another site's page cannot send one either, whatever cookie goes with it.
    let foreign = Request::post("/uploads/form").header("sec-fetch-site", "cross-site");
    assert_eq!(server.send(foreign, "").await.status, StatusCode::FORBIDDEN);
    let old = Request::head(&place).header("tus-resumable", "0.2.2").header("authorization", format!("Bearer {token}"));
    let old = server.send(old, "").await;
    assert_eq!((old.status, old.header("tus-version")), (StatusCode::PRECONDITION_FAILED, "1.0.0"));
    let text =
        tus(&server, "PATCH", &place, &token, &[("content-type", "text/html"), ("upload-offset", "0")], b"abc").await;
    assert_eq!(text.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[tokio::test]
async fn a_plain_form_does_the_same() {
    let server = Server::new().await;
    let (shop, token) = shop(&server).await;
    let form = |film: &str| {
        format!(
            "--x\r\ncontent-disposition: form-data; name=\"shop\"\r\n\r\n{shop}\r\n--x\r\ncontent-disposition: form-data; name=\"film\"; filename=\"../../a.mp4\"\r\ncontent-type: video/mp4\r\n\r\n{film}\r\n--x--\r\n"
        )
    };
    let send = async |body: String| {
        let request = Request::post("/uploads/form").header("content-type", "multipart/form-data; boundary=x");
        server.send(request.header("authorization", format!("Bearer {token}")), body).await
    };
    let sent = send(form("<html><script>alert(1)</script>")).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let page = sent.header("location").to_owned();
    assert!(page.starts_with("/studio/clips/") && !page.contains("error"), "{page}");
    server.commerce.video().take_in(Actor::System).await.unwrap();
    let told = tus(&server, "GET", &format!("{page}/progress"), &token, &[], b"").await;
    assert!(told.body.contains(r#""fault":"not_mp4""#) && told.body.contains(r#""name":"a.mp4""#), "{}", told.body);
    assert_eq!(send(form("")).await.header("location"), "/studio/clips/new?error=validation&field=film");
    let half = form("abcdef").split_at(200).0.to_owned();
    assert_eq!(send(half).await.header("location"), "/studio/clips/new?error=validation&field=film");
}
