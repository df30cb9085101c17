use leptos::prelude::*;

use crate::api::Failure;

/// Adds a group to the caller's shop, at the top or within `parent`.
#[server(prefix = "/fn", endpoint = "studio/group/add")]
pub async fn add_group(#[server(default)] parent: String, #[server(default)] new_name: String) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read::field},
        context::{caller, shop},
        pages::studio::my_shop,
    };

    async fn add(parent: &str, name: &str) -> Result<(), commerce::Error> {
        let (shop, caller) = (shop()?, caller());
        let mine = my_shop(&shop, caller).await?.ok_or(shared::ErrorCode::NotFound)?;
        let parent = if parent.is_empty() { None } else { Some(field("parent", parent)?) };
        shop.catalog().add_group(caller.actor, mine.id, parent, name).await.map(drop)
    }
    let result = add(&parent, &new_name).await.map_err(fail);
    let typed = [("parent", parent.as_str()), ("new_name", &new_name)];
    answer(result, |()| format!("{PAGE}?saved=1"), PAGE, &typed)
}

/// Renames a group (`rename`), takes it `up` or `down`, or away (`remove`), or adds what is on sale in it to the draft of
/// the shop's window (`window`), which is shown next.
#[server(prefix = "/fn", endpoint = "studio/group/change")]
pub async fn change_group(
    id: String,
    #[server(default)] act: String,
    #[server(default)] name: String,
) -> Result<(), Failure> {
    use shared::WindowOp;

    use crate::{
        api::{answer::answer, fail, read::field},
        context::{caller, shop},
        pages::studio::my_shop,
    };

    async fn add_all(shop: &commerce::Commerce, id: shared::ShelfGroupId) -> Result<(), commerce::Error> {
        let caller = caller();
        let mine = my_shop(shop, caller).await?.ok_or(shared::ErrorCode::NotFound)?;
        let handle = mine.handle.parse()?;
        for item in shop.catalog().group_members(caller.actor, id).await? {
            let op = WindowOp::Add { item, before: None };
            shop.showcase().change_window(caller.actor, &handle, op).await?;
        }
        Ok(())
    }

    async fn change(id: &str, act: &str, name: &str) -> Result<(), commerce::Error> {
        let (shop, actor, id) = (shop()?, caller().actor, field("id", id)?);
        let catalog = shop.catalog();
        match act {
            "window" => add_all(&shop, id).await,
            "rename" => catalog.rename_group(actor, id, name).await,
            "up" | "down" => catalog.move_group(actor, id, act == "up").await,
            "remove" => catalog.remove_group(actor, id).await,
            _ => Err(commerce::Error::Invalid(vec!["act"])),
        }
    }
    let result = change(&id, &act, &name).await.map_err(fail);
    let next = if act == "window" { "/studio/window".to_owned() } else { format!("{PAGE}?saved=1") };
    answer(result, |()| next, PAGE, &[])
}

/// Puts products of the caller's shop into a group, or into none (`group` is empty).
#[server(prefix = "/fn", endpoint = "studio/group/sort")]
pub async fn group_products(
    #[server(default)] ids: Vec<String>,
    #[server(default)] group: String,
    #[server(default)] back: String,
) -> Result<(), Failure> {
    use super::read;
    use crate::{
        api::{answer::answer, fail, read::field},
        context::{caller, shop},
        pages::studio::my_shop,
    };

    async fn sort(ids: &[String], group: &str) -> Result<(), commerce::Error> {
        let (shop, caller) = (shop()?, caller());
        let mine = my_shop(&shop, caller).await?.ok_or(shared::ErrorCode::NotFound)?;
        let ids = ids.iter().map(|id| field("ids", id)).collect::<Result<Vec<_>, _>>()?;
        let group = if group.is_empty() { None } else { Some(field("group", group)?) };
        shop.catalog().group_products(caller.actor, mine.id, ids, group).await
    }
    let result = sort(&ids, &group).await.map_err(fail);
    let back = read::back(&back).to_owned();
    answer(result, |()| back.clone(), &back, &[])
}

#[cfg(feature = "ssr")]
const PAGE: &str = "/studio/products/groups";
