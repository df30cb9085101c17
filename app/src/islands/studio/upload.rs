//! A film sent by the tus protocol, in parts: paused and resumed at will, and after a reload or a broken line
//! gone on with where the shop says it stopped.

use std::time::Duration;

use gloo_net::http::{Method, Request, RequestBuilder, Response};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, File, HtmlInputElement};

use super::dom;

/// Bytes of one request.
const PART: i32 = 4 * 1024 * 1024;
/// Before another try after a broken line, at first and at most; milliseconds.
const WAIT: (u64, u64) = (1_000, 30_000);

/// Takes over the form.
pub fn start() {
    let Some(form) = dom::find("form[data-upload]") else { return };
    let Some(pause) = dom::within(&form, "[data-pause]") else { return };
    let sent = form.clone();
    dom::listen(&form, "submit", move |event: Event| {
        event.prevent_default();
        begin(&sent);
    });
    _ = form.set_attribute("data-alive", "");
    let (form, button) = (form, pause.clone());
    dom::listen(&pause, "click", move |_| {
        let paused = !is_paused(&form);
        _ = button.set_attribute("aria-pressed", if paused { "true" } else { "false" });
        button.set_text_content(Some(&dom::attr(&button, if paused { "data-go" } else { "data-stop" })));
        if paused {
            say(&form, &dom::attr(&form, "data-paused"));
        } else {
            begin(&form);
        }
    });
}

fn is_paused(form: &Element) -> bool {
    dom::within(form, "[data-pause]").is_some_and(|button| dom::attr(&button, "aria-pressed") == "true")
}

/// Sends the chosen file, unless it is being sent.
fn begin(form: &Element) {
    let file = dom::within(form, "input[type=file]").and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
    let Some(file) = file.and_then(|input| input.files()?.get(0)) else { return };
    if form.has_attribute("data-sending") {
        return;
    }
    _ = form.set_attribute("data-sending", "");
    let form = form.clone();
    spawn_local(async move {
        busy(&form, true);
        let sent = send(&form, &file).await;
        _ = form.remove_attribute("data-sending");
        match sent {
            Ok(Some(place)) => {
                let id = place.rsplit('/').next().unwrap_or_default();
                _ = window().location().assign(&format!("/studio/clips/{id}"));
            }
            // Paused; said already.
            Ok(None) => {}
            Err(words) => {
                busy(&form, false);
                say(&form, &words);
            }
        }
    });
}

/// Sends until all of it is there (its place), it is paused, or the shop refuses it in words.
async fn send(form: &Element, file: &File) -> Result<Option<String>, String> {
    let size = size_of(file);
    let place = match known(file, size) {
        Some(place) => place,
        None => create(form, file, size).await?,
    };
    let mut wait = WAIT.0;
    let mut at = None;
    loop {
        if is_paused(form) {
            return Ok(None);
        }
        let Some(from) = at else {
            // After a broken line only the shop knows.
            match offset(RequestBuilder::new(&place).method(Method::HEAD).header("tus-resumable", "1.0.0").send().await)
            {
                Ok(there) => at = Some(there),
                Err(true) => {
                    again(form, &mut wait).await;
                }
                Err(false) => return Err(dom::lost()),
            }
            continue;
        };
        meter(form, from, size);
        if from >= size {
            return Ok(Some(place));
        }
        let Ok(part) = file.slice_with_i32_and_i32(from, from.saturating_add(PART).min(size)) else {
            return Err(dom::lost());
        };
        let request = Request::patch(&place)
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
                again(form, &mut wait).await;
            }
        }
    }
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
async fn again(form: &Element, wait: &mut u64) {
    say(form, &dom::attr(form, "data-broken"));
    let time = Duration::from_millis(*wait);
    let timer = js_sys::Promise::new(&mut |done, _| {
        set_timeout(
            move || {
                _ = done.call0(&wasm_bindgen::JsValue::NULL);
            },
            time,
        );
    });
    _ = JsFuture::from(timer).await;
    *wait = wait.saturating_mul(2).min(WAIT.1);
}

/// The place of the same file, if it was begun before.
fn known(file: &File, size: i32) -> Option<String> {
    let root = document().document_element()?;
    let (name, size) = (file.name(), size.to_string());
    let same = |open: &Element| dom::attr(open, "data-name") == name && dom::attr(open, "data-length") == size;
    let open = dom::all(&root, "[data-open]").into_iter().find(same)?;
    Some(format!("/uploads/{}", dom::attr(&open, "data-open")))
}

async fn create(form: &Element, file: &File, size: i32) -> Result<String, String> {
    let shop = dom::within(form, "[name=shop]").map(|shop| dom::attr(&shop, "value")).unwrap_or_default();
    let meta = format!("filename {},shop {}", base64(&file.name()), base64(&shop));
    let request = Request::post("/uploads").header("tus-resumable", "1.0.0").header("upload-metadata", &meta);
    let answer = request.header("upload-length", &size.to_string()).send().await.map_err(|_| dom::lost())?;
    if let (true, Some(place)) = (answer.ok(), answer.headers().get("location")) {
        return Ok(place);
    }
    let text = answer.text().await.unwrap_or_default();
    let problem = js_sys::JSON::parse(&text).ok();
    let title = problem.and_then(|problem| js_sys::Reflect::get(&problem, &"title".into()).ok()?.as_string());
    Err(title.unwrap_or_else(dom::lost))
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

fn busy(form: &Element, on: bool) {
    for (part, shown) in [("[data-pause]", on), ("progress", on), ("[data-send]", !on)] {
        if let Some(part) = dom::within(form, part) {
            dom::show(&part, shown);
        }
    }
}

fn meter(form: &Element, at: i32, size: i32) {
    if let Some(meter) = dom::within(form, "progress") {
        let part = i64::from(at) * 1_000 / i64::from(size.max(1));
        _ = meter.set_attribute("value", &part.to_string());
        let tenths = |bytes: i32| bytes / 104_858;
        let mb = |bytes: i32| format!("{}.{}", tenths(bytes) / 10, tenths(bytes) % 10);
        say(form, &format!("{} / {} MB", mb(at), mb(size)));
    }
}

fn say(form: &Element, words: &str) {
    if let Some(place) = dom::within(form, "[data-said]") {
        place.set_text_content(Some(words));
    }
}
