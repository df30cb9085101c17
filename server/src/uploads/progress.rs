use std::{convert::Infallible, time::Duration};

use app::context::Caller;
use axum::{
    Extension,
    extract::State,
    response::sse::{Event, KeepAlive, Sse},
};
use commerce::Commerce;
use futures::{Stream, stream};
use shared::{UploadId, UploadState};
use tokio::time::sleep;

use crate::api::{Failure, Path};

/// How often it is looked at: the work may be done by another process.
const LOOK: Duration = Duration::from_millis(500);
/// Looks of one answer; browsers ask again by themselves.
const MOST_LOOKS: u32 = 1_200;

/// `GET /studio/clips/{clip}/progress`: how far an upload is, as server-sent events, until it is a clip or
/// refused. Each is the JSON of an `UploadView`.
pub async fn progress(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<UploadId>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Failure> {
    commerce.media().uploaded(caller.actor, id).await.map_err(Failure::to(caller.locale))?;
    let looks = stream::unfold(Some(0), move |looks: Option<u32>| {
        let commerce = commerce.clone();
        async move {
            let looks = looks.filter(|looks| *looks < MOST_LOOKS)?;
            if looks > 0 {
                sleep(LOOK).await;
            }
            let upload = commerce.media().uploaded(caller.actor, id).await.ok()?;
            let event = Event::default().json_data(&upload).unwrap_or_default();
            let over = matches!(upload.state, UploadState::Ready | UploadState::Refused);
            Some((Ok(event), (!over).then_some(looks + 1)))
        }
    });
    Ok(Sse::new(looks).keep_alive(KeepAlive::default()))
}
