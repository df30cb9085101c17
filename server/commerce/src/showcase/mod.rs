//! Creators and what they show: home pages, showcases with groups, pins and order, follows. Owns
//! `creator`, `showcase_item`, `showcase_group`, `showcase_item_group`, `follow`.

mod admin;
mod cache;
mod entity;
mod queries;
mod service;

pub use admin::NewCreator;
pub(crate) use cache::Cache;

use sea_orm::{ConnectionTrait, DbErr};
use shared::ShopId;

/// The creator at whose place the goods of a shop are at home.
pub(crate) async fn of_shop(db: &impl ConnectionTrait, id: ShopId) -> Result<Option<entity::creator::Model>, DbErr> {
    queries::creator_of_shop(db, id).await
}
