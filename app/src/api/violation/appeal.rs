use leptos::prelude::*;

use crate::api::Failure;

/// Says that a violation is not right.
#[server(prefix = "/fn", endpoint = "violation/appeal")]
pub async fn appeal_violation(id: String, #[server(default)] appeal: String) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read::field},
        context::{caller, shop},
    };

    async fn say(id: &str, text: &str) -> Result<(), commerce::Error> {
        shop()?.violation().appeal(caller().actor, field("id", id)?, text).await
    }
    let appeal = appeal.replace("\r\n", "\n");
    let page = format!("/studio/violations/{id}");
    let result = say(&id, &appeal).await.map_err(fail);
    answer(result, |()| format!("{page}#appeal"), &page, &[("appeal", appeal.as_str())])
}

/// Takes that back before it is decided.
#[server(prefix = "/fn", endpoint = "violation/withdraw")]
pub async fn withdraw_appeal(id: String) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read::field},
        context::{caller, shop},
    };

    async fn take_back(id: &str) -> Result<(), commerce::Error> {
        shop()?.violation().withdraw_appeal(caller().actor, field("id", id)?).await
    }
    let page = format!("/studio/violations/{id}");
    answer(take_back(&id).await.map_err(fail), |()| format!("{page}#appeal"), &page, &[])
}
