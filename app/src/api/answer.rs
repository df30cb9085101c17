//! One answer for two kinds of callers: an island gets JSON, a plain HTML form is led on by a redirect.

use std::sync::{Arc, Mutex};

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use http::{
    HeaderValue, StatusCode,
    header::{ACCEPT, COOKIE, LOCATION, SET_COOKIE},
    request::Parts,
};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use serde::{Deserialize, Serialize};
use shared::dto::Problem;

use super::Failure;

const COOKIE_NAME: &str = "vitrine_form";
/// Browsers drop larger cookies.
const MAX_BYTES: usize = 3_800;

/// What a form that was sent back had in it; kept for minutes in a cookie that only the server reads.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Kept {
    /// The page it belongs to.
    pub page: String,
    /// What was typed, by field. Never secrets.
    pub values: Vec<(String, String)>,
    /// Why it came back.
    pub problem: Option<Problem>,
}

impl Kept {
    fn of(page: &str, typed: &[(&str, &str)], problem: Option<Problem>) -> Self {
        let page = page.split(['?', '#']).next().unwrap_or_default().to_owned();
        let values = typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Self { page, values, problem }
    }

    /// As a cookie carries it.
    fn written(&self) -> Option<String> {
        Some(BASE64_URL_SAFE_NO_PAD.encode(serde_json::to_vec(self).ok()?))
    }

    /// Puts it into a cookie, without what does not fit.
    fn keep(mut self) {
        while let Some(text) = self.written() {
            if text.len() <= MAX_BYTES {
                return set_cookie(&format!(
                    "{COOKIE_NAME}={text}; Path=/; Max-Age=600; HttpOnly; SameSite=Lax{}",
                    secure()
                ));
            }
            let longest = (0..self.values.len()).max_by_key(|at| self.values.get(*at).map(|(_, value)| value.len()));
            match longest {
                Some(longest) => _ = self.values.remove(longest),
                None => return,
            }
        }
    }

    /// What was typed into `field`.
    pub fn value(&self, field: &str) -> Option<&str> {
        self.values.iter().find(|(name, _)| name == field).map(|(_, value)| value.as_str())
    }
}

/// Where a form that came back with more than a cookie holds leaves it: the server shows its page in the same answer.
/// One per request, in its extensions.
#[derive(Debug, Clone, Default)]
pub struct Again(Arc<Mutex<Option<(String, Kept)>>>);

impl Again {
    /// The address of the page to be shown, and what it shows; once.
    pub fn take(&self) -> Option<(String, Kept)> {
        self.0.lock().ok()?.take()
    }

    fn put(&self, address: String, kept: Kept) {
        if let Ok(mut slot) = self.0.lock() {
            *slot = Some((address, kept));
        }
    }
}

/// Whether a plain form asks: browsers want HTML, islands JSON.
pub fn is_plain() -> bool {
    let accept = use_context::<Parts>().and_then(|parts| parts.headers.get(ACCEPT)?.to_str().ok().map(str::to_owned));
    accept.is_some_and(|accept| accept.contains("text/html"))
}

/// Leads a plain form to `next`, or back to `back` with its problem and what was typed.
pub fn answer<T>(
    result: Result<T, Failure>,
    next: impl FnOnce(&T) -> String,
    back: &str,
    typed: &[(&str, &str)],
) -> Result<T, Failure> {
    if is_plain() {
        match &result {
            Ok(value) => lead_to(&next(value)),
            Err(failure) => send_back(failure, back, typed),
        }
    }
    result
}

/// Answers with a redirect to one of our own pages.
pub fn lead_to(page: &str) {
    let page = if page.starts_with('/') && !page.starts_with("//") && !page.contains('\\') { page } else { "/" };
    let Some(response) = use_context::<ResponseOptions>() else { return };
    if let Ok(location) = HeaderValue::try_from(page) {
        response.set_status(StatusCode::SEE_OTHER);
        response.insert_header(LOCATION, location);
    }
}

fn send_back(failure: &Failure, back: &str, typed: &[(&str, &str)]) {
    let problem = match failure {
        Failure::Problem(problem) => problem.clone(),
        Failure::Lost => return lead_to(back),
    };
    let code = problem.code;
    let fields: Vec<&str> = problem.fields.iter().map(|field| field.field.as_str()).collect();
    let fields = if fields.is_empty() { String::new() } else { format!("&field={}", fields.join(",")) };
    let mark = if back.contains('?') { '&' } else { '?' };
    let address = format!("{back}{mark}error={code}{fields}");
    let kept = Kept::of(back, typed, Some(problem));
    let again = use_context::<Parts>().and_then(|parts| parts.extensions.get::<Again>().cloned());
    match again.filter(|_| kept.written().is_none_or(|text| text.len() > MAX_BYTES)) {
        Some(again) => again.put(address, kept),
        None => {
            kept.keep();
            lead_to(&address);
        }
    }
}

/// Keeps what was typed until its page is shown again; of more than a cookie holds, the longest goes first, and never
/// what is wrong.
pub fn keep(page: &str, typed: &[(&str, &str)], problem: Option<Problem>) {
    Kept::of(page, typed, problem).keep();
}

/// What was kept for the page being shown; forgotten by showing it.
pub fn kept() -> Option<Kept> {
    let parts = use_context::<Parts>()?;
    if let Some(kept) = parts.extensions.get::<Kept>() {
        return Some(kept.clone());
    }
    let page = parts.uri.path().to_owned();
    let text = cookie(COOKIE_NAME)?;
    let json = BASE64_URL_SAFE_NO_PAD.decode(text).ok()?;
    let kept: Kept = serde_json::from_slice(&json).ok()?;
    if kept.page != page {
        return None;
    }
    set_cookie(&format!("{COOKIE_NAME}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax{}", secure()));
    Some(kept)
}

/// The value of a cookie of the request.
pub fn cookie(name: &str) -> Option<String> {
    let parts = use_context::<Parts>()?;
    let all = parts.headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|value| value.split(';')).find_map(|pair| {
        let (key, value) = pair.trim().split_once('=')?;
        (key == name).then(|| value.to_owned())
    })
}

/// Adds a cookie to the answer.
pub fn set_cookie(cookie: &str) {
    let response = use_context::<ResponseOptions>();
    if let (Some(response), Ok(cookie)) = (response, HeaderValue::try_from(cookie)) {
        response.append_header(SET_COOKIE, cookie);
    }
}

/// The attribute that keeps a cookie to https, where the shop is reached by it.
pub fn secure() -> &'static str {
    let https = crate::context::shop().is_ok_and(|shop| shop.config().base_url.starts_with("https://"));
    if https { "; Secure" } else { "" }
}
