use leptos::prelude::*;

use crate::api::Failure;

/// Changes the pieces left of a SKU, if nobody else changed its stock since the sender saw it.
#[server(prefix = "/fn", endpoint = "studio/product/stock")]
pub async fn set_stock(
    sku: String,
    received: String,
    seen: String,
    stock: String,
    #[server(default)] back: String,
) -> Result<(), Failure> {
    use super::read;
    use crate::{
        api::{answer::answer, fail, read::field},
        context::{caller, shop},
    };

    async fn set(sku: &str, received: &str, seen: &str, stock: &str) -> Result<(), commerce::Error> {
        let (received, seen, stock) = (field("stock", received)?, field("stock", seen)?, field("stock", stock)?);
        shop()?.catalog().set_stock(caller().actor, field("sku", sku)?, received, seen, stock).await
    }
    let result = set(&sku, &received, &seen, &stock).await.map_err(fail);
    let back = read::back(&back).to_owned();
    answer(result, |()| back.clone(), &back, &[("sku", &sku), ("stock", &stock)])
}

/// Sets from how many pieces on a SKU is not low.
#[server(prefix = "/fn", endpoint = "studio/shelf/threshold")]
pub async fn set_threshold(threshold: String) -> Result<(), Failure> {
    use shared::ErrorCode;

    use crate::{
        api::{answer::answer, fail, read::field},
        context::{caller, shop},
        pages::studio::my_shop,
    };

    async fn set(threshold: &str) -> Result<(), commerce::Error> {
        let (shop, caller) = (shop()?, caller());
        let mine = my_shop(&shop, caller).await?.ok_or(ErrorCode::NotFound)?;
        shop.catalog().set_threshold(caller.actor, mine.id, field("threshold", threshold)?).await
    }
    let result = set(&threshold).await.map_err(fail);
    let list = "/studio/products";
    answer(result, |()| format!("{list}?low=1"), list, &[("threshold", &threshold)])
}
