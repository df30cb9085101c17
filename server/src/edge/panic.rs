//! A bug in one request must not look like a broken connection.

use std::any::Any;

use axum::{
    http::{HeaderValue, StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use shared::{ErrorCode, Locale};

use crate::api::Failure;

/// The answer in place of the one that was being made; what went wrong is for the log alone.
pub fn answer(panic: Box<dyn Any + Send>) -> Response {
    let words = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
    tracing::error!(panic = words.unwrap_or("no words"), "request panicked");
    Failure::code(ErrorCode::Internal, Locale::default()).into_response()
}

/// The same for people: complete without script, style sheet or database.
pub fn page(panic: Box<dyn Any + Send>) -> Response {
    let mut response = answer(panic);
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    response.map(|_| {
        axum::body::Body::from(
            "<!DOCTYPE html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>500</title>\
             <h1>出错了，请稍后再试</h1><p lang=\"en\">Something went wrong. Please try again later.</p>\
             <p><a href=\"/\">Vitrine</a></p></html>",
        )
    })
}
