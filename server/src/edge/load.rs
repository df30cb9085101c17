//! A shop that is asked too much says so at once, instead of answering everybody too late.

use std::{sync::Arc, time::Duration};

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use shared::ErrorCode;
use tokio::{sync::Semaphore, time::timeout};

use super::caller::locale;
use crate::api::Failure;

/// Longest time for one answer's head.
const TIME: Duration = Duration::from_secs(15);

/// Room for so many requests at work at once.
#[derive(Debug, Clone)]
pub struct Room(Arc<Semaphore>);

impl Room {
    /// Room for `requests`.
    pub fn new(requests: usize) -> Self {
        Self(Arc::new(Semaphore::new(requests)))
    }
}

/// The same for what takes as long as somebody's line does: its own places, and no time.
pub async fn unhurried(State(Room(room)): State<Room>, request: Request, next: Next) -> Response {
    let (locale, _) = locale(&request);
    let Ok(_place) = room.try_acquire_owned() else {
        return Failure::code(ErrorCode::Unavailable, locale).into_response();
    };
    next.run(request).await
}

/// Answers 503 with `Retry-After` when there is no room left or the time is over.
pub async fn layer(State(Room(room)): State<Room>, request: Request, next: Next) -> Response {
    let (locale, _) = locale(&request);
    let busy = || Failure::code(ErrorCode::Unavailable, locale).into_response();
    let Ok(_place) = room.try_acquire_owned() else { return busy() };
    timeout(TIME, next.run(request)).await.unwrap_or_else(|_| busy())
}
