use serde::{Deserialize, Serialize};

use crate::Duty;

/// What a file is sent for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(
    feature = "db",
    derive(sea_orm::EnumIter, sea_orm::DeriveActiveEnum),
    sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")
)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum UploadPurpose {
    /// A film that becomes a clip.
    #[default]
    Clip,
    /// A picture of a product or its description.
    Picture,
}

impl UploadPurpose {
    /// The one of this name on the wire.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "clip" => Some(Self::Clip),
            "picture" => Some(Self::Picture),
            _ => None,
        }
    }

    /// What a person of the shop has to look after to send one.
    pub const fn duty(self) -> Duty {
        match self {
            Self::Clip => Duty::Clips,
            Self::Picture => Duty::Products,
        }
    }
}
