//! The table of pictures and clips.

use sea_orm::entity::prelude::*;
use shared::{BuyerId, LocalText, MediaId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "media")]
pub struct Model {
    /// Says nothing about the content, so that nobody can guess what there is.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MediaId,
    /// `image` or `clip`.
    pub kind: String,
    pub alt: LocalText,
    /// Size of the largest rendition, pixels.
    pub width: i32,
    pub height: i32,
    /// Widths of the renditions, ascending; of a clip their shortest sides, none if it came as it is.
    pub widths: Json,
    /// 0 for a picture.
    pub duration_ms: i64,
    /// `None` if the shop itself brought it.
    pub uploaded_by: Option<BuyerId>,
    pub at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
