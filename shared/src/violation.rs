//! The words of violations: against what, which, how grave, and what follows.

use serde::{Deserialize, Serialize};

use crate::opening::words;

words! {
    /// What a violation is recorded against.
    ViolationTarget {
        /// A person, whatever they sell.
        Account = "account",
        /// A shop.
        Shop = "shop",
        /// A creator's showcase.
        Creator = "creator",
        /// One product.
        Product = "product",
        /// One clip.
        Clip = "clip",
    }
    /// Which rule was broken.
    ViolationKind {
        /// Not what the brand says it is (假冒).
        Counterfeit = "counterfeit",
        /// Says what is not true (虚假宣传).
        FalseClaim = "false_claim",
        /// Must not be sold here (违禁).
        Prohibited = "prohibited",
        /// Somebody else's picture, film or mark (侵权).
        Infringement = "infringement",
        /// Worse than described (质量).
        Quality = "quality",
        /// Does not ship or answer as promised (履约).
        Service = "service",
        /// Orders or reviews that were no real ones (刷单).
        FakeTrade = "fake_trade",
        /// Something else, in the operator's words.
        Other = "other",
    }
    /// How grave a violation is.
    Severity {
        /// A reminder.
        Minor = "minor",
        /// Must not happen again.
        Serious = "serious",
        /// The last word before the end.
        Grave = "grave",
    }
    /// What follows from a violation, for as long as it lasts.
    Effect {
        /// Nothing but the notice.
        Warning = "warning",
        /// The product is off sale.
        ProductOff = "product_off",
        /// The clip is not shown.
        ClipOff = "clip_off",
        /// The shop lists nothing new.
        NoListing = "no_listing",
        /// The shop sells nothing.
        Suspended = "suspended",
    }
}

impl Effect {
    /// Whether it can follow from a violation against a `target`; one on a shop needs that there is one.
    pub const fn suits(self, target: ViolationTarget) -> bool {
        use ViolationTarget as T;
        match self {
            Self::Warning => true,
            Self::ProductOff => matches!(target, T::Product),
            Self::ClipOff => matches!(target, T::Clip),
            Self::NoListing | Self::Suspended => !matches!(target, T::Account),
        }
    }
}

#[cfg(test)]
mod rules {
    use super::*;

    #[test]
    fn an_effect_falls_on_what_it_can_fall_on() {
        let suits = |target| Effect::ALL.iter().filter(|effect| effect.suits(target)).count();
        assert_eq!(ViolationTarget::ALL.iter().map(|target| suits(*target)).collect::<Vec<_>>(), [1, 3, 3, 4, 4]);
    }
}
