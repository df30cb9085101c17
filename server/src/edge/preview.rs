//! Pages of a draft: for whoever holds a signed link, framed by our own studio alone, kept nowhere.

use app::context::{Caller, Theme};
use axum::{
    extract::{Request, State},
    http::{
        HeaderName, HeaderValue, Uri,
        header::{CACHE_CONTROL, REFERRER_POLICY},
    },
    middleware::Next,
    response::Response,
};

use crate::state::AppState;

/// Marks a request for a draft, whose answer our own pages may put into a frame.
#[derive(Debug, Clone, Copy)]
pub struct Framed;

/// The handle and the token of a request for a draft.
fn wanted(uri: &Uri) -> Option<(&str, &str)> {
    let handle = uri.path().strip_prefix("/c/")?.strip_suffix("/showcase")?;
    Some((handle, pair(uri, "preview=")?))
}

fn pair<'u>(uri: &'u Uri, name: &str) -> Option<&'u str> {
    uri.query()?.split('&').find_map(|pair| pair.strip_prefix(name))
}

/// Whether a draft is asked for.
pub fn is_wanted(uri: &Uri) -> bool {
    wanted(uri).is_some()
}

/// Shows a draft in the colours that its address asks for, if its token is good; `page` says what is wrong with others.
pub async fn layer(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let Some((handle, token)) = wanted(request.uri()) else { return next.run(request).await };
    let good = match handle.parse() {
        Ok(handle) => state.commerce.showcase().check_preview(&handle, token).await.is_ok(),
        Err(_) => false,
    };
    let theme = pair(request.uri(), "theme=").filter(|_| good).map(|theme| Theme::from_cookie(Some(theme)));
    let extensions = request.extensions_mut();
    if let (Some(theme), Some(caller)) = (theme, extensions.get_mut::<Caller>()) {
        caller.theme = theme;
    }
    extensions.insert(Framed);
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    // The address is the key: neither search engines nor other sites learn it.
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, nofollow"));
    response
}
