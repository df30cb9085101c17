use leptos::prelude::*;

use crate::api::Failure;

/// Takes a place in the shop away.
#[server(prefix = "/fn", endpoint = "staff/remove")]
pub async fn remove_member(shop: String, account: String) -> Result<(), Failure> {
    use super::PAGE;
    use crate::{
        api::{answer::answer, fail, read},
        context::{self, caller},
    };

    async fn act(shop: &str, account: &str) -> Result<(), commerce::Error> {
        let commerce = context::shop()?;
        let (shop, account) = (read::field("shop", shop)?, read::field("account", account)?);
        commerce.staff().remove(caller().actor, shop, account).await
    }
    answer(act(&shop, &account).await.map_err(fail), |()| PAGE.to_owned(), PAGE, &[])
}
