use leptos::prelude::*;

use crate::{api::Failure, views::track::TrackModel};

/// Confirms that everything arrived.
#[server(prefix = "/fn", endpoint = "order/confirm")]
pub async fn confirm_order(order: String) -> Result<TrackModel, Failure> {
    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
        present::track,
    };

    async fn confirm(order: &str) -> Result<TrackModel, commerce::Error> {
        let id = read::field("order", order)?;
        shop()?.order().confirm_receipt(caller().actor, id).await?;
        track::model(id).await
    }
    let page = format!("/orders/{order}");
    answer(confirm(&order).await.map_err(fail), |_| page.clone(), &page, &[])
}
