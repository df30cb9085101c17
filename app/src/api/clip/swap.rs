use leptos::prelude::*;

use crate::api::Failure;

/// Puts another product in a card's place; takes the card off if there is no other.
#[server(prefix = "/fn", endpoint = "clip/swap")]
pub async fn swap_clip_card(
    id: String,
    #[server(default)] old: String,
    #[server(default)] new: String,
) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
    };

    async fn swap(id: &str, old: &str, new: &str) -> Result<(), commerce::Error> {
        let new = if new.is_empty() { None } else { Some(read::field("product", new)?) };
        let (id, old) = (read::field("id", id)?, read::field("product", old)?);
        shop()?.video().swap_card(caller().actor, id, old, new).await
    }
    let page = format!("/studio/clips/{id}");
    answer(swap(&id, &old, &new).await.map_err(fail), |()| format!("{page}?saved=cards"), &page, &[])
}
