use leptos::prelude::*;

use crate::api::Failure;

/// The operator's yes to a clip as they saw it.
#[server(prefix = "/fn", endpoint = "console/clip/approve")]
pub async fn approve_clip(id: String, round: String) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read::field},
        context::{caller, shop},
    };

    async fn approve(id: &str, round: &str) -> Result<(), commerce::Error> {
        shop()?.video().approve(caller().actor, field("id", id)?, field("round", round)?).await
    }
    let result = approve(&id, &round).await.map_err(fail);
    let meant = [("id", id.as_str()), ("round", &round)];
    answer(result, |()| "/console/clips".to_owned(), &format!("/console/clips?id={id}"), &meant)
}

/// The operator's no, with a reason for everything that is wrong: `reasons[film]=…`.
#[server(prefix = "/fn", endpoint = "console/clip/reject")]
pub async fn reject_clip(
    id: String,
    round: String,
    #[server(default)] reasons: std::collections::BTreeMap<String, String>,
) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read::field},
        context::{caller, shop},
    };

    async fn reject(id: &str, round: &str, reasons: Vec<(String, String)>) -> Result<(), commerce::Error> {
        shop()?.video().send_back(caller().actor, field("id", id)?, field("round", round)?, reasons).await
    }
    // With the clip and the round that they were meant for: the next one in the queue has nothing to do with them.
    let mut typed = vec![("id", id.as_str()), ("round", round.as_str())];
    typed.extend(reasons.iter().map(|(field, words)| (field.as_str(), words.as_str())));
    let result = reject(&id, &round, reasons.clone().into_iter().collect()).await.map_err(fail);
    answer(result, |()| "/console/clips".to_owned(), &format!("/console/clips?id={id}"), &typed)
}

/// Sets whether clips go out by the operator's word only (`on`).
#[server(prefix = "/fn", endpoint = "console/clip/rule")]
pub async fn set_clip_rule(#[server(default)] needed: String) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail},
        context::{caller, shop},
    };

    async fn set(needed: bool) -> Result<(), commerce::Error> {
        shop()?.video().set_review(caller().actor, needed).await
    }
    let result = set(needed == "on").await.map_err(fail);
    answer(result, |()| "/console/clips#rule".to_owned(), "/console/clips", &[])
}
