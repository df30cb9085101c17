use leptos::prelude::*;

use crate::api::{Failure, LineForm};

/// Puts a variant into the cart and says how many pieces are in it now. A plain form is led to the
/// cart, or back to `back` with the reason.
#[server(prefix = "/fn", endpoint = "cart/add")]
pub async fn add_to_cart(#[server(flatten)] line: LineForm, #[server(default)] back: String) -> Result<i32, Failure> {
    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
    };

    async fn add(form: &LineForm) -> Result<i32, commerce::Error> {
        let (shop, actor) = (shop()?, caller().actor);
        shop.cart().add(actor, read::line(form)?).await?;
        shop.cart().pieces(actor).await
    }
    let back = if back.is_empty() { "/cart" } else { &back };
    answer(add(&line).await.map_err(fail), |_| "/cart".to_owned(), back, &[("quantity", &line.quantity)])
}
