//! The server is killed in the middle of an upload, by a signal that nobody can hear: what it said was there is
//! there, and the rest is sent to the next one.
#![allow(clippy::unwrap_used, reason = "clippy.toml allows it in tests, but knows only functions marked #[test]")]

use std::{
    net::TcpListener,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Value, json};
use tempfile::TempDir;

const SECRET: &str = "3f0a97c1d25e4b8860f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f7";
const DEMO: &[u8] = include_bytes!("../demo/media/clip-tea-1.mp4");

/// One process; killed when it goes.
struct Shop {
    process: Child,
    base: String,
    http: reqwest::Client,
}

impl Drop for Shop {
    fn drop(&mut self) {
        _ = self.process.kill();
        _ = self.process.wait();
    }
}

impl Shop {
    async fn start(folder: &Path) -> Self {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let process = Command::new(env!("CARGO_BIN_EXE_vitrine"))
            .args(["serve", "--demo"])
            .current_dir(folder)
            .env("DATABASE_URL", format!("sqlite://{}/shop.db", folder.display()))
            .env("VITRINE_ADDR", address.to_string())
            .env("VITRINE_MEDIA", format!("file://{}/media", folder.display()))
            .env("VITRINE_SECRET", SECRET)
            .env("RUST_LOG", "warn")
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let shop = Self { process, base: format!("http://{address}"), http: reqwest::Client::new() };
        let started = Instant::now();
        while !shop
            .http
            .get(format!("{}/readyz", shop.base))
            .send()
            .await
            .is_ok_and(|answer| answer.status().is_success())
        {
            assert!(started.elapsed() < Duration::from_secs(120), "the shop does not get ready");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        shop
    }

    async fn sign_in(&self) -> String {
        let body = json!({ "email": "tea@demo.test", "password": "vitrine-demo" }).to_string();
        let request =
            self.http.post(format!("{}/api/v1/sessions", self.base)).header("content-type", "application/json");
        let request = request.header("idempotency-key", "k").body(body);
        let answer: Value = serde_json::from_str(&request.send().await.unwrap().text().await.unwrap()).unwrap();
        answer["token"].as_str().unwrap().to_owned()
    }

    fn tus(&self, method: &str, path: &str, token: &str) -> reqwest::RequestBuilder {
        let method = method.parse().unwrap();
        self.http.request(method, format!("{}{path}", self.base)).bearer_auth(token).header("tus-resumable", "1.0.0")
    }

    async fn offset(&self, path: &str, token: &str) -> usize {
        let head = self.tus("HEAD", path, token).send().await.unwrap();
        assert!(head.status().is_success(), "{}", head.status());
        head.headers()["upload-offset"].to_str().unwrap().parse().unwrap()
    }
}

/// The first shop of the demo's tea seller, as their own page names it.
async fn own_shop(shop: &Shop, token: &str) -> String {
    let page =
        shop.http.get(format!("{}/studio/clips/new", shop.base)).header("cookie", format!("vitrine_session={token}"));
    let page = page.send().await.unwrap().text().await.unwrap();
    let field = page.split("name=\"shop\"").nth(1).unwrap();
    field.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn what_was_sent_survives_the_death_of_the_server() {
    let folder = TempDir::new().unwrap();
    let mut shop = Shop::start(folder.path()).await;
    let token = shop.sign_in().await;
    let own = own_shop(&shop, &token).await;
    // Larger than one part, so that the server dies with some parts counted and one on its way: the film with
    // padding in a box that players skip.
    let padding = 9 * 1024 * 1024;
    let mut film = DEMO.to_vec();
    for _ in 0..9 {
        film.extend(u32::try_from(padding / 9 + 8).unwrap().to_be_bytes());
        film.extend(b"free");
        film.extend((0..padding / 9).map(|at: usize| at.to_le_bytes()[0] & 0x0f));
    }
    let meta = format!("filename {},shop {}", BASE64_STANDARD.encode("tea.mp4"), BASE64_STANDARD.encode(own));
    let made = shop.tus("POST", "/uploads", &token).header("upload-length", film.len()).header("upload-metadata", meta);
    let made = made.send().await.unwrap();
    let status = made.status();
    let place = made.headers().get("location").map(|place| place.to_str().unwrap().to_owned());
    assert!(status.is_success(), "{status}");
    let place = place.unwrap();

    let mut deaths = 0;
    loop {
        let at = shop.offset(&place, &token).await;
        if at == film.len() {
            break;
        }
        let patch = shop.tus("PATCH", &place, &token).header("upload-offset", at);
        let patch = patch.header("content-type", "application/offset+octet-stream").body(film[at..].to_vec());
        if deaths < 3 {
            deaths += 1;
            // Dies at some byte of it, each time another one.
            let sending = tokio::spawn(patch.send());
            tokio::time::sleep(Duration::from_millis(10 + 15 * deaths)).await;
            shop.process.kill().unwrap();
            shop.process.wait().unwrap();
            _ = sending.await;
            shop = Shop::start(folder.path()).await;
            assert!(shop.offset(&place, &token).await >= at, "nothing that counted is lost");
        } else {
            assert!(patch.send().await.unwrap().status().is_success());
        }
    }
    // The same bytes: they are read as a film, and become one that plays.
    let id = place.rsplit('/').next().unwrap();
    let progress = shop.http.get(format!("{}/studio/clips/{id}/progress", shop.base)).bearer_auth(&token);
    let told = progress.send().await.unwrap().text().await.unwrap();
    assert!(told.contains(r#""state":"ready""#), "{told}");
    let clip = shop.http.get(format!("{}/media/{id}/clip.mp4", shop.base)).send().await.unwrap();
    assert_eq!(clip.headers()["content-type"], "video/mp4");
    assert_eq!(&clip.bytes().await.unwrap()[4..8], b"ftyp");
}
