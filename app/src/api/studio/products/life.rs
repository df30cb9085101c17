use leptos::prelude::*;
use shared::EditState;

use crate::api::Failure;

/// Moves a product through its life by the name of the event (`delist`, `recycle`, `restore`, `purge`).
#[server(prefix = "/fn", endpoint = "studio/product/move")]
pub async fn move_product(id: String, event: String, #[server(default)] back: String) -> Result<(), Failure> {
    use super::read;
    use crate::{
        api::{answer::answer, fail, read::field},
        context::{caller, shop},
    };

    async fn go(id: &str, event: &str) -> Result<(), commerce::Error> {
        let event = event_of(event).ok_or(commerce::Error::Invalid(vec!["event"]))?;
        shop()?.catalog().change_state(caller().actor, field("id", id)?, event).await
    }
    let result = go(&id, &event).await.map_err(fail);
    let back = read::back(&back).to_owned();
    // What is gone has no editor any more.
    let next = if event == "purge" { "/studio/products?tab=recycled".to_owned() } else { back.clone() };
    answer(result, |()| next, &back, &[])
}

/// Submits a draft as it is; gives the state it is in now.
#[server(prefix = "/fn", endpoint = "studio/product/submit")]
pub async fn submit_product(id: String) -> Result<EditState, Failure> {
    use crate::{
        api::{answer::answer, fail, read::field},
        context::{caller, shop},
    };

    async fn submit(id: &str) -> Result<EditState, commerce::Error> {
        shop()?.catalog().submit(caller().actor, field("id", id)?).await
    }
    let result = submit(&id).await.map_err(fail);
    let page = format!("/studio/products/{id}");
    answer(result, |state| after(&page, *state), &format!("{page}?check=1"), &[])
}

/// The page that tells what became of a submission.
#[cfg(feature = "ssr")]
pub fn after(page: &str, state: EditState) -> String {
    match state {
        EditState::Passed => format!("{page}?saved=listed"),
        EditState::InReview => format!("{page}?saved=waiting"),
        EditState::Rejected | EditState::Editing => format!("{page}?check=1#reasons"),
    }
}

/// The event that a form names.
#[cfg(feature = "ssr")]
pub fn event_of(name: &str) -> Option<shared::ProductEvent> {
    use shared::ProductEvent as P;
    Some(match name {
        "list" => P::List,
        "delist" => P::Delist,
        "recycle" => P::Recycle,
        "restore" => P::Restore,
        "purge" => P::Purge,
        "ban" => P::Ban,
        _ => return None,
    })
}
