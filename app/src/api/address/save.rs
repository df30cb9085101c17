use leptos::prelude::*;
use shared::dto::SavedAddress;

use crate::api::{AddressForm, Failure};

/// Adds an address, or changes the one with this id.
#[server(prefix = "/fn", endpoint = "address/save")]
pub async fn save_address(
    #[server(flatten)] form: AddressForm,
    #[server(default)] id: String,
    #[server(default)] is_default: String,
) -> Result<SavedAddress, Failure> {
    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
    };

    async fn save(form: &AddressForm, id: &str, is_default: bool) -> Result<SavedAddress, commerce::Error> {
        let id = if id.is_empty() { None } else { Some(read::field("id", id)?) };
        shop()?.identity().save_address(caller().actor, id, read::address(form)?, is_default).await
    }
    let mut typed = form.fields().to_vec();
    typed.extend([("id", id.as_str()), ("is_default", &is_default)]);
    let abroad = !matches!(form.country.as_str(), "" | "CN");
    let back = match (id.is_empty(), abroad) {
        (true, true) => "/me/addresses?new=1&abroad=1".to_owned(),
        (true, false) => "/me/addresses?new=1".to_owned(),
        (false, _) => format!("/me/addresses?edit={id}"),
    };
    let result = save(&form, &id, !is_default.is_empty()).await.map_err(fail);
    answer(result, |_| "/me/addresses".to_owned(), &back, &typed)
}
