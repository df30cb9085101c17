use leptos::prelude::*;

use crate::api::Failure;

/// Sets when a product goes on sale and off sale by itself, in China's time; empty for never.
#[server(prefix = "/fn", endpoint = "studio/product/schedule")]
pub async fn schedule_product(
    id: String,
    #[server(default)] list_at: String,
    #[server(default)] delist_at: String,
) -> Result<(), Failure> {
    use crate::{
        api::{
            answer::answer,
            fail,
            read::{field, moment},
        },
        context::{caller, shop},
    };

    async fn set(id: &str, list_at: &str, delist_at: &str) -> Result<(), commerce::Error> {
        let (list_at, delist_at) = (moment("list_at", list_at)?, moment("delist_at", delist_at)?);
        shop()?.catalog().schedule(caller().actor, field("id", id)?, list_at, delist_at).await
    }
    let result = set(&id, &list_at, &delist_at).await.map_err(fail);
    let page = format!("/studio/products/{id}");
    answer(result, |()| format!("{page}?saved=1#timed"), &page, &[("list_at", &list_at), ("delist_at", &delist_at)])
}
