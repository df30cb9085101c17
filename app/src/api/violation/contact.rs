use leptos::prelude::*;

use crate::api::Failure;

/// Notes that the operator reads an account's phone and e-mail in full, and leads to the page that shows them.
#[server(prefix = "/fn", endpoint = "console/contact")]
pub async fn read_contact(account: String) -> Result<String, Failure> {
    use crate::{
        api::{answer::answer, fail, read::field},
        context::{caller, shop},
    };

    async fn note(account: &str) -> Result<String, commerce::Error> {
        Ok(shop()?.identity().read_contact(caller().actor, field("account", account)?).await?.to_string())
    }
    let page = format!("/console/users/{account}");
    answer(note(&account).await.map_err(fail), |reading| format!("{page}?reading={reading}#contact"), &page, &[])
}
