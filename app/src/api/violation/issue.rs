use leptos::prelude::*;

use crate::api::Failure;

/// What becomes of a draft that was seen as `version`: `issue` or `discard`.
#[server(prefix = "/fn", endpoint = "console/violation/issue")]
pub async fn issue_violation(id: String, version: String, act: String) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read::field},
        context::{caller, shop},
    };

    async fn go(id: &str, version: &str, act: &str) -> Result<(), commerce::Error> {
        let (shop, actor) = (shop()?, caller().actor);
        let (id, version) = (field("id", id)?, field("version", version)?);
        match act {
            "issue" => shop.violation().issue(actor, id, version).await,
            "discard" => shop.violation().discard(actor, id, version).await,
            _ => Err(commerce::Error::Invalid(vec!["act"])),
        }
    }
    let page = format!("/console/violations/{id}");
    let next = if act == "issue" { format!("{page}?saved=issued") } else { page.clone() };
    answer(go(&id, &version, &act).await.map_err(fail), |()| next, &page, &[])
}
