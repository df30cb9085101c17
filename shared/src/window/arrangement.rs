use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{GroupId, LocalText, MediaId, ProductId};

/// Everything that a creator decides about a showcase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "db", derive(sea_orm::FromJsonQueryResult))]
pub struct Arrangement {
    /// The products in the order they are shown, each once.
    pub items: Vec<Placed>,
    /// Those of them that are shown large, in this order.
    pub pins: Vec<ProductId>,
    /// The topics in the order of their tabs.
    pub groups: Vec<Topic>,
    /// The wide picture.
    pub cover: MediaId,
    /// The colours of the page.
    #[serde(default)]
    pub look: WindowLook,
}

/// One product of an arrangement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed {
    /// Which product.
    pub id: ProductId,
    /// Kept, but not shown.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
    /// The topics it belongs to.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub groups: BTreeSet<GroupId>,
}

/// A topic of the showcase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Its id.
    pub id: GroupId,
    /// What its tab says.
    pub name: LocalText,
}

/// The colours of a showcase.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(
    feature = "db",
    derive(sea_orm::EnumIter, sea_orm::DeriveActiveEnum),
    sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")
)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum WindowLook {
    /// As the shop itself.
    #[default]
    Porcelain,
    /// Grey-green, as a celadon glaze.
    Celadon,
    /// Warm, as fired clay.
    Clay,
}

impl WindowLook {
    /// Every look.
    pub const ALL: [Self; 3] = [Self::Porcelain, Self::Celadon, Self::Clay];

    /// The name on the wire and in `data-look`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Porcelain => "porcelain",
            Self::Celadon => "celadon",
            Self::Clay => "clay",
        }
    }
}

impl Placed {
    /// A product as it comes into a showcase: shown, in no topic.
    pub const fn new(id: ProductId) -> Self {
        Self { id, hidden: false, groups: BTreeSet::new() }
    }
}

impl Arrangement {
    /// The product `id` of it.
    pub fn item(&self, id: ProductId) -> Option<&Placed> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The topic `id` of it.
    pub fn group(&self, id: GroupId) -> Option<&Topic> {
        self.groups.iter().find(|group| group.id == id)
    }

    /// What stands right behind the product `id`; `None` at the end.
    pub fn after(&self, id: ProductId) -> Option<ProductId> {
        self.items.iter().skip_while(|item| item.id != id).nth(1).map(|item| item.id)
    }

    /// What stands right before the product `id`; `None` at the beginning.
    pub fn before(&self, id: ProductId) -> Option<ProductId> {
        let at = self.items.iter().position(|item| item.id == id)?;
        self.items.get(at.checked_sub(1)?).map(|item| item.id)
    }
}
