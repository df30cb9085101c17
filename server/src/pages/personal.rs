//! When a page that is otherwise everybody's is one guest's own.

use axum::{
    extract::Request,
    http::{HeaderMap, Method},
};

use crate::edge::cookies;

/// Says that this guest likes or follows something, so that feed and creator pages look different to them.
pub const MARKS: &str = "marks";
/// What a form came back with, to be shown once; `app` writes and reads it.
const FORM: &str = "vitrine_form";
/// What leaves marks.
const MARKING: [&str; 2] = ["/fn/video/like", "/fn/creator/follow"];

/// Whether the visitor sees something in the page that others do not.
pub fn is_personal(path: &str, headers: &HeaderMap) -> bool {
    let shows_marks = !path.starts_with("/p/") && path != "/search";
    cookies::get(headers, FORM).is_some() || (shows_marks && cookies::get(headers, MARKS).is_some())
}

/// Whether the request leaves a mark.
pub fn leaves_mark(request: &Request) -> bool {
    request.method() == Method::POST && MARKING.contains(&request.uri().path())
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderValue, header::COOKIE};

    use super::*;

    #[test]
    fn marks_show_where_hearts_are() {
        for (cookie, path, personal) in [
            ("theme=dark", "/", false),
            ("marks=1", "/v/1", true),
            ("marks=1", "/p/1", false),
            ("vitrine_form=x", "/p/1", true),
        ] {
            let headers = HeaderMap::from_iter([(COOKIE, HeaderValue::from_static(cookie))]);
            assert_eq!(is_personal(path, &headers), personal, "{cookie} {path}");
        }
    }
}
