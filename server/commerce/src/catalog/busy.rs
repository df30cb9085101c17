//! What keeps a shop in a category.

use std::collections::HashMap;

use sea_orm::ConnectionTrait;
use shared::{CategoryId, ShopId};

use super::{queries, record::categories};
use crate::{Commerce, Error};

/// How many goods of a shop are on sale, kept back by its deposit, drafts or about to be listed, by the category at the
/// root that they are below; none where there are none.
pub(crate) async fn busy_goods(
    commerce: &Commerce,
    db: &impl ConnectionTrait,
    shop: ShopId,
) -> Result<HashMap<CategoryId, i64>, Error> {
    let all = categories(commerce, db).await?;
    let mut by_root = HashMap::new();
    for (category, number) in queries::busy_goods(db, shop).await? {
        *by_root.entry(all.root(category)).or_default() += number;
    }
    Ok(by_root)
}
