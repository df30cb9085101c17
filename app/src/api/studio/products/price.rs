use leptos::prelude::*;

use crate::api::Failure;

/// Changes the price of a SKU, if it still is what the sender saw.
#[server(prefix = "/fn", endpoint = "studio/product/price")]
pub async fn set_price(
    sku: String,
    seen: String,
    #[server(default)] currency: String,
    price: String,
    #[server(default)] back: String,
) -> Result<(), Failure> {
    use super::read;
    use crate::{
        api::{answer::answer, fail, read::field},
        context::{caller, shop},
    };

    async fn set(sku: &str, seen: &str, currency: &str, price: &str) -> Result<(), commerce::Error> {
        let currency = read::currency(currency);
        let (seen, price) = (read::amount("price", seen, currency)?, read::amount("price", price, currency)?);
        shop()?.catalog().set_price(caller().actor, field("sku", sku)?, seen, price).await
    }
    let result = set(&sku, &seen, &currency, &price).await.map_err(fail);
    let back = read::back(&back).to_owned();
    answer(result, |()| back.clone(), &back, &[("sku", &sku), ("price", &price)])
}
