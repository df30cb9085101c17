use leptos::prelude::*;

use crate::api::Failure;

/// The operator's yes to a draft as they saw it.
#[server(prefix = "/fn", endpoint = "console/product/approve")]
pub async fn approve_product(id: String, version: String) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read::field},
        context::{caller, shop},
    };

    async fn approve(id: &str, version: &str) -> Result<(), commerce::Error> {
        shop()?.catalog().approve(caller().actor, field("id", id)?, field("version", version)?).await
    }
    let result = approve(&id, &version).await.map_err(fail);
    answer(result, |()| "/console/products".to_owned(), "/console/products", &[])
}

/// The operator's no, with a reason for every field that is wrong: `reasons[title]=…`.
#[server(prefix = "/fn", endpoint = "console/product/reject")]
pub async fn reject_product(
    id: String,
    version: String,
    #[server(default)] reasons: std::collections::BTreeMap<String, String>,
) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read::field},
        context::{caller, shop},
    };

    async fn reject(id: &str, version: &str, reasons: Vec<(String, String)>) -> Result<(), commerce::Error> {
        shop()?.catalog().reject(caller().actor, field("id", id)?, field("version", version)?, reasons).await
    }
    let typed: Vec<_> = reasons.iter().map(|(field, words)| (field.as_str(), words.as_str())).collect();
    let result = reject(&id, &version, reasons.clone().into_iter().collect()).await.map_err(fail);
    answer(result, |()| "/console/products".to_owned(), &format!("/console/products?id={id}"), &typed)
}
