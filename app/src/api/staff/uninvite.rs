use leptos::prelude::*;

use crate::api::Failure;

/// Takes an offer back that nobody has taken.
#[server(prefix = "/fn", endpoint = "staff/uninvite")]
pub async fn take_offer_back(shop: String, id: String) -> Result<(), Failure> {
    use super::PAGE;
    use crate::{
        api::{answer::answer, fail, read},
        context::{self, caller},
    };

    async fn act(shop: &str, id: &str) -> Result<(), commerce::Error> {
        let commerce = context::shop()?;
        commerce.staff().uninvite(caller().actor, read::field("shop", shop)?, read::field("id", id)?).await
    }
    answer(act(&shop, &id).await.map_err(fail), |()| PAGE.to_owned(), PAGE, &[])
}
