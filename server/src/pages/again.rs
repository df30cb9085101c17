//! A form that comes back with more than a cookie holds: its page is the answer to the form itself.

use app::api::answer::{Again, Kept};
use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{
        HeaderValue, Method, StatusCode,
        header::{CONTENT_LENGTH, CONTENT_LOCATION, CONTENT_TYPE},
    },
    middleware::Next,
    response::{IntoResponse, Response},
};
use tower::ServiceExt;

/// Passes a form on, and shows the page of one that came back with too much: `pages` are all that there are.
pub async fn layer(State(pages): State<Router>, mut request: Request, next: Next) -> Response {
    if request.method() != Method::POST {
        return next.run(request).await;
    }
    let again = Again::default();
    request.extensions_mut().insert(again.clone());
    let mut headers = request.headers().clone();
    let response = next.run(request).await;
    let Some((address, kept)) = again.take() else { return response };
    for of_the_form in [CONTENT_LENGTH, CONTENT_TYPE] {
        headers.remove(of_the_form);
    }
    let status = kept.problem.as_ref().and_then(|problem| StatusCode::from_u16(problem.status).ok());
    let mut request = Request::new(Body::empty());
    *request.headers_mut() = headers;
    let location = HeaderValue::try_from(address.as_str());
    let Ok(uri) = address.parse() else { return response };
    *request.uri_mut() = uri;
    request.extensions_mut().insert::<Kept>(kept);
    let mut response = pages.oneshot(request).await.into_response();
    if let Some(status) = status.filter(|_| response.status().is_success()) {
        *response.status_mut() = status;
    }
    if let Ok(location) = location {
        response.headers_mut().insert(CONTENT_LOCATION, location);
    }
    response
}
