//! The tus protocol, 1.0.0 (<https://tus.io/protocols/resumable-upload>).

use app::context::Caller;
use aws_lc_rs::digest;
use axum::{
    Extension, Json,
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{
        HeaderMap, HeaderName, HeaderValue, Method, StatusCode,
        header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION},
    },
    middleware::Next,
    response::{IntoResponse, Response},
};
use base64::{Engine, prelude::BASE64_STANDARD};
use chrono::{DateTime, Utc};
use commerce::{Commerce, Media, media::NewUpload};
use shared::{ErrorCode, ShopId, UploadId, UploadPurpose, dto::UploadView};

use super::pour::pour;
use crate::api::{Failure, Path};

const VERSION: &str = "1.0.0";
const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
const LENGTH: HeaderName = HeaderName::from_static("upload-length");
const EXPIRES: HeaderName = HeaderName::from_static("upload-expires");
/// Of the checksum extension: the bytes are not the ones that were meant.
const MISMATCH: u16 = 460;

/// What is the same for every request of the protocol: another version of it is refused, and every answer names ours.
pub async fn layer(request: Request, next: Next) -> Response {
    let is_ours = request.method() == Method::OPTIONS || text(request.headers(), &RESUMABLE) == Some(VERSION);
    let mut response = if is_ours {
        next.run(request).await
    } else {
        let told = [(HeaderName::from_static("tus-version"), VERSION)];
        (StatusCode::PRECONDITION_FAILED, told).into_response()
    };
    response.headers_mut().insert(RESUMABLE, HeaderValue::from_static(VERSION));
    response
}

/// `OPTIONS`: what this server can.
pub async fn abilities() -> Response {
    let told = [
        (HeaderName::from_static("tus-version"), VERSION.to_owned()),
        (HeaderName::from_static("tus-max-size"), Media::MOST_UPLOAD.to_string()),
        (HeaderName::from_static("tus-extension"), "creation,termination,expiration,checksum".to_owned()),
        (HeaderName::from_static("tus-checksum-algorithm"), "sha1,sha256".to_owned()),
    ];
    (StatusCode::NO_CONTENT, told).into_response()
}

/// `POST /uploads` with `Upload-Length` and, in `Upload-Metadata`, `shop`, `filename` and, for a picture, `purpose`.
pub async fn create(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let length = number(&headers, &LENGTH).ok_or_else(|| Failure::field("Upload-Length", caller.locale))?;
    let meta = text(&headers, &HeaderName::from_static("upload-metadata")).unwrap_or_default();
    let shop = meta_value(meta, "shop").and_then(|shop| shop.parse::<ShopId>().ok());
    let shop = shop.ok_or_else(|| Failure::field("shop", caller.locale))?;
    let purpose = meta_value(meta, "purpose").map_or(Some(UploadPurpose::Clip), |name| UploadPurpose::named(&name));
    let purpose = purpose.ok_or_else(|| Failure::field("purpose", caller.locale))?;
    let name = meta_value(meta, "filename").unwrap_or_default();
    let made = commerce.media().start_upload(caller.actor, NewUpload { shop, purpose, name, length }).await;
    let made = made.map_err(Failure::to(caller.locale))?;
    let mut response = (StatusCode::CREATED, [(LOCATION, format!("/uploads/{}", made.id))]).into_response();
    describe(response.headers_mut(), &made);
    Ok(response)
}

