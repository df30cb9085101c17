//! Shops elsewhere: what can be linked, and what is. Not part of the REST API.

use serde::{Deserialize, Serialize};

use crate::{Host, LocalText, OpeningMode, PlatformId, ShopId};

records! {
    /// A kind of shop elsewhere that can be linked, as whoever applies chooses it.
    pub struct PlatformChoice {
        /// Its id.
        pub id: PlatformId,
        /// By which way of opening.
        pub mode: OpeningMode,
        /// What it is called.
        pub name: String,
        /// Where its addresses lead.
        pub hosts: Vec<Host>,
    }

    /// The same in front of the operator.
    pub struct PlatformRow {
        /// Its id.
        pub id: PlatformId,
        /// By which way of opening.
        pub mode: OpeningMode,
        /// What it is called.
        pub name: LocalText,
        /// Where its addresses lead.
        pub hosts: Vec<Host>,
        /// Whether whoever applies may choose it.
        pub open: bool,
        /// Counts its changes.
        pub version: i64,
        /// When it was changed last.
        pub changed_at: String,
        /// Shops that are linked to it.
        pub shops: i64,
    }

    /// The shop elsewhere that a shop is linked to.
    pub struct ShopLink {
        /// Which kind of shop that is.
        pub platform: String,
        /// What the shop is called there.
        pub name: String,
        /// Its number there.
        pub number: String,
        /// Where it is found, if it said so.
        pub address: String,
    }

    /// A shop by its way of opening, for the operator.
    pub struct ModeShop {
        /// Its id.
        pub id: ShopId,
        /// Its name.
        pub name: String,
        /// Handle of its creator; empty if it has none yet.
        pub handle: String,
        /// How it gets its goods.
        pub mode: OpeningMode,
        /// The shop elsewhere, if it has one.
        pub link: Option<ShopLink>,
    }

    /// Every platform, and the shops by their ways of opening.
    pub struct PlatformDesk {
        /// What can be linked, or could once.
        pub platforms: Vec<PlatformRow>,
        /// How many shops have which way.
        pub counts: Vec<(OpeningMode, i64)>,
        /// The shops of the way that was asked for, the newest first, the first hundred.
        pub shops: Vec<ModeShop>,
    }
}
