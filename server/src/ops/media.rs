//! Pictures and clips, by ranges where a player asks for them.

use std::ops::Range;

use axum::{
    body::Body,
    extract::State,
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{
            ACCEPT_RANGES, CACHE_CONTROL, CONTENT_RANGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH,
            IF_RANGE, RANGE,
        },
    },
    response::{IntoResponse, Response},
};
use commerce::{Commerce, media::MediaFile};
use shared::{Locale, MediaId};

use crate::api::{Failure, Path};

/// `GET /media/{id}/{file}`: for ever the same, because a changed picture has another name.
pub async fn file(
    State(commerce): State<Commerce>,
    Path((id, name)): Path<(MediaId, String)>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    // The name is a part of the tag only after the store has found it.
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let tag = format!("\"{id}-{name}\"");
    let wanted = text(RANGE).filter(|_| text(IF_RANGE).is_none_or(|known| known == tag)).and_then(parse);
    let range = wanted.as_ref().and_then(Wanted::known);
    let file = commerce.media().file(id, &name, range).await.map_err(Failure::to(Locale::default()))?;
    let etag = HeaderValue::try_from(&tag).unwrap_or(HeaderValue::from_static("W/\"media\""));
    let mut response = if text(IF_NONE_MATCH).is_some_and(|known| known.split(',').any(|one| one.trim() == tag)) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        answer(file, wanted)
    };
    let headers = response.headers_mut();
    headers.insert(ETAG, etag);
    headers.insert(ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    // Whatever slipped through the encoder does nothing when it is opened by itself.
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; media-src 'self'; sandbox"));
    Ok(response)
}

fn answer(file: MediaFile, wanted: Option<Wanted>) -> Response {
    let content_type = (CONTENT_TYPE, HeaderValue::from_static(file.content_type));
    let Some(wanted) = wanted else {
        return ([content_type], Body::from(file.bytes)).into_response();
    };
    let range = wanted.within(file.size);
    if range.is_empty() {
        let total = [(CONTENT_RANGE, format!("bytes */{}", file.size))];
        return (StatusCode::RANGE_NOT_SATISFIABLE, total).into_response();
    }
    // The store was asked for a known range and gave just that; of a suffix it gave the whole file.
    let bytes = match (wanted.known(), usize::try_from(range.start), usize::try_from(range.end)) {
        (None, Ok(start), Ok(end)) if end <= file.bytes.len() => file.bytes.slice(start..end),
        _ => file.bytes,
    };
    let part = format!("bytes {}-{}/{}", range.start, range.end - 1, file.size);
    let part = HeaderValue::try_from(part).map(|part| [(CONTENT_RANGE, part)]);
    let body = ([content_type], Body::from(bytes));
    match part {
        Ok(part) => (StatusCode::PARTIAL_CONTENT, part, body).into_response(),
        Err(_) => body.into_response(),
    }
}

/// The bytes that a player asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// From here to the end.
    From(u64),
    /// From here to there, both included.
    Between(u64, u64),
    /// The last so many.
    Last(u64),
}

impl Wanted {
    /// What can be asked of the store without knowing the size.
    fn known(&self) -> Option<Range<u64>> {
        match *self {
            Self::From(start) => Some(start..u64::MAX),
            Self::Between(start, end) => Some(start..end.saturating_add(1)),
            Self::Last(_) => None,
        }
    }

    /// The part of it that a file of `size` has; empty if none.
    fn within(self, size: u64) -> Range<u64> {
        match self {
            Self::From(start) => start..size,
            Self::Between(start, end) => start..end.saturating_add(1).min(size),
            Self::Last(count) => size.saturating_sub(count)..size,
        }
    }
}

/// One range; several at once and nonsense are answered with the whole file, as the standard allows.
fn parse(text: &str) -> Option<Wanted> {
    let (start, end) = text.strip_prefix("bytes=")?.split_once('-')?;
    match (start.trim(), end.trim()) {
        ("", "") => None,
        ("", count) => count.parse().ok().map(Wanted::Last),
        (start, "") => start.parse().ok().map(Wanted::From),
        (start, end) => {
            let (start, end) = (start.parse().ok()?, end.parse().ok()?);
            (start <= end).then_some(Wanted::Between(start, end))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_the_standard_says() {
        for (text, part) in [
            ("bytes=0-", Some(0..10)),
            ("bytes=0-0", Some(0..1)),
            ("bytes=5-99", Some(5..10)),
            ("bytes=-3", Some(7..10)),
            ("bytes=-99", Some(0..10)),
            ("bytes=2-1", None),
            ("bytes=0-1,3-4", None),
            ("lines=0-1", None),
            ("bytes=-", None),
        ] {
            assert_eq!(parse(text).map(|wanted| wanted.within(10)), part, "{text}");
        }
        assert!(parse("bytes=10-").unwrap().within(10).is_empty());
    }
}
