use leptos::prelude::*;

use crate::{
    api::{AddressForm, Failure, LineForm},
    views::checkout::CheckoutModel,
};

/// What the checkout shows for a basket: quote, addresses, words. `address_id` is a saved address or
/// `new` for the typed one. A plain form asks for new freight this way and is led back to its page.
#[server(prefix = "/fn", endpoint = "checkout/quote")]
pub async fn open_checkout(
    #[server(flatten)] line: LineForm,
    #[server(flatten)] address: AddressForm,
    #[server(default)] address_id: String,
    #[server(default)] note: String,
    #[server(default)] method: String,
) -> Result<CheckoutModel, Failure> {
    use crate::{
        api::{answer, fail},
        present::checkout::{Wish, model},
    };

    let page = format!("/checkout?{}", line.query());
    let mut typed = address.fields().to_vec();
    typed.extend([("address_id", address_id.as_str()), ("note", &note), ("method", &method)]);
    let wish = Wish {
        line,
        address: address.clone(),
        address_id: address_id.clone(),
        note: note.clone(),
        method: method.clone(),
    };
    let result = model(wish, None, false).await.map_err(fail);
    if answer::is_plain() {
        // The page shows what is wrong by itself.
        answer::keep(&page, &typed, None);
        answer::lead_to(&page);
    }
    result
}
