use leptos::prelude::*;

use crate::api::Failure;

/// Takes the poster out of the film, `at` so many seconds.
#[server(prefix = "/fn", endpoint = "clip/frame")]
pub async fn choose_clip_frame(id: String, #[server(default)] at: String) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
    };

    async fn choose(id: &str, at: &str) -> Result<(), commerce::Error> {
        let at = read::millis(at).ok_or(commerce::Error::Invalid(vec!["at"]))?;
        shop()?.video().poster_from_frame(caller().actor, read::field("id", id)?, at).await
    }
    let page = format!("/studio/clips/{id}");
    answer(choose(&id, &at).await.map_err(fail), |()| format!("{page}?saved=poster"), &page, &[])
}
