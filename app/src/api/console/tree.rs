use leptos::prelude::*;
use shared::CategoryId;

use crate::api::Failure;

/// Adds a category below `parent`, or at the root; its editor comes next.
#[server(prefix = "/fn", endpoint = "console/category/add")]
pub async fn add_category(
    #[server(default)] parent: String,
    #[server(default)] code: String,
    #[server(default)] new_zh: String,
    #[server(default)] new_en: String,
    #[server(default)] from: String,
) -> Result<CategoryId, Failure> {
    use commerce::catalog::NewNode;

    use crate::{
        api::{answer::answer, console::read, fail, read::field},
        context::{caller, shop},
    };

    async fn add(parent: &str, code: &str, zh: &str, en: &str, from: &str) -> Result<CategoryId, commerce::Error> {
        let parent = if parent.is_empty() { None } else { Some(field("parent", parent)?) };
        let (code, name) = (code.trim().to_owned(), read::text(zh, en));
        let new = NewNode { parent, code, name, from: read::from(from)? };
        shop()?.catalog().add_node(caller().actor, new).await
    }
    let result = add(&parent, &code, &new_zh, &new_en, &from).await.map_err(fail);
    let typed = [
        ("form", "add"),
        ("parent", parent.as_str()),
        ("code", &code),
        ("new_zh", &new_zh),
        ("new_en", &new_en),
        ("from", &from),
    ];
    answer(result, |id| format!("/console/categories?id={id}&saved=1"), "/console/categories", &typed)
}

/// Moves a category one place `up` or `down` among its siblings.
#[server(prefix = "/fn", endpoint = "console/category/move")]
pub async fn move_category(category: String, to: String) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read::field},
        context::{caller, shop},
    };

    async fn change(category: &str, to: &str) -> Result<(), commerce::Error> {
        shop()?.catalog().move_node(caller().actor, field("category", category)?, to == "up").await
    }
    let page = format!("/console/categories?id={category}");
    answer(change(&category, &to).await.map_err(fail), |()| page.clone(), &page, &[])
}
