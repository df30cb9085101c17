//! A shop's categories and what it leaves as security for them. Not part of the REST API.

use serde::{Deserialize, Serialize};

use super::{DepositView, DocumentFile};
use crate::{CategoryId, CategoryRequestId, CategoryRequestState, DepositBy, DocumentId, Money, RejectReason, ShopId};

records! {
    /// The deposit of a shop, for those who look after its money.
    pub struct DepositAccount {
        /// What its categories ask now.
        pub required: Money,
        /// What is held for it.
        pub held: Money,
        /// What is missing; zero if nothing is.
        pub missing: Money,
        /// What is on its way back.
        pub returning: Money,
        /// Whether it is off sale because of that.
        pub short: bool,
        /// How the deposits of several categories add up.
        pub by: DepositBy,
        /// Least deposit, whatever the categories ask.
        pub least: Money,
        /// A top-up that is asked for and not paid yet.
        pub due: Option<DepositView>,
        /// Where it may sell, the first chosen first.
        pub categories: Vec<ShopCategory>,
        /// What it asked for, the latest first; without what was approved long ago.
        pub requests: Vec<CategoryWish>,
        /// Where it could ask to sell.
        pub choices: Vec<CategoryChance>,
        /// What moved on the account, the latest first.
        pub entries: Vec<DepositEntry>,
    }

    /// A category a shop sells in.
    pub struct ShopCategory {
        /// Its id.
        pub id: CategoryId,
        /// Goods that keep the shop in it: on sale, drafts, about to be listed.
        pub goods: i64,
        /// What would go back if the shop gave it up.
        pub back: Money,
        /// Its name.
        pub name: String,
        /// What it asks as security now.
        pub deposit: Money,
        /// Since when.
        pub since: String,
    }

    /// A category a shop could ask for.
    pub struct CategoryChance {
        /// Its id.
        pub id: CategoryId,
        /// Its name.
        pub name: String,
        /// What it asks as security now.
        pub deposit: Money,
        /// The qualification it asks for.
        pub paper: Option<String>,
        /// What the shop would have to top up with it.
        pub missing: Money,
    }

    /// A shop's wish for another category.
    pub struct CategoryWish {
        /// Its id.
        pub id: CategoryRequestId,
        /// Where it stands.
        pub state: CategoryRequestState,
        /// The category's name.
        pub name: String,
        /// The qualification it asks for.
        pub paper: Option<String>,
        /// What was handed in.
        pub file: Option<DocumentFile>,
        /// When it was asked for.
        pub at: String,
        /// Why it was sent back.
        pub reason: Option<RejectReason>,
        /// In the reviewer's words.
        pub words: String,
    }

    /// A wish in the operator's queue.
    pub struct QueuedWish {
        /// It.
        pub wish: CategoryWish,
        /// Whose it is.
        pub shop: ShopId,
        /// The shop's name.
        pub shop_name: String,
        /// The paper, for the address that shows it.
        pub document: Option<DocumentId>,
        /// What is held for the shop.
        pub held: Money,
        /// What the shop would owe if it is approved.
        pub required: Money,
        /// Counts its changes.
        pub version: i64,
    }

    /// One line of the account.
    pub struct DepositEntry {
        /// `deposit_received` or `deposit_returning`.
        pub event: String,
        /// What it added; below zero for what it took.
        pub amount: Money,
        /// When.
        pub at: String,
    }
}
