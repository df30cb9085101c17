use leptos::prelude::*;

use crate::{api::Failure, views::pay::PayModel};

/// The page all of these lead back to.
#[cfg(feature = "ssr")]
const PAGE: &str = "/studio/deposit";

/// Asks for what is missing of a shop's deposit and starts paying it.
#[server(prefix = "/fn", endpoint = "deposit/top_up")]
pub async fn top_up_deposit(shop: String, key: String, #[server(default)] method: String) -> Result<PayModel, Failure> {
    use shared::IdempotencyKey;

    use crate::{
        api::{answer::answer, fail, read},
        context::{self, caller},
        present::pay,
    };

    async fn start(shop: &str, key: String, method: &str) -> Result<PayModel, commerce::Error> {
        let (commerce, actor) = (context::shop()?, caller().actor);
        let (key, shop) = (IdempotencyKey::try_from(key)?, read::field("shop", shop)?);
        let due = commerce.deposit().top_up(actor, shop).await?;
        pay::model(commerce.payment().pay_deposit(actor, key, due, read::method(method)).await?).await
    }
    answer(start(&shop, key, &method).await.map_err(fail), PayModel::page, PAGE, &[])
}

/// Asks for another category.
#[server(prefix = "/fn", endpoint = "deposit/ask")]
pub async fn ask_category(shop: String, #[server(default)] category: String) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read},
        context::{self, caller},
    };

    async fn ask(shop: &str, category: &str) -> Result<(), commerce::Error> {
        let (shop, category) = (read::field("shop", shop)?, read::field("category", category)?);
        context::shop()?.deposit().ask(caller().actor, shop, category).await.map(drop)
    }
    answer(ask(&shop, &category).await.map_err(fail), |()| format!("{PAGE}#wishes"), PAGE, &[])
}

/// Gives a category up.
#[server(prefix = "/fn", endpoint = "deposit/drop")]
pub async fn drop_category(shop: String, #[server(default)] category: String) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read},
        context::{self, caller},
    };

    async fn drop(shop: &str, category: &str) -> Result<(), commerce::Error> {
        let (shop, category) = (read::field("shop", shop)?, read::field("category", category)?);
        context::shop()?.deposit().drop_category(caller().actor, shop, category).await.map(|_| ())
    }
    answer(drop(&shop, &category).await.map_err(fail), |()| format!("{PAGE}#categories"), PAGE, &[])
}

/// Hands a category request in, or gives it up (`withdraw`).
#[server(prefix = "/fn", endpoint = "deposit/wish")]
pub async fn move_wish(id: String, #[server(default)] act: String) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read},
        context::{self, caller},
    };

    async fn turn(id: &str, act: &str) -> Result<(), commerce::Error> {
        let (commerce, actor) = (context::shop()?, caller().actor);
        let id = read::field("id", id)?;
        match act {
            "withdraw" => commerce.deposit().withdraw(actor, id).await,
            _ => commerce.deposit().submit(actor, id).await,
        }
    }
    answer(turn(&id, &act).await.map_err(fail), |()| format!("{PAGE}#wishes"), PAGE, &[])
}

/// The operator's word on a category request.
#[server(prefix = "/fn", endpoint = "console/wish")]
pub async fn judge_wish(
    id: String,
    version: String,
    #[server(default)] decision: String,
    #[server(default)] reason: String,
    #[server(default)] words: String,
) -> Result<(), Failure> {
    use commerce::deposit::Word;

    use crate::{
        api::{answer::answer, fail, read},
        context::{self, caller},
    };

    async fn judge(id: &str, version: &str, decision: &str, reason: &str, words: &str) -> Result<(), commerce::Error> {
        let (id, version) = (read::field("id", id)?, read::field("version", version)?);
        let word = match decision {
            "approve" => Word::Approve,
            _ => Word::Reject { reason: read::field("words", reason)?, words: words.to_owned() },
        };
        context::shop()?.deposit().decide(caller().actor, id, version, word).await
    }
    let page = "/console/wishes";
    let judged = judge(&id, &version, &decision, &reason, &words).await.map_err(fail);
    answer(judged, |()| page.to_owned(), page, &[("id", &id), ("words", &words)])
}
