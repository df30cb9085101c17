use leptos::prelude::*;

use crate::api::Failure;

/// Offers a place in the shop; the answer is the link, which nobody is shown a second time.
#[server(prefix = "/fn", endpoint = "staff/invite")]
pub async fn invite_member(shop: String, role: String, whom: String) -> Result<String, Failure> {
    use super::PAGE;
    use crate::{
        api::{answer, fail, read},
        context::{self, caller},
    };

    async fn invite(shop: &str, role: &str, whom: &str) -> Result<String, commerce::Error> {
        let staff = context::shop()?;
        let offer = staff.staff().invite(caller().actor, read::field("shop", shop)?, super::role(role)?, whom).await?;
        Ok(offer.url)
    }
    let result = invite(&shop, &role, &whom).await.map_err(fail);
    let typed = [("role", role.as_str()), ("whom", whom.as_str())];
    if let (true, Ok(url)) = (answer::is_plain(), &result) {
        answer::keep(PAGE, &[("url", url)], None);
    }
    answer::answer(result, |_| format!("{PAGE}#link"), PAGE, &typed)
}
