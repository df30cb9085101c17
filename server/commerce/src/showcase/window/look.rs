//! What whoever holds a preview's token may choose about the look. None of it opens more than the token does.

use std::str::FromStr;

use shared::ErrorCode;

/// Which page of the viewers shows the draft.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PreviewView {
    /// The showcase.
    #[default]
    Showcase,
    /// A clip of the creator with the card of the draft's first product.
    Clip,
    /// The bag of a live room.
    Bag,
}

impl PreviewView {
    /// Every view.
    pub const ALL: [Self; 3] = [Self::Showcase, Self::Clip, Self::Bag];

    /// The name in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Showcase => "showcase",
            Self::Clip => "clip",
            Self::Bag => "bag",
        }
    }
}

impl FromStr for PreviewView {
    type Err = ErrorCode;

    fn from_str(text: &str) -> Result<Self, ErrorCode> {
        Self::ALL.into_iter().find(|view| view.as_str() == text).ok_or(ErrorCode::Validation)
    }
}

/// What the goods of a preview are made to look like.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PreviewState {
    /// As they are.
    #[default]
    Normal,
    /// As if the last piece of everything was sold.
    SoldOut,
    /// As before the first product.
    Empty,
}

impl PreviewState {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Normal, Self::SoldOut, Self::Empty];

    /// The name in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::SoldOut => "sold_out",
            Self::Empty => "empty",
        }
    }
}

impl FromStr for PreviewState {
    type Err = ErrorCode;

    fn from_str(text: &str) -> Result<Self, ErrorCode> {
        Self::ALL.into_iter().find(|state| state.as_str() == text).ok_or(ErrorCode::Validation)
    }
}
