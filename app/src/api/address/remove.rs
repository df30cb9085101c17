use leptos::prelude::*;

use crate::api::Failure;

/// Takes an address out of the book.
#[server(prefix = "/fn", endpoint = "address/remove")]
pub async fn remove_address(id: String) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
    };

    async fn remove(id: &str) -> Result<(), commerce::Error> {
        shop()?.identity().remove_address(caller().actor, read::field("id", id)?).await
    }
    answer(remove(&id).await.map_err(fail), |()| "/me/addresses".to_owned(), "/me/addresses", &[])
}
