use axum::extract::State;
use chrono::{DateTime, TimeDelta, Utc};
use commerce::{Actor, Commerce, Error};
use serde::{Deserialize, Serialize};
use shared::{ErrorCode, Locale};

use crate::api::{Failure, Json};

/// Longest step, in seconds: a year.
const LONGEST: i64 = 366 * 24 * 60 * 60;

/// How far to move.
#[derive(Deserialize)]
pub struct Step {
    advance_seconds: i64,
}

/// Where the clock stands now.
#[derive(Serialize)]
pub struct Moved {
    now: DateTime<Utc>,
    /// Things that became due on the way and were done.
    happened: u64,
}

/// `POST /dev/clock` (demo only): moves the shop's time forward and answers when all that became due
/// has happened.
pub async fn advance(State(commerce): State<Commerce>, Json(step): Json<Step>) -> Result<Json<Moved>, Failure> {
    let refuse = Failure::to(Locale::default());
    if !(0..=LONGEST).contains(&step.advance_seconds) {
        return Err(Failure::field("advance_seconds", Locale::default()));
    }
    if !commerce.config().demo {
        return Err(refuse(Error::Refused(ErrorCode::NotFound)));
    }
    commerce.clock().advance(TimeDelta::seconds(step.advance_seconds));
    let happened = commerce.timer().run_due(Actor::System).await.map_err(refuse)?;
    Ok(Json(Moved { now: commerce.clock().now(), happened }))
}
