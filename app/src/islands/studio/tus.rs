//! The tus protocol as this shop speaks it: a file in parts, and after a broken line, a reload or another server gone
//! on with where the shop says it stopped.

use std::time::Duration;

use gloo_net::http::{Method, Request, RequestBuilder, Response};
use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, File};

use super::dom;

/// Bytes of one request.
const PART: i32 = 4 * 1024 * 1024;
/// Before another try after a broken line, at first and at most; milliseconds.
const WAIT: (u64, u64) = (1_000, 30_000);
/// Between two looks at what becomes of a file, milliseconds.
const LOOK: u64 = 300;

/// Who hears how a file is doing.
pub trait Hears {
    /// Whether nobody wants it sent any more, or not now.
    fn stopped(&self) -> bool;
    /// So many bytes of so many are there.
    fn sent(&self, at: i32, size: i32);
    /// The line is broken; it is tried again by itself.
    fn broken(&self);
}

/// Where `file` goes: on with the same one if it was begun before, else a new place with `about` it; `None` if it was
/// stopped. In words why the shop does not want it.
pub async fn place(file: &File, about: &[(&str, &str)], hears: &impl Hears) -> Result<Option<String>, String> {
    let size = size_of(file);
    let mut wait = WAIT.0;
    if let Some(place) = known(file, size) {
        // It may have been forgotten meanwhile.
        match head(&place).await {
            Err(false) => {}
            _ => return Ok(Some(place)),
        }
    }
    let named = [("filename", file.name())];
    let pairs = named.iter().map(|(name, value)| (*name, value.as_str())).chain(about.iter().copied());
    let meta: Vec<_> = pairs.map(|(name, value)| format!("{name} {}", base64(value))).collect();
    while !hears.stopped() {
        let request = Request::post("/uploads").header("tus-resumable", "1.0.0");
        let request = request.header("upload-metadata", &meta.join(",")).header("upload-length", &size.to_string());
        match request.send().await {
            Ok(answer) if answer.ok() => return answer.headers().get("location").map(Some).ok_or_else(dom::lost),
            Ok(answer) if answer.status() < 500 => return Err(title(answer).await),
            _ => {
                hears.broken();
                again(&mut wait).await;
            }
        }
    }
    Ok(None)
}

/// Sends `file` to its place until all of it is there (`true`) or it was stopped; in words why the shop refuses it.
pub async fn send(place: &str, file: &File, hears: &impl Hears) -> Result<bool, String> {
    let size = size_of(file);
    let mut wait = WAIT.0;
    let mut at = None;
    while !hears.stopped() {
        let Some(from) = at else {
            // After a broken line only the shop knows.
            match head(place).await {
                Ok(there) => at = Some(there),
                Err(true) => {
                    hears.broken();
                    again(&mut wait).await;
                }
                Err(false) => return Err(dom::lost()),
            }
            continue;
        };
        hears.sent(from, size);
        if from >= size {
            return Ok(true);
        }
        let Ok(part) = file.slice_with_i32_and_i32(from, from.saturating_add(PART).min(size)) else {
            return Err(dom::lost());
        };
        let request = Request::patch(place)
            .header("tus-resumable", "1.0.0")
            .header("upload-offset", &from.to_string())
            .header("content-type", "application/offset+octet-stream")
            .body(part);
        let Ok(request) = request else { return Err(dom::lost()) };
        match offset(request.send().await) {
            Ok(there) => {
                at = Some(there);
                wait = WAIT.0;
            }
            Err(_) => {
                at = None;
                hears.broken();
                again(&mut wait).await;
            }
        }
    }
    Ok(false)
}

/// What became of a file that is whole: an `UploadView` that is ready or refused; `None` if it was stopped.
pub async fn outcome(place: &str, hears: &impl Hears) -> Result<Option<JsValue>, String> {
    let mut wait = WAIT.0;
    while !hears.stopped() {
        match Request::get(place).header("tus-resumable", "1.0.0").send().await {
            Ok(answer) if answer.ok() => {
                let text = answer.text().await.unwrap_or_default();
                let told = js_sys::JSON::parse(&text).unwrap_or_default();
                if matches!(text_of(&told, "state").as_str(), "ready" | "refused") {
                    return Ok(Some(told));
                }
                pause(LOOK).await;
            }
            Ok(answer) if answer.status() < 500 => return Err(title(answer).await),
            _ => {
                hears.broken();
                again(&mut wait).await;
            }
        }
    }
    Ok(None)
}

/// Tells the shop that a file is not wanted any more; what it cannot take back now, it forgets in a day.
pub async fn give_up(place: &str) {
    _ = RequestBuilder::new(place).method(Method::DELETE).header("tus-resumable", "1.0.0").send().await;
}

/// A text of what was told; empty without it.
pub fn text_of(told: &JsValue, name: &str) -> String {
    Reflect::get(told, &name.into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
}

/// Why the shop refused, in its words.
async fn title(answer: Response) -> String {
    let text = answer.text().await.unwrap_or_default();
    let title = js_sys::JSON::parse(&text).map(|problem| text_of(&problem, "title")).unwrap_or_default();
    if title.is_empty() { dom::lost() } else { title }
}

async fn head(place: &str) -> Result<i32, bool> {
    offset(RequestBuilder::new(place).method(Method::HEAD).header("tus-resumable", "1.0.0").send().await)
}

/// The next byte's place, or whether another try makes sense.
fn offset(answer: Result<Response, gloo_net::Error>) -> Result<i32, bool> {
    let Ok(answer) = answer else { return Err(true) };
    if answer.ok() {
        return answer.headers().get("upload-offset").and_then(|at| at.parse().ok()).ok_or(false);
    }
    Err(answer.status() >= 500)
}

/// Waits, each time twice as long.
async fn again(wait: &mut u64) {
    pause(*wait).await;
    *wait = wait.saturating_mul(2).min(WAIT.1);
}

async fn pause(ms: u64) {
    let timer = js_sys::Promise::new(&mut |done, _| {
        set_timeout(
            move || {
                _ = done.call0(&JsValue::NULL);
            },
            Duration::from_millis(ms),
        );
    });
    _ = JsFuture::from(timer).await;
}

/// The place of the same file, if it was begun before.
fn known(file: &File, size: i32) -> Option<String> {
    let root = document().document_element()?;
    let (name, size) = (file.name(), size.to_string());
    let same = |open: &Element| dom::attr(open, "data-name") == name && dom::attr(open, "data-length") == size;
    let open = dom::all(&root, "[data-open]").into_iter().find(same)?;
    Some(format!("/uploads/{}", dom::attr(&open, "data-open")))
}

/// Of the text's UTF-8.
fn base64(text: &str) -> String {
    let bytes = js_sys::unescape(&String::from(js_sys::encode_uri_component(text)));
    window().btoa(&String::from(bytes)).unwrap_or_default()
}

#[expect(clippy::cast_possible_truncation, reason = "the browser counts in floats; a larger file is refused anyway")]
fn size_of(file: &File) -> i32 {
    // Saturates at two gigabytes.
    file.size() as i32
}
