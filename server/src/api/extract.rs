//! What handlers take out of a request. A part that cannot be read is answered as a problem document
//! that names the field, never in a framework's words.

use app::context::Caller;
use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Request},
    http::{HeaderMap, header::CONTENT_TYPE, request::Parts},
    response::{IntoResponse, Response},
};
use serde::{Serialize, de::DeserializeOwned};
use shared::{ErrorCode, IdempotencyKey, Locale};

use super::Failure;

/// The language in which to refuse; known on every route below `/api/v1`.
fn locale(parts: &axum::http::Extensions) -> Locale {
    parts.get::<Caller>().map_or_else(Locale::default, |caller| caller.locale)
}

/// A JSON body, asked for and answered.
pub struct Json<T>(pub T);

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let locale = locale(request.extensions());
        if !is_json(request.headers()) {
            return Err(Failure::code(ErrorCode::UnsupportedMedia, locale));
        }
        let body = Body::from_request(request, state).await?.0;
        let mut reader = serde_json::Deserializer::from_slice(&body);
        let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
            let path = error.path().to_string();
            field_failure(&path, &error.inner().to_string(), locale)
        })?;
        reader.end().map_err(|_| Failure::code(ErrorCode::Validation, locale))?;
        Ok(Self(value))
    }
}

/// A body as it is; `too_large` beyond the route's limit.
pub struct Body(pub Bytes);

impl<S: Send + Sync> FromRequest<S> for Body {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let locale = locale(request.extensions());
        Bytes::from_request(request, state).await.map(Self).map_err(|rejection| {
            let large = rejection.into_response().status().as_u16() == ErrorCode::TooLarge.http_status();
            Failure::code(if large { ErrorCode::TooLarge } else { ErrorCode::Validation }, locale)
        })
    }
}

/// The typed part of an address; one that is malformed names nothing that exists.
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let path = axum::extract::Path::<T>::from_request_parts(parts, state).await;
        path.map(|path| Self(path.0)).map_err(|_| Failure::code(ErrorCode::NotFound, locale(&parts.extensions)))
    }
}

/// The query string.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        let query = parts.uri.query().unwrap_or_default();
        let reader = serde_urlencoded::Deserializer::new(form_urlencoded::parse(query.as_bytes()));
        serde_path_to_error::deserialize(reader).map(Self).map_err(|error| {
            let path = error.path().to_string();
            field_failure(&path, &error.inner().to_string(), locale(&parts.extensions))
        })
    }
}

/// The `Idempotency-Key` that every creating request must carry.
pub struct Key(pub IdempotencyKey);

impl<S: Send + Sync> FromRequestParts<S> for Key {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        let key = parts.headers.get("idempotency-key").and_then(|value| value.to_str().ok());
        let key = key.and_then(|key| IdempotencyKey::try_from(key.to_owned()).ok());
        key.map(Self).ok_or_else(|| Failure::field("Idempotency-Key", locale(&parts.extensions)))
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = kind.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/json")
}

/// Names the field that serde stumbled over; a missing one appears only in its words.
fn field_failure(path: &str, words: &str, locale: Locale) -> Failure {
    let missing = words.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
    match (path, missing) {
        ("." | "?", None) => Failure::code(ErrorCode::Validation, locale),
        ("." | "?", Some(missing)) => Failure::field(missing, locale),
        (path, None) => Failure::field(path, locale),
        (path, Some(missing)) => Failure::field(format!("{path}.{missing}"), locale),
    }
}
