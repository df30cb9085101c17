use leptos::prelude::*;

use crate::{api::Failure, views::pay::PayModel};

/// Starts paying these orders (ids, separated by commas) together.
#[server(prefix = "/fn", endpoint = "payment/create")]
pub async fn create_payment(
    orders: String,
    key: String,
    #[server(default)] method: String,
) -> Result<PayModel, Failure> {
    use shared::{IdempotencyKey, OrderId};

    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
        present::pay,
    };

    async fn create(orders: &str, key: String, method: &str) -> Result<PayModel, commerce::Error> {
        let key = IdempotencyKey::try_from(key)?;
        let orders: Result<Vec<OrderId>, _> = orders.split(',').map(|id| read::field("orders", id)).collect();
        let payment = shop()?.payment().create(caller().actor, key, orders?, read::method(method)).await?;
        pay::model(payment).await
    }
    let first = orders.split(',').next().unwrap_or_default();
    let back = format!("/orders/{first}");
    answer(create(&orders, key, &method).await.map_err(fail), PayModel::page, &back, &[])
}
