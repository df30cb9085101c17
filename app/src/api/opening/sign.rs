use leptos::prelude::*;

use crate::api::Failure;

/// Signs the ticked versions of the agreements.
#[server(prefix = "/fn", endpoint = "opening/sign")]
pub async fn sign_agreements(#[server(default)] agreements: Vec<String>) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
    };

    async fn sign(ids: &[String]) -> Result<(), commerce::Error> {
        let ids: Result<Vec<_>, _> = ids.iter().map(|id| read::field("agreements", id)).collect();
        shop()?.onboarding().sign(caller().actor, ids?).await
    }
    let result = sign(&agreements).await.map_err(fail);
    answer(result, |()| "/studio/open?step=agreements#hand-in".to_owned(), "/studio/open?step=agreements", &[])
}
