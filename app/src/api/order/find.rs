use leptos::prelude::*;

use crate::api::Failure;

/// Takes number and phone of an order that somebody looks for; the page then shows it. Neither of
/// them ever stands in an address.
#[server(prefix = "/fn", endpoint = "order/find")]
pub async fn find_order(number: String, phone: String) -> Result<(), Failure> {
    use crate::api::{answer, fail, read};

    const PAGE: &str = "/orders/lookup";
    let typed = [("number", number.as_str()), ("phone", phone.as_str())];
    let result = if number.trim().is_empty() {
        Err(fail(commerce::Error::Invalid(vec!["number"])))
    } else {
        read::phone(&phone).map(|_| answer::keep(PAGE, &typed, None)).map_err(fail)
    };
    answer::answer(result, |()| PAGE.to_owned(), PAGE, &typed)
}
