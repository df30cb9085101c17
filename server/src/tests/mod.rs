//! The server by its behaviour, asked as a browser or a client would ask it.

mod again;
mod cache;
mod cookies;
mod csrf;
mod description;
mod edge;
mod films;
mod malformed;
mod papers;
mod preview;
mod strangers;
mod uploads;
mod violations;

use std::sync::Arc;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, header::SET_COOKIE, request::Builder},
};
use commerce::{Actor, Clock, Commerce, Config, Db, media::Store, migrate};
use leptos::config::LeptosOptions;
use serde_json::Value;
use shared::dto::Credentials;
use tempfile::TempDir;
use tokio::sync::watch;
use tower::ServiceExt;

use crate::{gateways, pages::PageCache, router::router, state::AppState};

/// Longer than anything the shop answers in a test.
const LONGEST: usize = 4 * 1024 * 1024;

/// A server over an empty shop.
struct Server {
    router: Router,
    commerce: Commerce,
    /// Says that something changed which pages show.
    changed: watch::Sender<u64>,
    /// Holds the database for as long as the server.
    _folder: TempDir,
}

/// What came back.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Server {
    async fn new() -> Self {
        Self::at("http://shop.test", 64).await
    }

    async fn at(base_url: &str, max_requests: usize) -> Self {
        let folder = TempDir::new().unwrap();
        let url = format!("sqlite://{}/shop.db", folder.path().display());
        migrate(&url).await.unwrap();
        let config = Config::new(base_url.to_owned(), [7; 32], true);
        let (gateway, carrier) = (gateways::payment(&config, ([127, 0, 0, 1], 1).into()), gateways::carrier());
        let (db, files) = (Db::connect(&url).await.unwrap(), Store::open("memory://").unwrap());
        let commerce = Commerce::new(db, Clock::system(), config, files, Arc::from(gateway), Arc::from(carrier));
        let (changed, epoch) = watch::channel(0);
        let leptos = LeptosOptions::builder().output_name("vitrine").build();
        let state = AppState::new(commerce.clone(), leptos, Some(PageCache::new(epoch)), max_requests);
        Self { router: router(state), commerce, changed, _folder: folder }
    }

    async fn send(&self, request: Builder, body: impl Into<Body>) -> Answer {
        let response = self.router.clone().oneshot(request.body(body.into()).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, LONGEST).await.unwrap();
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&body).into_owned() }
    }

    async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path), "").await
    }

    /// A JSON request of the API by the holder of `token`.
    async fn call(&self, method: &str, path: &str, token: &str, body: &Value) -> Answer {
        let request = Request::builder().method(method).uri(format!("/api/v1{path}"));
        let request = request.header("content-type", "application/json").header("idempotency-key", "k");
        let request =
            if token.is_empty() { request } else { request.header("authorization", format!("Bearer {token}")) };
        self.send(request, body.to_string()).await
    }

    fn guest(&self) -> String {
        self.commerce.identity().open_guest().token
    }

    /// The token of a new account.
    async fn account(&self, email: &str) -> String {
        let email = shared::Email::try_from(email.to_owned()).unwrap();
        let identity = self.commerce.identity();
        identity.create_account(Actor::System, email.clone(), "correct horse", "Name", false).await.unwrap();
        let credentials = Credentials::Password { email, password: "correct horse".into() };
        identity.sign_in(Actor::Nobody, credentials).await.unwrap().token
    }
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_default()
    }

    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    fn cookies(&self) -> Vec<&str> {
        self.headers.get_all(SET_COOKIE).iter().map(|cookie| cookie.to_str().unwrap()).collect()
    }

    /// Asserts that this is a complete problem document, and gives its code.
    fn problem(&self) -> String {
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.body);
        let problem = self.json();
        assert_eq!(problem["status"], self.status.as_u16());
        assert!(problem["title"].as_str().is_some_and(|title| !title.is_empty()), "{problem}");
        problem["code"].as_str().unwrap().to_owned()
    }
}
