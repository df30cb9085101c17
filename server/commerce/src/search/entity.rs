//! The table of what can be found.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "search_entry")]
pub struct Model {
    /// The index's own number.
    #[sea_orm(primary_key)]
    pub n: i32,
    /// `product`, `creator` or `video`.
    pub kind: String,
    pub id: Uuid,
    /// Segmented, separated by spaces.
    pub words: String,
}

impl ActiveModelBehavior for ActiveModel {}
