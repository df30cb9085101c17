use leptos::prelude::*;

use crate::api::Failure;

/// Changes the pieces of a line, or takes it along or not; answers with the pieces in the cart.
#[server(prefix = "/fn", endpoint = "cart/change")]
pub async fn change_cart(
    line: String,
    #[server(default)] quantity: String,
    #[server(default)] selected: String,
) -> Result<i32, Failure> {
    use shared::dto::CartLineChange;

    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
    };

    async fn change(line: &str, quantity: &str, selected: &str) -> Result<i32, commerce::Error> {
        let quantity = if quantity.is_empty() { None } else { Some(read::quantity(quantity)?) };
        let selected = if selected.is_empty() { None } else { Some(selected == "1") };
        let (shop, actor) = (shop()?, caller().actor);
        shop.cart().change(actor, read::field("line", line)?, CartLineChange { quantity, selected }).await?;
        shop.cart().pieces(actor).await
    }
    let result = change(&line, &quantity, &selected).await.map_err(fail);
    answer(result, |_| format!("/cart#l-{line}"), "/cart", &[("line", &line)])
}
