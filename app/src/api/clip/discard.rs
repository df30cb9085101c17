use leptos::prelude::*;

use crate::api::Failure;

/// Throws a draft away.
#[server(prefix = "/fn", endpoint = "clip/discard")]
pub async fn discard_clip(id: String) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
    };

    async fn discard(id: &str) -> Result<(), commerce::Error> {
        shop()?.video().discard(caller().actor, read::field("id", id)?).await
    }
    let back = format!("/studio/clips/{id}");
    answer(discard(&id).await.map_err(fail), |()| "/studio/clips".to_owned(), &back, &[])
}

/// Gives an upload up, or takes the note about a refused one away.
#[server(prefix = "/fn", endpoint = "clip/cancel")]
pub async fn cancel_upload(id: String) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
    };

    async fn cancel(id: &str) -> Result<(), commerce::Error> {
        shop()?.media().cancel_upload(caller().actor, read::field("id", id)?).await
    }
    answer(cancel(&id).await.map_err(fail), |()| "/studio/clips".to_owned(), "/studio/clips", &[])
}
