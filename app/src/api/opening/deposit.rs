use leptos::prelude::*;

use crate::{api::Failure, views::pay::PayModel};

/// Starts paying a deposit.
#[server(prefix = "/fn", endpoint = "opening/pay")]
pub async fn pay_deposit(deposit: String, key: String, #[server(default)] method: String) -> Result<PayModel, Failure> {
    use shared::IdempotencyKey;

    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
        present::pay,
    };

    async fn start(deposit: &str, key: String, method: &str) -> Result<PayModel, commerce::Error> {
        let (key, deposit) = (IdempotencyKey::try_from(key)?, read::field("deposit", deposit)?);
        let payment = shop()?.payment().pay_deposit(caller().actor, key, deposit, read::method(method)).await?;
        pay::model(payment).await
    }
    answer(start(&deposit, key, &method).await.map_err(fail), PayModel::page, "/studio/open", &[])
}
