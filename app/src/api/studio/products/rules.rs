use leptos::prelude::*;

use crate::api::Failure;

/// Sets what the operator asks of the products of a category; an empty one stands for all.
#[server(prefix = "/fn", endpoint = "console/product/rule")]
pub async fn set_product_rule(
    #[server(default)] category: String,
    #[server(default)] review: String,
    #[server(default)] floor: String,
    #[server(default)] required: String,
) -> Result<(), Failure> {
    use shared::{Currency, dto::ProductRule};

    use super::read;
    use crate::{
        api::{answer::answer, fail, read::field},
        context::{caller, shop},
    };

    async fn set(category: &str, review: &str, floor: &str, required: &str) -> Result<(), commerce::Error> {
        let category = if category.is_empty() { None } else { Some(field("category", category)?) };
        let floor = floor.trim();
        let floor = if floor.is_empty() { None } else { Some(read::amount("floor", floor, Currency::Cny)?.minor) };
        let keys = required.split([',', '，', ' ']).map(str::trim).filter(|key| !key.is_empty());
        let review = serde_json::from_value(review.into()).map_err(|_| commerce::Error::Invalid(vec!["review"]))?;
        let rule = ProductRule { category, review, floor_minor: floor, required: keys.map(str::to_owned).collect() };
        shop()?.catalog().set_product_rule(caller().actor, rule).await
    }
    let result = set(&category, &review, &floor, &required).await.map_err(fail);
    let typed = [("category", category.as_str()), ("review", &review), ("floor", &floor), ("required", &required)];
    answer(result, |()| "/console/products#rules".to_owned(), "/console/products", &typed)
}

/// Takes the rule of a category back: it is asked what all are.
#[server(prefix = "/fn", endpoint = "console/product/rule_remove")]
pub async fn remove_product_rule(#[server(default)] category: String) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read::field},
        context::{caller, shop},
    };

    async fn remove(category: &str) -> Result<(), commerce::Error> {
        let category = if category.is_empty() { None } else { Some(field("category", category)?) };
        shop()?.catalog().remove_product_rule(caller().actor, category).await
    }
    let result = remove(&category).await.map_err(fail);
    answer(result, |()| "/console/products#rules".to_owned(), "/console/products", &[])
}

/// Replaces the words that no product may use, one a line.
#[server(prefix = "/fn", endpoint = "console/product/words")]
pub async fn set_banned_words(#[server(default)] words: String) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail},
        context::{caller, shop},
    };

    async fn set(words: &str) -> Result<(), commerce::Error> {
        let words = words.lines().map(str::to_owned).collect();
        shop()?.catalog().set_banned_words(caller().actor, words).await
    }
    let result = set(&words).await.map_err(fail);
    answer(result, |()| "/console/products#rules".to_owned(), "/console/products", &[("words", &words)])
}
