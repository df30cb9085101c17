use leptos::prelude::*;

use crate::api::Failure;

/// Takes a line out of the cart; answers with the pieces left in it.
#[server(prefix = "/fn", endpoint = "cart/remove")]
pub async fn remove_from_cart(line: String) -> Result<i32, Failure> {
    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
    };

    async fn remove(line: &str) -> Result<i32, commerce::Error> {
        let (shop, actor) = (shop()?, caller().actor);
        shop.cart().remove(actor, read::field("line", line)?).await?;
        shop.cart().pieces(actor).await
    }
    answer(remove(&line).await.map_err(fail), |_| "/cart".to_owned(), "/cart", &[("line", &line)])
}
