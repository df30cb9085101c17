//! Where a tap came from; it decides fee and commission and feeds the data centre.

use serde::{Deserialize, Serialize};

use crate::{CreatorId, VideoId};

/// The place in the product where a buyer met the goods.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(
    feature = "db",
    derive(sea_orm::EnumIter, sea_orm::DeriveActiveEnum),
    sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")
)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Scene {
    /// A card on a short video.
    Video,
    /// The bag of a live room.
    Live,
    /// A creator's showcase.
    Showcase,
    /// The product's own page.
    #[default]
    Product,
    /// A shared link.
    Share,
    /// A search result.
    Search,
}

impl Scene {
    /// Every scene.
    pub const ALL: [Self; 6] = [Self::Video, Self::Live, Self::Showcase, Self::Product, Self::Share, Self::Search];

    /// The scene code of an order in 微信小店's API (1 other, 2 live, 3 short video, 4 share, 5 showcase).
    pub const fn code(self) -> i32 {
        match self {
            Self::Product | Self::Search => 1,
            Self::Live => 2,
            Self::Video => 3,
            Self::Share => 4,
            Self::Showcase => 5,
        }
    }

    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Video => "video",
            Self::Live => "live",
            Self::Showcase => "showcase",
            Self::Product => "product",
            Self::Share => "share",
            Self::Search => "search",
        }
    }
}

/// The full answer to "where from", kept on every cart and order line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "db", derive(sea_orm::FromJsonQueryResult))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Source {
    /// The place.
    #[serde(default)]
    pub scene: Scene,
    /// The clip whose card was tapped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub video_id: Option<VideoId>,
    /// The creator in whose content it was met; earns the commission.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub creator: Option<CreatorId>,
}
