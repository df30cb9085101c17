//! Creators and what they show: home pages, showcases with groups, pins and order, follows. Owns
//! `creator`, `showcase_item`, `showcase_group`, `showcase_item_group`, `follow`; `window` owns what is being prepared.

mod admin;
mod cache;
mod entity;
mod found;
mod page;
mod queries;
mod service;
#[cfg(test)]
mod tests;
pub(crate) mod window;

pub use admin::{NewArrangement, NewCreator};
pub(crate) use cache::{Cache, creators};
pub(crate) use found::{Founding, found};
pub(crate) use window::drafted;
pub use window::{ClipPreview, PreviewState, PreviewView, Since, Window, WindowItem, WindowNews, WindowVersion};

use sea_orm::{ConnectionTrait, DbErr};
use shared::{BuyerId, CreatorId, Handle, Locale, ProductId, ShopId, dto::CreatorCard};

use crate::{Commerce, Error};

/// The creator at whose place the goods of a shop are at home.
pub(crate) async fn of_shop(db: &impl ConnectionTrait, id: ShopId) -> Result<Option<entity::creator::Model>, DbErr> {
    queries::creator_of_shop(db, id).await
}

/// The creator called `handle`.
pub(crate) async fn by_handle(
    db: &impl ConnectionTrait,
    handle: &Handle,
) -> Result<Option<entity::creator::Model>, DbErr> {
    queries::creator_by_handle(db, handle).await
}

/// Whether a creator is called `handle`.
pub(crate) async fn is_taken(db: &impl ConnectionTrait, handle: &Handle) -> Result<bool, DbErr> {
    Ok(queries::creator_by_handle(db, handle).await?.is_some())
}

/// What the creator called `handle` shows, in their order; `NotFound`.
pub(crate) async fn products_of(
    commerce: &Commerce,
    db: &impl ConnectionTrait,
    handle: &Handle,
) -> Result<Vec<ProductId>, Error> {
    let arranged = cache::arrangement(commerce, db, handle).await?;
    Ok(arranged.items.iter().map(|item| item.product).collect())
}

/// The id of the creator called `handle`; `NotFound`.
pub(crate) async fn id_of(commerce: &Commerce, db: &impl ConnectionTrait, handle: &Handle) -> Result<CreatorId, Error> {
    Ok(cache::arrangement(commerce, db, handle).await?.creator.row.id)
}

/// The cards of `ids` in their order, unknown ones left out.
pub(crate) async fn cards(
    commerce: &Commerce,
    db: &impl ConnectionTrait,
    ids: Vec<CreatorId>,
    locale: Locale,
) -> Result<Vec<CreatorCard>, Error> {
    Ok(creators(commerce, db, &ids).await?.iter().map(|creator| creator.card(locale)).collect())
}

/// Which of `creators` the buyer follows.
pub(crate) async fn followed(
    db: &impl ConnectionTrait,
    creators: Vec<CreatorId>,
    buyer: BuyerId,
) -> Result<Vec<CreatorId>, Error> {
    Ok(queries::followed(db, creators, buyer).await?)
}
