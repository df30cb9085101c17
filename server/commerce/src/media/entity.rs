//! The table of pictures and clips.

use sea_orm::entity::prelude::*;
use shared::{BuyerId, LocalText, MediaId};

/// The kind of a picture.
pub const PICTURE: &str = "image";
/// The kind of a film.
pub const FILM: &str = "clip";
/// The kind of a clip's first picture.
pub const POSTER: &str = "poster";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "media")]
pub struct Model {
    /// Says nothing about the content, so that nobody can guess what there is.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MediaId,
    /// `image`, `clip`, or `poster`: the first picture of a clip, which is seen by who may see the clip.
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
