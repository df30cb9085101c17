use shared::{EditState, ErrorCode, ProductEvent, ProductId};

use crate::{Actor, Catalog, Error};

/// Products of one bulk act at most.
const MOST: usize = 100;

/// What became of the products of a bulk act.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bulk {
    /// How many are where they were meant to be.
    pub done: usize,
    /// How many wait for the operator.
    pub waiting: usize,
    /// Those that stayed where they were, and why; `validation` for a draft with faults or against the rules.
    pub refused: Vec<(ProductId, ErrorCode)>,
}

impl Catalog<'_> {
    /// Moves up to 100 products, each by itself: one that cannot be moved does not keep the others. For members of
    /// their shop; `List` submits. `Invalid` (`ids`) for none or too many.
    pub async fn bulk(&self, actor: Actor, ids: Vec<ProductId>, event: ProductEvent) -> Result<Bulk, Error> {
        if ids.is_empty() || ids.len() > MOST {
            return Err(Error::Invalid(vec!["ids"]));
        }
        let mut bulk = Bulk::default();
        for id in ids {
            let outcome = if event == ProductEvent::List {
                self.submit(actor, id).await
            } else {
                self.change_state(actor, id, event).await.map(|()| EditState::Passed)
            };
            match outcome {
                Ok(EditState::InReview) => bulk.waiting += 1,
                Ok(EditState::Rejected) => bulk.refused.push((id, ErrorCode::Validation)),
                Ok(_) => bulk.done += 1,
                Err(error) if error.code() == ErrorCode::Internal => return Err(error),
                Err(error) => bulk.refused.push((id, error.code())),
            }
        }
        Ok(bulk)
    }
}
