//! Pictures and clips, by ranges where a player asks for them.

use axum::{
    body::Body,
    extract::State,
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{
            ACCEPT_RANGES, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG,
            IF_NONE_MATCH, IF_RANGE, RANGE,
        },
    },
    response::{IntoResponse, Response},
};
use commerce::{
    Actor,
    media::{MediaFile, Part, Reach},
};
use shared::{ErrorCode, Locale, MediaId};

use crate::{
    api::{Failure, Path},
    edge::caller,
    state::AppState,
};

/// How long others may keep a film or a poster without asking again: it may be taken back.
const FOR_NOW: &str = "public, max-age=600, must-revalidate";

/// `GET /media/{id}/{file}`: for ever the same, because a changed picture has another name. What belongs to a clip is
/// there for everybody only while the clip is.
pub async fn file(
    State(state): State<AppState>,
    Path((id, name)): Path<(MediaId, String)>,
    headers: HeaderMap,
) -> Response {
    // The name is a part of the tag only after the store has found it.
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let tag = format!("\"{id}-{name}\"");
    let wanted = text(RANGE).filter(|_| text(IF_RANGE).is_none_or(|known| known == tag)).and_then(parse);
    let part = wanted.unwrap_or(Part::Whole);
    let media = state.commerce.media();
    let found = match media.file(Actor::Nobody, id, &name, part).await {
        // It may be theirs: only now it matters who asks.
        Err(error) if error.code() == ErrorCode::NotFound => match caller::known(&state, &headers).await {
            Some(actor) => media.file(actor, id, &name, part).await,
            None => Err(error),
        },
        found => found,
    };
    let file = match found {
        Ok(file) => file,
        Err(error) => {
            let mut response = Failure::new(&error, Locale::default()).into_response();
            // What is not there for one may be there for another, or in a minute.
            response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
            return response;
        }
    };
    let kept = match file.reach {
        Reach::ForEver => "public, max-age=31536000, immutable",
        Reach::Recallable => FOR_NOW,
        Reach::Own => "private, no-cache",
    };
    let etag = HeaderValue::try_from(&tag).unwrap_or(HeaderValue::from_static("W/\"media\""));
    let mut response = if text(IF_NONE_MATCH).is_some_and(|known| known.split(',').any(|one| one.trim() == tag)) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        answer(file, wanted.is_some())
    };
    let headers = response.headers_mut();
    headers.insert(ETAG, etag);
    headers.insert(ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(kept));
    // Whatever slipped through the encoder does nothing when it is opened by itself.
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; media-src 'self'; sandbox"));
    response
}

fn answer(file: MediaFile, is_part: bool) -> Response {
    let (range, size) = (file.range.clone(), file.size);
    if range.is_empty() {
        let total = [(CONTENT_RANGE, format!("bytes */{size}"))];
        return (StatusCode::RANGE_NOT_SATISFIABLE, total).into_response();
    }
    let told = [
        (CONTENT_TYPE, HeaderValue::from_static(file.content_type)),
        (CONTENT_LENGTH, HeaderValue::from(range.end - range.start)),
    ];
    let body = (told, Body::from_stream(file.pieces()));
    if is_part {
        let part = [(CONTENT_RANGE, format!("bytes {}-{}/{size}", range.start, range.end - 1))];
        (StatusCode::PARTIAL_CONTENT, part, body).into_response()
    } else {
        body.into_response()
    }
}

/// One range; several at once and nonsense are answered with the whole file, as the standard allows.
fn parse(text: &str) -> Option<Part> {
    let (start, end) = text.strip_prefix("bytes=")?.split_once('-')?;
    match (start.trim(), end.trim()) {
        ("", "") => None,
        ("", count) => count.parse().ok().map(Part::Last),
        (start, "") => start.parse().ok().map(Part::From),
        (start, end) => {
            let (start, end) = (start.parse().ok()?, end.parse().ok()?);
            (start <= end).then_some(Part::Between(start, end))
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
