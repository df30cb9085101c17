//! Two processes of the shop share one PostgreSQL: whichever a request reaches, it is one shop.
#![allow(clippy::unwrap_used, reason = "clippy.toml allows it in tests, but knows only functions marked #[test]")]

use std::{
    net::TcpListener,
    path::Path,
    process::{Child, Command, Stdio},
    sync::Arc,
    time::{Duration, Instant},
};

use commerce::{Actor, Clock, Commerce, Config, Db, media::Store, payment::SandboxGateway, shipping::SandboxCarrier};
use serde_json::{Value, json};
use shared::{Currency, Money, SkuId};
use tempfile::TempDir;

const SECRET: &str = "3f0a97c1d25e4b8860f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f7";
/// A price that nothing in the demo has.
const NEW_PRICE: i64 = 12_321;

/// One process; it ends with the test.
struct Node {
    process: Child,
    base: String,
    http: reqwest::Client,
}

impl Drop for Node {
    fn drop(&mut self) {
        _ = self.process.kill();
        _ = self.process.wait();
    }
}

impl Node {
    async fn start(database: &str, folder: &Path) -> Self {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let process = Command::new(env!("CARGO_BIN_EXE_vitrine"))
            .args(["serve", "--demo"])
            .current_dir(folder)
            .env("DATABASE_URL", database)
            .env("VITRINE_ADDR", address.to_string())
            .env("VITRINE_MEDIA", format!("file://{}/media", folder.display()))
            .env("VITRINE_SECRET", SECRET)
            .env("RUST_LOG", "warn")
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let mut node = Self { process, base: format!("http://{address}"), http: reqwest::Client::new() };
        let started = Instant::now();
        while !node.is_ready().await {
            assert!(node.process.try_wait().unwrap().is_none(), "the node ended; it says why above");
            assert!(started.elapsed() < Duration::from_secs(120), "the node does not get ready");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        node
    }

    async fn is_ready(&self) -> bool {
        self.http.get(format!("{}/readyz", self.base)).send().await.is_ok_and(|answer| answer.status().is_success())
    }

    async fn page(&self, path: &str) -> String {
        self.http.get(format!("{}{path}", self.base)).send().await.unwrap().text().await.unwrap()
    }

    async fn get(&self, token: &str, path: &str) -> Value {
        answer(as_buyer(token, self.http.get(format!("{}{path}", self.base)))).await
    }

    async fn post(&self, token: &str, path: &str, body: Value) -> Value {
        let request = as_buyer(token, self.http.post(format!("{}{path}", self.base)));
        let request = request.header("idempotency-key", Clock::system().new_id().to_string());
        answer(request.header("content-type", "application/json").body(body.to_string())).await
    }
}

/// An empty token is a visitor nobody knows yet.
fn as_buyer(token: &str, request: reqwest::RequestBuilder) -> reqwest::RequestBuilder {
    if token.is_empty() { request } else { request.bearer_auth(token) }
}

async fn answer(request: reqwest::RequestBuilder) -> Value {
    let answer = request.send().await.unwrap();
    let (status, text) = (answer.status(), answer.text().await.unwrap());
    assert!(status.is_success(), "{status}: {text}");
    serde_json::from_str(&text).unwrap()
}

fn address() -> Value {
    json!({ "name": "林小满", "phone": "13800138000", "country": "CN", "province": "浙江省", "city": "杭州市",
        "district": "西湖区", "line1": "龙井路 1 号", "postcode": "310013" })
}

/// A product with pieces: its id and its first variant.
async fn something(node: &Node) -> (String, Value) {
    let page = node.get("", "/api/v1/products?limit=24&creator=books").await;
    let items = page["items"].as_array().unwrap();
    let id = items.iter().find(|item| item["stock"].as_i64() > Some(20)).unwrap()["id"].as_str().unwrap().to_owned();
    let product = node.get("", &format!("/api/v1/products/{id}")).await;
    (id, product["skus"][0].clone())
}

/// Fills a bag on one node, orders on the other and starts paying on the first; returns order and payment.
async fn order(one: &Node, other: &Node, token: &str, sku: &Value) -> (String, String) {
    let line = json!({ "sku_id": sku["id"], "quantity": 1 });
    one.post(token, "/api/v1/cart/lines", line).await;
    let quote = other.post(token, "/api/v1/quotes", json!({ "cart": true, "address": address() })).await;
    let request = json!({ "cart": true, "address": address(), "expected_total": quote["total"] });
    let placed = other.post(token, "/api/v1/orders", request).await;
    let id = placed["orders"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(one.get(token, "/api/v1/cart").await["pieces"], 0, "the bag is empty on both");
    let payment = one.post(token, &format!("/api/v1/orders/{id}/payments"), json!({ "method": "wechat" })).await;
    (id, payment["payment_id"].as_str().unwrap().to_owned())
}

/// The shop without a server, for what has no address of its own yet.
async fn backdoor(database: &str) -> Commerce {
    let config = Config::new("http://nowhere.test".into(), [7; 32], true);
    let gateway = SandboxGateway::over_http("http://nowhere.test", &config.secret);
    let (db, files) = (Db::connect(database).await.unwrap(), Store::open("memory://").unwrap());
    Commerce::new(db, Clock::system(), config, files, Arc::new(gateway), Arc::new(SandboxCarrier))
}

#[tokio::test]
async fn two_processes_are_one_shop() {
    let server = std::env::var("TEST_POSTGRES_URL")
        .expect("TEST_POSTGRES_URL is not set: run the tests as `scripts/with-postgres cargo test`");
    let name = format!("nodes_{}", Clock::system().new_id().simple());
    let create = format!("CREATE DATABASE {name}");
    assert!(Command::new("psql").args([&format!("{server}/postgres"), "-qc", &create]).status().unwrap().success());
    let database = format!("{server}/{name}");
    let folder = TempDir::new().unwrap();
    let a = Node::start(&database, folder.path()).await;
    let b = Node::start(&database, folder.path()).await;

    let token = a.post("", "/api/v1/sessions/guest", json!({})).await["token"].as_str().unwrap().to_owned();
    let (product, sku) = something(&a).await;

    // The provider tells the node it was asked through, here each of them once.
    let mut orders = Vec::new();
    for (one, other) in [(&a, &b), (&b, &a)] {
        let (id, payment) = order(one, other, &token, &sku).await;
        other.post("", &format!("/sandbox/payments/{payment}"), json!({ "outcome": "success" })).await;
        for node in [one, other] {
            assert_eq!(node.get(&token, &format!("/api/v1/orders/{id}")).await["state"], "to_ship");
        }
        orders.push(id);
    }

    // Both clocks pass the minute after which the demo ships, at the same time.
    let step = json!({ "advance_seconds": 120 });
    tokio::join!(a.post("", "/dev/clock", step.clone()), b.post("", "/dev/clock", step));
    for id in &orders {
        let order = a.get(&token, &format!("/api/v1/orders/{id}")).await;
        assert_eq!(order["state"], "shipped", "{order}");
        assert_eq!(order["shipments"].as_array().unwrap().len(), 1, "shipped once: {order}");
    }

    // Both have the page in memory when its price changes elsewhere.
    let path = format!("/p/{product}");
    for node in [&a, &b] {
        node.page(&path).await;
        assert!(!node.page(&path).await.contains("123.21"));
    }
    let id: SkuId = sku["id"].as_str().unwrap().parse().unwrap();
    let seen = serde_json::from_value(sku["price"].clone()).unwrap();
    let shop = backdoor(&database).await;
    shop.catalog().set_price(Actor::System, id, seen, Money::new(NEW_PRICE, Currency::default())).await.unwrap();
    let changed = Instant::now();
    for node in [&a, &b] {
        while !node.page(&path).await.contains("123.21") {
            assert!(changed.elapsed() < Duration::from_secs(1), "a cached page shows the old price");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
    assert!(shop.audit().await.unwrap().is_empty());
}
