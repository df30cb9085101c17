use leptos::prelude::*;

use crate::api::Failure;

/// Sets the technical service fee of a category in a scene; an empty rate leaves it to the category above.
#[server(prefix = "/fn", endpoint = "console/fee")]
pub async fn set_fee(
    category: String,
    seen: String,
    #[server(default)] scene: String,
    #[server(default)] rate: String,
    #[server(default)] from: String,
) -> Result<(), Failure> {
    use commerce::catalog::NewTerm;

    use crate::{
        api::{answer::answer, console::read, fail, read::field},
        context::{caller, shop},
    };

    async fn set(category: &str, seen: &str, scene: &str, rate: &str, from: &str) -> Result<(), commerce::Error> {
        let new = NewTerm { seen: Some(field("seen", seen)?), ..read::fee(category, scene, rate, from)? };
        shop()?.catalog().set_term(caller().actor, new).await
    }
    let typed = [("category", category.as_str()), ("scene", &scene), ("rate", &rate), ("from", &from)];
    let result = set(&category, &seen, &scene, &rate, &from).await.map_err(fail);
    answer(result, |()| "/console/fees?saved=1".to_owned(), "/console/fees", &typed)
}

/// Sets the deposit of a category.
#[server(prefix = "/fn", endpoint = "console/deposit")]
pub async fn set_deposit(
    category: String,
    seen: String,
    #[server(default)] deposit: String,
    #[server(default)] from: String,
) -> Result<(), Failure> {
    use shared::TermValue;

    use crate::api::{answer::answer, console::read, fail};

    async fn set(category: &str, seen: &str, deposit: &str, from: &str) -> Result<(), commerce::Error> {
        read::set(category, seen, TermValue::Deposit(read::deposit(deposit)?), from).await
    }
    let typed = [("category", category.as_str()), ("deposit", &deposit), ("from", &from)];
    let result = set(&category, &seen, &deposit, &from).await.map_err(fail);
    answer(result, |()| "/console/deposits?saved=1".to_owned(), "/console/deposits", &typed)
}
