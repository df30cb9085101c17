use leptos::prelude::*;

use crate::{api::Failure, views::pay::PayModel};

/// Asks the provider how a payment stands.
#[server(prefix = "/fn", endpoint = "payment/sync")]
pub async fn sync_payment(payment: String) -> Result<PayModel, Failure> {
    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
        present::pay,
    };

    async fn sync(payment: &str) -> Result<PayModel, commerce::Error> {
        let id = read::field("payment", payment)?;
        let payment = shop()?.payment().sync(caller().actor, id).await?;
        pay::model(payment).await
    }
    let page = format!("/pay/{payment}");
    answer(sync(&payment).await.map_err(fail), |_| page.clone(), &page, &[])
}
