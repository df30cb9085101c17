use serde::{Deserialize, Serialize};

use super::{Arrangement, Placed, Topic, WindowLook};
use crate::{GroupId, LocalText, MediaId, ProductId};

/// One act on an arrangement. It names things, never places, so that acts of two people fit together in either order;
/// `before` is what the thing is put in front of, `None` the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "db", derive(sea_orm::FromJsonQueryResult))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields are what the variant says")]
pub enum WindowOp {
    /// Takes a product to another place.
    Move { item: ProductId, before: Option<ProductId> },
    /// Shows a product large, in front of another pinned one.
    Pin { item: ProductId, before: Option<ProductId> },
    /// Shows it as the others again.
    Unpin { item: ProductId },
    /// Keeps a product back, or shows it again.
    Hide { item: ProductId, on: bool },
    /// Brings a product in; nothing happens if it is there.
    Add { item: ProductId, before: Option<ProductId> },
    /// Puts back what was taken out, just as it was.
    PutBack { item: Placed, before: Option<ProductId>, pin: Option<Option<ProductId>> },
    /// Takes a product out.
    Remove { item: ProductId },
    /// Opens a topic.
    AddGroup { group: GroupId, name: LocalText, before: Option<GroupId> },
    /// Puts a topic back with its products.
    PutGroupBack { group: Topic, before: Option<GroupId>, items: Vec<ProductId> },
    /// Gives a topic another name.
    RenameGroup { group: GroupId, name: LocalText },
    /// Takes a topic to another place.
    MoveGroup { group: GroupId, before: Option<GroupId> },
    /// Closes a topic; its products stay.
    RemoveGroup { group: GroupId },
    /// Puts a product into a topic, or takes it out.
    Join { item: ProductId, group: GroupId, on: bool },
    /// Sets the wide picture.
    Cover { media: MediaId },
    /// Sets the colours.
    Look { look: WindowLook },
    /// Sets everything at once: an old version.
    Replace { with: Box<Arrangement> },
}

/// What an act names is not there any more: someone else took it away meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("what was meant is not in the arrangement any more")]
pub struct Vanished;

impl WindowOp {
    /// The product that it is about.
    pub const fn item(&self) -> Option<ProductId> {
        match self {
            Self::Move { item, .. }
            | Self::Pin { item, .. }
            | Self::Unpin { item }
            | Self::Hide { item, .. }
            | Self::Add { item, .. }
            | Self::Remove { item }
            | Self::Join { item, .. } => Some(*item),
            Self::PutBack { item, .. } => Some(item.id),
            _ => None,
        }
    }

    /// The topic that it is about.
    pub const fn group(&self) -> Option<GroupId> {
        match self {
            Self::AddGroup { group, .. }
            | Self::RenameGroup { group, .. }
            | Self::MoveGroup { group, .. }
            | Self::RemoveGroup { group }
            | Self::Join { group, .. } => Some(*group),
            Self::PutGroupBack { group, .. } => Some(group.id),
            _ => None,
        }
    }
}
