use leptos::prelude::*;

use crate::{api::Failure, views::track::TrackModel};

/// Gives an unpaid order up.
#[server(prefix = "/fn", endpoint = "order/cancel")]
pub async fn cancel_order(order: String) -> Result<TrackModel, Failure> {
    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
        present::track,
    };

    async fn cancel(order: &str) -> Result<TrackModel, commerce::Error> {
        let id = read::field("order", order)?;
        shop()?.order().cancel(caller().actor, id).await?;
        track::model(id).await
    }
    let page = format!("/orders/{order}");
    answer(cancel(&order).await.map_err(fail), |_| page.clone(), &page, &[])
}
