use leptos::prelude::*;

use crate::api::Failure;

/// Hands the application in.
#[server(prefix = "/fn", endpoint = "opening/submit")]
pub async fn submit_opening() -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail},
        context::{caller, shop},
    };

    async fn submit() -> Result<(), commerce::Error> {
        shop()?.onboarding().submit(caller().actor).await
    }
    answer(submit().await.map_err(fail), |()| "/studio/open".to_owned(), "/studio/open", &[])
}

/// Gives the application up.
#[server(prefix = "/fn", endpoint = "opening/withdraw")]
pub async fn withdraw_opening() -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail},
        context::{caller, shop},
    };

    async fn withdraw() -> Result<(), commerce::Error> {
        shop()?.onboarding().withdraw(caller().actor).await
    }
    answer(withdraw().await.map_err(fail), |()| "/studio/open".to_owned(), "/studio/open", &[])
}
