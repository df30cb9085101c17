use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{api::Failure, views::track::TrackModel};

/// How an order stands and where its parcels are.
#[server(prefix = "/fn", endpoint = "order/track", input = GetUrl)]
pub async fn track_order(order: String) -> Result<TrackModel, Failure> {
    use crate::api::{fail, read};

    let id = read::field("order", &order).map_err(fail)?;
    crate::present::track::model(id).await.map_err(fail)
}