/// `HEAD`: how much is here.
pub async fn offset(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<UploadId>,
) -> Result<Response, Failure> {
    let known = commerce.media().uploaded(caller.actor, id).await.map_err(Failure::to(caller.locale))?;
    let mut response = StatusCode::OK.into_response();
    describe(response.headers_mut(), &known);
    response.headers_mut().insert(LENGTH, HeaderValue::from(known.length));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// `GET`, which the protocol leaves to its servers: what became of it, an `UploadView`.
pub async fn outcome(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<UploadId>,
) -> Result<Response, Failure> {
    let known = commerce.media().uploaded(caller.actor, id).await.map_err(Failure::to(caller.locale))?;
    Ok(([(CACHE_CONTROL, "no-store")], Json(known)).into_response())
}

/// `PATCH`: more of it, from `Upload-Offset` on. Without a checksum each part counts as soon as it is durable,
/// so that little is sent twice after a broken line.
pub async fn append(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<UploadId>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Failure> {
    let fail = |code| Failure::code(code, caller.locale);
    if text(&headers, &CONTENT_TYPE) != Some("application/offset+octet-stream") {
        return Err(fail(ErrorCode::UnsupportedMedia));
    }
    let start = number(&headers, &OFFSET).ok_or_else(|| Failure::field("Upload-Offset", caller.locale))?;
    let known = commerce.media().uploaded(caller.actor, id).await.map_err(Failure::to(caller.locale))?;
    if known.received != start {
        return Err(fail(ErrorCode::Conflict));
    }
    let end = match text(&headers, &HeaderName::from_static("upload-checksum")) {
        Some(sum) => {
            let bytes = to_bytes(body, Media::PART).await.map_err(|_| fail(ErrorCode::TooLarge))?;
            match sum_of(sum, &bytes) {
                None => return Err(Failure::field("Upload-Checksum", caller.locale)),
                Some(false) => return Ok(mismatch()),
                Some(true) => commerce.media().append(caller.actor, id, start, bytes).await,
            }
        }
        None => pour(&commerce, caller.actor, id, start, body.into_data_stream()).await.map(|(end, _)| end),
    };
    let end = end.map_err(Failure::to(caller.locale))?;
    let mut response = StatusCode::NO_CONTENT.into_response();
    describe(response.headers_mut(), &UploadView { received: end, ..known });
    Ok(response)
}

/// `DELETE`: never mind.
pub async fn terminate(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<UploadId>,
) -> Result<StatusCode, Failure> {
    let given_up = commerce.media().cancel_upload(caller.actor, id).await;
    given_up.map_err(Failure::to(caller.locale))?;
    Ok(StatusCode::NO_CONTENT)
}

fn describe(headers: &mut HeaderMap, upload: &UploadView) {
    headers.insert(OFFSET, HeaderValue::from(upload.received));
    let expires = upload.expires_at.parse::<DateTime<Utc>>().ok();
    let expires = expires.map(|at| at.format("%a, %d %b %Y %H:%M:%S GMT").to_string());
    if let Some(Ok(expires)) = expires.map(HeaderValue::try_from) {
        headers.insert(EXPIRES, expires);
    }
}

fn mismatch() -> Response {
    StatusCode::from_u16(MISMATCH).unwrap_or(StatusCode::BAD_REQUEST).into_response()
}

fn text<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}

fn number(headers: &HeaderMap, name: &HeaderName) -> Option<i64> {
    text(headers, name)?.parse().ok().filter(|number| *number >= 0)
}

/// A value of `Upload-Metadata`: pairs of a name and base64.
fn meta_value(meta: &str, name: &str) -> Option<String> {
    let (_, value) = meta.split(',').filter_map(|pair| pair.trim().split_once(' ')).find(|(key, _)| *key == name)?;
    String::from_utf8(BASE64_STANDARD.decode(value.trim()).ok()?).ok()
}

/// Whether `bytes` have the sum that `sha256 …` or `sha1 …` says; `None` for another way of summing.
fn sum_of(said: &str, bytes: &[u8]) -> Option<bool> {
    let (way, sum) = said.trim().split_once(' ')?;
    let way = match way {
        "sha1" => &digest::SHA1_FOR_LEGACY_USE_ONLY,
        "sha256" => &digest::SHA256,
        _ => return None,
    };
    let sum = BASE64_STANDARD.decode(sum.trim()).ok()?;
    Some(digest::digest(way, bytes).as_ref() == sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_is_pairs_of_a_name_and_base64() {
        let meta = "filename 6Iy2Lm1wNA==,shop MQ==, empty";
        assert_eq!(meta_value(meta, "filename").as_deref(), Some("茶.mp4"));
        assert_eq!(meta_value(meta, "shop").as_deref(), Some("1"));
        for nothing in ["empty", "other", ""] {
            assert_eq!(meta_value(meta, nothing), None);
        }
        assert_eq!(meta_value("shop ???", "shop"), None);
    }

    #[test]
    fn sums_are_compared() {
        assert_eq!(sum_of("sha1 qvTGHdzF6KLavt4PO0gs2a6pQ00=", b"hello"), Some(true));
        assert_eq!(sum_of("sha1 qvTGHdzF6KLavt4PO0gs2a6pQ00=", b"hellO"), Some(false));
        assert_eq!(sum_of("md5 XUFAKrxLKna5cZ2REBfFkg==", b"hello"), None);
    }
}
