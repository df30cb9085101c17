use leptos::prelude::*;

use crate::api::Failure;

/// Announces that a shop closes, or takes that back (`withdraw`).
#[server(prefix = "/fn", endpoint = "closing/move")]
pub async fn move_closing(shop: String, #[server(default)] act: String) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read},
        context::{self, caller},
    };

    async fn turn(shop: &str, act: &str) -> Result<(), commerce::Error> {
        let (commerce, actor) = (context::shop()?, caller().actor);
        let shop = read::field("shop", shop)?;
        match act {
            "withdraw" => commerce.closing().withdraw(actor, shop).await,
            _ => commerce.closing().announce(actor, shop).await.map(drop),
        }
    }
    let page = "/studio/closing";
    answer(turn(&shop, &act).await.map_err(fail), |()| page.to_owned(), page, &[])
}

/// Sets the rule of closings, at once.
#[server(prefix = "/fn", endpoint = "console/closing")]
pub async fn set_closing_rule(announce_days: String, after_sale_days: String) -> Result<(), Failure> {
    use shared::dto::ClosingRule;

    use crate::{
        api::{answer::answer, fail, read},
        context::{self, caller},
    };

    async fn set(announce: &str, after: &str) -> Result<(), commerce::Error> {
        let commerce = context::shop()?;
        let rule = ClosingRule {
            announce_days: read::field("announce_days", announce.trim())?,
            after_sale_days: read::field("after_sale_days", after.trim())?,
        };
        commerce.closing().set_rule(caller().actor, rule, commerce.clock().now()).await
    }
    let typed = [("announce_days", announce_days.as_str()), ("after_sale_days", &after_sale_days)];
    let result = set(&announce_days, &after_sale_days).await.map_err(fail);
    answer(result, |()| "/console/rules".to_owned(), "/console/rules", &typed)
}
