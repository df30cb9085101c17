use leptos::prelude::*;

use crate::api::Failure;

/// Gives one of the people another place.
#[server(prefix = "/fn", endpoint = "staff/role")]
pub async fn change_role(shop: String, account: String, role: String) -> Result<(), Failure> {
    use super::PAGE;
    use crate::{
        api::{answer::answer, fail, read},
        context::{self, caller},
    };

    async fn act(shop: &str, account: &str, role: &str) -> Result<(), commerce::Error> {
        let commerce = context::shop()?;
        let (shop, account) = (read::field("shop", shop)?, read::field("account", account)?);
        commerce.staff().change_role(caller().actor, shop, account, super::role(role)?).await
    }
    answer(act(&shop, &account, &role).await.map_err(fail), |()| PAGE.to_owned(), PAGE, &[])
}
