//! Answers pages that are the same for everyone from memory.
//!
//! Invariant: what is kept was rendered for nobody in particular. It carries no cookie, no nonce and no
//! key of a form: these are made for each answer.

use std::hash::{DefaultHasher, Hash, Hasher};

use app::{
    api::answer::Kept,
    context::{Caller, FormKey},
};
use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{
        HeaderMap, HeaderValue, Method, StatusCode,
        header::{
            ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, ETAG,
            IF_NONE_MATCH, SET_COOKIE, VARY,
        },
    },
    middleware::Next,
    response::{IntoResponse, Response},
};
use commerce::{Actor, Commerce};
use leptos::nonce::Nonce;
use shared::IdempotencyKey;

use super::{
    cache::{Entry, Key},
    personal::{MARKS, is_personal, leaves_mark},
    template::{Template, placeholders},
};
use crate::{
    api::Failure,
    edge::{
        caller::{Visitor, locale, theme},
        csp, preview,
    },
    state::AppState,
};

/// Longest address that is kept: longer ones are made up.
const LONGEST_ADDRESS: usize = 256;
/// Largest page, in bytes.
const LARGEST_PAGE: usize = 4 * 1024 * 1024;

/// Answers from the cache what may be, and passes on the rest.
pub async fn layer(State(state): State<AppState>, request: Request, next: Next) -> Response {
    if leaves_mark(&request) {
        let mut response = next.run(request).await;
        if let Some(cookie) = state.jar.choice(MARKS, "1") {
            response.headers_mut().append(SET_COOKIE, cookie);
        }
        return response;
    }
    let Some(cache) = state.pages.as_ref().filter(|_| is_public(&request)) else {
        return next.run(request).await;
    };
    let (locale, is_chosen) = locale(&request);
    let visitor = match Visitor::of(&state, request.headers()).await {
        Ok(visitor) => visitor,
        Err(error) => return Failure::new(&error, locale).into_response(),
    };
    if !matches!(visitor.actor, Actor::Guest(_)) {
        return next.run(request).await;
    }
    let theme = theme(request.headers());
    let key = Key { address: address(&request), locale: locale.tag(), theme: theme.name(), epoch: cache.epoch() };
    let known = request.headers().get(IF_NONE_MATCH).cloned();
    let takes_gzip = accepts_gzip(request.headers());
    let caller = Caller { actor: Actor::Nobody, locale, theme };
    let entry = match cache.peek(&key).await {
        Some(entry) => entry,
        None => cache.get(key, render(caller, request, next)).await,
    };
    let mut response = answer(&entry, known.as_ref(), takes_gzip, &state.commerce);
    visitor.greet(&state, is_chosen.then_some(locale), response.headers_mut());
    response
}

/// Whether the visitor takes gzip. Brotli is smaller, but cannot be put together from finished parts.
fn accepts_gzip(headers: &HeaderMap) -> bool {
    let all = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|value| value.split(',')).any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
        name.trim().eq_ignore_ascii_case("gzip") && !matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
    })
}

/// Whether the page asked for is the same for everybody who is not signed in.
fn is_public(request: &Request) -> bool {
    let uri = request.uri();
    let path = uri.path();
    let public = path == "/" || path == "/search" || ["/p/", "/c/", "/v/"].iter().any(|start| path.starts_with(start));
    public
        && request.method() == Method::GET
        && !preview::is_wanted(uri)
        && !is_personal(path, request.headers())
        && request.extensions().get::<Kept>().is_none()
        && path.len() + uri.query().map_or(0, str::len) <= LONGEST_ADDRESS
}

/// The address without the language, which is a part of the key of its own.
fn address(request: &Request) -> String {
    let uri = request.uri();
    let mut address = uri.path().to_owned();
    let rest = uri.query().into_iter().flat_map(|query| query.split('&')).filter(|pair| !pair.starts_with("lang="));
    for (index, pair) in rest.enumerate() {
        address.push(if index == 0 { '?' } else { '&' });
        address.push_str(pair);
    }
    address
}

/// Renders a page for nobody, with its gaps left open.
async fn render(caller: Caller, mut request: Request, next: Next) -> Entry {
    let open = placeholders();
    let extensions = request.extensions_mut();
    extensions.insert(caller);
    extensions.insert(Nonce::from_value(open.nonce.clone()));
    if let Ok(key) = IdempotencyKey::try_from(open.key.clone()) {
        extensions.insert(FormKey(key));
    }
    // Whatever else the visitor sent must not show in a page for everybody.
    let headers = request.headers_mut();
    headers.clear();
    let (mut parts, body) = next.run(request).await.into_parts();
    let page = match to_bytes(body, LARGEST_PAGE).await {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) => {
            tracing::error!(%error, "page body");
            parts.status = StatusCode::INTERNAL_SERVER_ERROR;
            String::new()
        }
    };
    parts.headers.remove(CONTENT_LENGTH);
    let template = Template::new(&page);
    let etag = (parts.status == StatusCode::OK).then(|| etag(&template)).flatten();
    Entry { status: parts.status, headers: parts.headers, template, etag }
}

/// A weak tag: two answers with it differ in nonces and keys alone.
fn etag(template: &Template) -> Option<HeaderValue> {
    let mut hasher = DefaultHasher::new();
    template.text().hash(&mut hasher);
    HeaderValue::try_from(format!("W/\"{:016x}\"", hasher.finish())).ok()
}

/// One answer: the page with its gaps filled, or the news that the browser has it.
fn answer(entry: &Entry, known: Option<&HeaderValue>, takes_gzip: bool, commerce: &Commerce) -> Response {
    let mut response = if is_known(entry, known) {
        // Without a policy: the one that the browser keeps fits the nonce in the page that it keeps.
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let (nonce, key) = (Nonce::new(), commerce.new_key());
        let page = entry.template.fill(&nonce, &key);
        let packed = if takes_gzip { entry.template.pack(&page, &nonce, &key) } else { None };
        let is_packed = packed.is_some();
        let mut response = Response::new(packed.map_or_else(|| Body::from(page), Body::from));
        *response.status_mut() = entry.status;
        response.headers_mut().clone_from(&entry.headers);
        if is_packed {
            response.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        if let Some(policy) = csp::policy(&nonce) {
            response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
        }
        response
    };
    describe(entry, response.headers_mut());
    response
}

/// A page with a form's key is sent anew each time, or the second purchase would look like the first.
fn is_known(entry: &Entry, known: Option<&HeaderValue>) -> bool {
    let (Some(etag), Some(known)) = (&entry.etag, known) else { return false };
    let (Ok(etag), Ok(known)) = (etag.to_str(), known.to_str()) else { return false };
    !entry.template.has_key() && known.split(',').any(|tag| tag.trim() == etag)
}

fn describe(entry: &Entry, headers: &mut HeaderMap) {
    if let Some(etag) = entry.etag.as_ref().filter(|_| !entry.template.has_key()) {
        headers.insert(ETAG, etag.clone());
    }
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    headers.insert(VARY, HeaderValue::from_static("accept-encoding, accept-language, cookie"));
}
