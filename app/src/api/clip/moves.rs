use leptos::prelude::*;

use crate::api::Failure;

/// Publishes (or hands in for review), schedules (`at`: China's date and time), recalls or unlists a clip.
#[server(prefix = "/fn", endpoint = "clip/move")]
pub async fn move_clip(
    id: String,
    #[server(default)] event: String,
    #[server(default)] at: String,
) -> Result<(), Failure> {
    use commerce::Error;
    use shared::{VideoEvent, VideoState};

    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
    };

    async fn go(id: &str, event: &str, at: &str) -> Result<VideoState, Error> {
        let event = match event {
            "publish" => VideoEvent::Publish,
            "schedule" => VideoEvent::Schedule,
            "recall" => VideoEvent::Recall,
            "unlist" => VideoEvent::Unlist,
            _ => return Err(Error::Invalid(vec!["event"])),
        };
        let at = read::moment("at", at)?;
        shop()?.video().move_on(caller().actor, read::field("id", id)?, event, at).await
    }
    let page = format!("/studio/clips/{id}");
    let result = go(&id, &event, &at).await.map_err(fail);
    // Where it ended is news if it is not where it was to go.
    let saved = |state: &VideoState| match state {
        VideoState::InReview | VideoState::Rejected => state.as_str().to_owned(),
        _ => event.clone(),
    };
    answer(result, |state| format!("{page}?saved={}", saved(state)), &page, &[("at", at.as_str())]).map(|_| ())
}
