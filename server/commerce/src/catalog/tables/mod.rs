//! The operator's tables: what a category asks and costs, each from some moment on. Whoever changes a category holds
//! its row, so that what was looked at is what is changed; every change is kept with who, when and what.

mod change;
mod effect;
mod fees;
mod history;
mod node;
mod read;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use sea_orm::ConnectionTrait;
use shared::{Locale, ShopId};

pub use change::NewTerm;
pub(crate) use fees::overlaps;
pub use node::NewNode;

use super::queries;
use crate::Error;

/// The names of shops, for tables of them.
pub(crate) async fn names_of_shops(
    db: &impl ConnectionTrait,
    shops: Vec<ShopId>,
    locale: Locale,
) -> Result<HashMap<ShopId, String>, Error> {
    let rows = queries::shop_names(db, shops).await?;
    Ok(rows.into_iter().map(|(id, name)| (id, name.get(locale).to_owned())).collect())
}
