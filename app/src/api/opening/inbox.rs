use leptos::prelude::*;

use crate::api::Failure;

/// Marks the caller's messages as read.
#[server(prefix = "/fn", endpoint = "inbox/read")]
pub async fn read_inbox() -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail},
        context::{caller, shop},
    };

    async fn read() -> Result<(), commerce::Error> {
        shop()?.inbox().read(caller().actor).await.map(|_| ())
    }
    answer(read().await.map_err(fail), |()| "/studio".to_owned(), "/studio", &[])
}
