use leptos::prelude::*;

use crate::api::Failure;

/// Ends the session; the browser is a new guest.
#[server(prefix = "/fn", endpoint = "session/sign_out")]
pub async fn sign_out() -> Result<(), Failure> {
    use crate::{
        api::{answer, fail, session_cookie},
        context::{caller, shop},
    };

    async fn leave() -> Result<(), commerce::Error> {
        if let Some(token) = session_cookie::token() {
            shop()?.identity().sign_out(caller().actor, &token).await?;
        }
        session_cookie::forget();
        Ok(())
    }
    answer::answer(leave().await.map_err(fail), |()| "/login".to_owned(), "/me", &[])
}
