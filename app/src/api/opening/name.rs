use leptos::prelude::*;

use crate::api::Failure;

/// Verifies the caller's real name.
#[server(prefix = "/fn", endpoint = "opening/name")]
pub async fn verify_name(
    #[server(default)] real_name: String,
    #[server(default)] identity_number: String,
) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail},
        context::{caller, shop},
    };

    async fn verify(name: &str, number: &str) -> Result<(), commerce::Error> {
        shop()?.onboarding().verify_name(caller().actor, name, number).await
    }
    let result = verify(&real_name, &identity_number).await.map_err(fail);
    let page = "/studio/open?step=conditions";
    answer(result, |()| "/studio/open#step".to_owned(), page, &[("real_name", &real_name)])
}
