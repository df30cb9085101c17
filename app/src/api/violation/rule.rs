use leptos::prelude::*;

use crate::api::Failure;

/// Sets for how many days a new violation may be appealed.
#[server(prefix = "/fn", endpoint = "console/violation/days")]
pub async fn set_appeal_days(appeal_days: String) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read::field},
        context::{caller, shop},
    };

    async fn set(days: &str) -> Result<(), commerce::Error> {
        shop()?.violation().set_appeal_days(caller().actor, field("appeal_days", days)?).await
    }
    let result = set(&appeal_days).await.map_err(fail);
    let typed = [("appeal_days", appeal_days.as_str())];
    answer(result, |()| "/console/violations#rule".to_owned(), "/console/violations", &typed)
}
