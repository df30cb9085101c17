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
const PICTURE: &[u8] = include_bytes!("../demo/media/book-moon.1200.webp");

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

/// Sends `bytes` for `purpose` while the server dies three times, each time at another byte; gives the place.
async fn sent_through_deaths(shop: &mut Shop, folder: &Path, token: &str, purpose: &str, bytes: &[u8]) -> String {
    let own = own_shop(shop, token).await;
    let encode = |text: &str| BASE64_STANDARD.encode(text);
    let meta = format!("filename {},purpose {},shop {}", encode("a file"), encode(purpose), encode(&own));
    let made = shop.tus("POST", "/uploads", token).header("upload-length", bytes.len()).header("upload-metadata", meta);
    let made = made.send().await.unwrap();
    let status = made.status();
    let place = made.headers().get("location").map(|place| place.to_str().unwrap().to_owned());
    assert!(status.is_success(), "{status}");
    let place = place.unwrap();
    let mut deaths = 0;
    loop {
        let at = shop.offset(&place, token).await;
        if at == bytes.len() {
            return place;
        }
        let patch = shop.tus("PATCH", &place, token).header("upload-offset", at);
        let patch = patch.header("content-type", "application/offset+octet-stream").body(bytes[at..].to_vec());
        if deaths < 3 {
            deaths += 1;
            // Dies at some byte of it, each time another one.
            let sending = tokio::spawn(patch.send());
            tokio::time::sleep(Duration::from_millis(10 + 15 * deaths)).await;
            shop.process.kill().unwrap();
            shop.process.wait().unwrap();
            _ = sending.await;
            *shop = Shop::start(folder).await;
            assert!(shop.offset(&place, token).await >= at, "nothing that counted is lost");
        } else {
            assert!(patch.send().await.unwrap().status().is_success());
        }
    }
}

#[tokio::test]
async fn what_was_sent_survives_the_death_of_the_server() {
    let folder = TempDir::new().unwrap();
    let mut shop = Shop::start(folder.path()).await;
    let token = shop.sign_in().await;
    // Larger than one part, so that the server dies with some parts counted and one on its way: the film with
    // padding in a box that players skip.
    let padding = 9 * 1024 * 1024;
    let mut film = DEMO.to_vec();
    for _ in 0..9 {
        film.extend(u32::try_from(padding / 9 + 8).unwrap().to_be_bytes());
        film.extend(b"free");
        film.extend((0..padding / 9).map(|at: usize| at.to_le_bytes()[0] & 0x0f));
    }
    let place = sent_through_deaths(&mut shop, folder.path(), &token, "clip", &film).await;
    // The same bytes: they are read as a film, and become one that plays.
    let id = place.rsplit('/').next().unwrap();
    let progress = shop.http.get(format!("{}/studio/clips/{id}/progress", shop.base)).bearer_auth(&token);
    let told = progress.send().await.unwrap().text().await.unwrap();
    assert!(told.contains(r#""state":"ready""#), "{told}");
    let clip = shop.http.get(format!("{}/media/{id}/clip.mp4", shop.base)).bearer_auth(&token).send().await.unwrap();
    assert_eq!(clip.headers()["content-type"], "video/mp4");
    assert_eq!(&clip.bytes().await.unwrap()[4..8], b"ftyp");

    // And a picture, with padding in a chunk that readers skip; it dies once more while the picture is drawn anew.
    let mut picture = PICTURE.to_vec();
    picture.extend(b"pad ");
    picture.extend(u32::try_from(padding).unwrap().to_le_bytes());
    picture.extend((0..padding).map(|at: usize| at.to_le_bytes()[0] & 0x0f));
    let riff = u32::try_from(picture.len() - 8).unwrap();
    picture[4..8].copy_from_slice(&riff.to_le_bytes());
    let place = sent_through_deaths(&mut shop, folder.path(), &token, "picture", &picture).await;
    shop.process.kill().unwrap();
    shop.process.wait().unwrap();
    shop = Shop::start(folder.path()).await;
    let started = Instant::now();
    let told = loop {
        let told = shop.tus("GET", &place, &token).send().await.unwrap().text().await.unwrap();
        if !told.contains(r#""state":"checking""#) {
            break told;
        }
        assert!(started.elapsed() < Duration::from_secs(90), "{told}");
        tokio::time::sleep(Duration::from_millis(200)).await;
    };
    assert!(told.contains(r#""state":"ready""#), "{told}");
    let id = place.rsplit('/').next().unwrap();
    let small = shop.http.get(format!("{}/media/{id}/320.webp", shop.base)).send().await.unwrap();
    assert_eq!(small.headers()["content-type"], "image/webp");
}
