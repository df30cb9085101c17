use leptos::prelude::*;

use crate::api::Failure;

/// The operator's word: `uphold` or `lift`, on what they saw as `version`.
#[server(prefix = "/fn", endpoint = "console/violation/decide")]
pub async fn decide_violation(
    id: String,
    version: String,
    decision: String,
    #[server(default)] words: String,
) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read::field},
        context::{caller, shop},
    };

    async fn decide(id: &str, version: &str, decision: &str, words: &str) -> Result<(), commerce::Error> {
        let (shop, actor) = (shop()?, caller().actor);
        let (id, version) = (field("id", id)?, field("version", version)?);
        match decision {
            "uphold" => shop.violation().uphold(actor, id, version, words).await,
            "lift" => shop.violation().lift(actor, id, version, words).await,
            _ => Err(commerce::Error::Invalid(vec!["decision"])),
        }
    }
    let words = words.replace("\r\n", "\n");
    let page = format!("/console/violations/{id}");
    let result = decide(&id, &version, &decision, &words).await.map_err(fail);
    answer(result, |()| page.clone(), &page, &[("words", words.as_str())])
}
