//! The closing of a shop. Not part of the REST API.

use serde::{Deserialize, Serialize};

use crate::{Blocker, ClosingState, Money};

/// Closing a shop, as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosingView {
    /// Where it stands; `None` if nothing was announced.
    pub state: Option<ClosingState>,
    /// What keeps it from going on, computed now.
    pub blockers: Vec<Standing>,
    /// How many days an announcement stands.
    pub announce_days: i32,
    /// For how many days after its receipt an order may be complained about.
    pub after_sale_days: i32,
    /// When it was announced.
    pub announced_at: Option<String>,
    /// When goods stop selling.
    pub ends_at: Option<String>,
    /// When the shop was gone.
    pub closed_at: Option<String>,
    /// What is held as deposit.
    pub held: Money,
    /// What is on its way back.
    pub returning: Money,
}

/// One thing that keeps a shop from closing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// What it is.
    pub kind: Blocker,
    /// How many there are.
    pub count: i64,
    /// How much it is, where it is money.
    pub amount: Option<Money>,
    /// When it ends by itself, where that is known.
    pub until: Option<String>,
}

/// The operator's rule for closings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosingRule {
    /// How many days an announcement stands.
    pub announce_days: i32,
    /// For how many days after its receipt an order may be complained about.
    pub after_sale_days: i32,
}
