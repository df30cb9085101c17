use leptos::prelude::*;

use crate::api::Failure;

/// Writes what the check of an import found good.
#[server(prefix = "/fn", endpoint = "studio/import/apply")]
pub async fn apply_import(id: String) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read::field},
        context::{caller, shop},
    };

    async fn apply(id: &str) -> Result<(), commerce::Error> {
        shop()?.catalog().apply_import(caller().actor, field("id", id)?).await
    }
    let result = apply(&id).await.map_err(fail);
    let page = format!("/studio/products/import?id={id}");
    answer(result, |()| page.clone(), &page, &[])
}

/// Stops an import; what was written stays.
#[server(prefix = "/fn", endpoint = "studio/import/cancel")]
pub async fn cancel_import(id: String) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read::field},
        context::{caller, shop},
    };

    async fn cancel(id: &str) -> Result<(), commerce::Error> {
        shop()?.catalog().cancel_import(caller().actor, field("id", id)?).await
    }
    let result = cancel(&id).await.map_err(fail);
    let page = format!("/studio/products/import?id={id}");
    answer(result, |()| page.clone(), &page, &[])
}
