use leptos::prelude::*;

use crate::api::Failure;

/// Moves several products at once; gives how many moved, wait for the operator, and stayed.
#[server(prefix = "/fn", endpoint = "studio/product/bulk")]
pub async fn bulk_products(
    #[server(default)] ids: Vec<String>,
    event: String,
    #[server(default)] back: String,
) -> Result<(usize, usize, usize), Failure> {
    use super::{life::event_of, read};
    use crate::{
        api::{answer::answer, fail, read::field},
        context::{caller, shop},
    };

    async fn go(ids: &[String], event: &str) -> Result<(usize, usize, usize), commerce::Error> {
        let event = event_of(event).ok_or(commerce::Error::Invalid(vec!["event"]))?;
        let ids = ids.iter().map(|id| field("ids", id)).collect::<Result<Vec<_>, _>>()?;
        let bulk = shop()?.catalog().bulk(caller().actor, ids, event).await?;
        Ok((bulk.done, bulk.waiting, bulk.refused.len()))
    }
    let result = go(&ids, &event).await.map_err(fail);
    let back = read::back(&back).to_owned();
    let mark = if back.contains('?') { '&' } else { '?' };
    let next = |(done, waiting, refused): &(usize, usize, usize)| {
        format!("{back}{mark}done={done}&waiting={waiting}&refused={refused}")
    };
    answer(result, next, &back, &[])
}
