use leptos::prelude::*;

use crate::api::Failure;

/// Takes a planned change back; `page` is the table it was shown with.
#[server(prefix = "/fn", endpoint = "console/term/withdraw")]
pub async fn withdraw_term(id: String, #[server(default)] page: String) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read::field},
        context::{caller, shop},
    };

    async fn withdraw(id: &str) -> Result<(), commerce::Error> {
        shop()?.catalog().withdraw_term(caller().actor, field("id", id)?).await
    }
    let page = if page.starts_with("/console/") { page } else { "/console/categories".to_owned() };
    answer(withdraw(&id).await.map_err(fail), |()| page.clone(), &page, &[])
}
