//! The words of opening a showcase: modes, subjects, papers, agreements, rules and reasons.

use serde::{Deserialize, Serialize};

macro_rules! words {
    ($($(#[$doc:meta])* $Name:ident { $($(#[$w_doc:meta])* $W:ident = $word:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(
            feature = "db",
            derive(sea_orm::EnumIter, sea_orm::DeriveActiveEnum),
            sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")
        )]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum $Name { $($(#[$w_doc])* $W,)+ }

        impl $Name {
            /// Every one.
            pub const ALL: &[Self] = &[$(Self::$W),+];

            /// The name on the wire and in the database.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$W => $word,)+ }
            }
        }

        impl std::str::FromStr for $Name {
            type Err = crate::ErrorCode;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|known| known.as_str() == text).ok_or(crate::ErrorCode::Validation)
            }
        }
    )+

        #[cfg(test)]
        mod tests {
            use super::*;

            #[test]
            fn the_wire_name_is_the_serde_name() {
                $(for word in $Name::ALL {
                    assert_eq!(serde_json::to_value(word).unwrap(), word.as_str());
                    assert_eq!(word.as_str().parse::<$Name>().ok(), Some(*word));
                })+
            }
        }
    };
}
pub(crate) use words;

words! {
    /// How a showcase gets its goods, and who is the master of goods and orders.
    OpeningMode {
        /// An own shop elsewhere (a mini-program), connected by component: it stays the master.
        Component = "component",
        /// A third-party platform's goods: the platform stays the master.
        Platform = "platform",
        /// A shop here: products, stock, orders and money live in this instance.
        Direct = "direct",
    }
    /// What of a shop there is to be master of.
    Matter {
        /// Titles, pictures, prices, stock.
        Goods = "goods",
        /// Orders and what follows from them.
        Orders = "orders",
        /// What buyers pay.
        Money = "money",
        /// Who buys, and what.
        Data = "data",
    }
    /// Who applies.
    SubjectType {
        /// A company (企业).
        Company = "company",
        /// An individual business (个体工商户).
        Individual = "individual",
        /// A creator without a licence: recommends, does not sell.
        Creator = "creator",
    }
    /// What a paper is.
    DocumentKind {
        /// Business licence.
        Licence = "licence",
        /// Identity card, portrait side.
        IdFront = "id_front",
        /// Identity card, emblem side.
        IdBack = "id_back",
        /// Proof of the bank account.
        Bank = "bank",
        /// Proof that the shop elsewhere is the applicant's.
        Outside = "outside",
        /// The qualification a category asks for.
        Paper = "paper",
    }
    /// What an agreement is about.
    AgreementKind {
        /// The service.
        Service = "service",
        /// The deposit.
        Deposit = "deposit",
        /// Personal data.
        Privacy = "privacy",
    }
    /// What the operator may ask of an applicant.
    RuleKind {
        /// Their real name is verified (1).
        RealName = "real_name",
        /// At least so many followers.
        Followers = "followers",
        /// An account at least so many days old.
        Days = "days",
        /// At least so many published clips.
        Clips = "clips",
        /// At most so many open violations.
        Violations = "violations",
    }
    /// How the deposits of several categories add up.
    DepositBy {
        /// The highest of them.
        Maximum = "maximum",
        /// All of them.
        Sum = "sum",
    }
    /// What a deposit was asked for.
    DepositKind {
        /// To open the shop.
        Opening = "opening",
        /// Because more is asked than there is.
        TopUp = "top_up",
    }
    /// What keeps a shop from closing.
    Blocker {
        /// Orders that wait to be paid.
        Unpaid = "unpaid",
        /// Paid orders that are not at their buyers.
        Open = "open",
        /// Received orders that may still be complained about.
        AfterSale = "after_sale",
        /// Money on its way back to buyers.
        Refunds = "refunds",
        /// Money of the shop's that is not settled.
        Unsettled = "unsettled",
        /// A deposit that was asked for and is not paid.
        TopUp = "top_up",
        /// A category the operator looks at.
        Category = "category",
        /// An import that is running.
        Import = "import",
        /// A change of the showcase that is to go out by itself.
        Window = "window",
        /// Violations of the owner's that are not settled.
        Violation = "violation",
    }
    /// Why a field is sent back.
    RejectReason {
        /// Not what the paper says.
        Mismatch = "mismatch",
        /// Cannot be read.
        Unreadable = "unreadable",
        /// No longer valid.
        Expired = "expired",
        /// Not there.
        Missing = "missing",
        /// Something else, in the reviewer's words.
        Other = "other",
    }
}

impl OpeningMode {
    /// Whether `subject` may open a showcase this way: whoever has no licence recommends, but does not sell.
    pub const fn suits(self, subject: SubjectType) -> bool {
        !matches!(subject, SubjectType::Creator) || matches!(self, Self::Platform)
    }

    /// Whether the goods live elsewhere.
    pub const fn is_outside(self) -> bool {
        self.is_elsewhere(Matter::Goods)
    }

    /// Whether another shop, and not this instance, is the master of `matter`. Where both have a part, the master is who
    /// has the last word.
    pub const fn is_elsewhere(self, matter: Matter) -> bool {
        match (self, matter) {
            (Self::Direct, _) | (Self::Component, Matter::Money) => false,
            (Self::Component | Self::Platform, _) => true,
        }
    }

    /// Whether viewers buy and pay here; otherwise a product leads them to where it is sold.
    pub const fn sells_here(self) -> bool {
        !self.is_elsewhere(Matter::Money)
    }
}

impl SubjectType {
    /// The papers an applicant of this kind shows, whatever they sell.
    pub const fn papers(self) -> &'static [DocumentKind] {
        use DocumentKind as D;
        match self {
            Self::Company | Self::Individual => &[D::Licence, D::IdFront, D::IdBack, D::Bank],
            Self::Creator => &[D::IdFront, D::IdBack],
        }
    }
}

impl RuleKind {
    /// Whether `current` satisfies a rule that asks for `wanted`.
    pub const fn is_met(self, current: i64, wanted: i64) -> bool {
        match self {
            Self::Violations => current <= wanted,
            Self::RealName | Self::Followers | Self::Days | Self::Clips => current >= wanted,
        }
    }
}

impl DepositBy {
    /// What several deposits come to, in minor units; `None` beyond the range of money.
    pub fn total(self, minor: impl IntoIterator<Item = i64>) -> Option<i64> {
        let mut minor = minor.into_iter();
        match self {
            Self::Maximum => Some(minor.max().unwrap_or_default()),
            Self::Sum => minor.try_fold(0_i64, i64::checked_add),
        }
    }
}

#[cfg(test)]
mod rules {
    use super::*;

    #[test]
    fn deposits_are_the_highest_or_all() {
        let minor = [200_000, 100_000, 300_000];
        assert_eq!(DepositBy::Maximum.total(minor), Some(300_000));
        assert_eq!(DepositBy::Sum.total(minor), Some(600_000));
        assert_eq!((DepositBy::Maximum.total([]), DepositBy::Sum.total([])), (Some(0), Some(0)));
        assert_eq!(DepositBy::Sum.total([i64::MAX, 1]), None);
    }

    #[test]
    fn who_buys_here_pays_here() {
        let elsewhere = |mode: OpeningMode| Matter::ALL.iter().filter(|matter| mode.is_elsewhere(**matter)).count();
        assert_eq!(OpeningMode::ALL.iter().map(|mode| elsewhere(*mode)).collect::<Vec<_>>(), [3, 4, 0]);
        assert!(OpeningMode::Component.sells_here() && OpeningMode::Component.is_outside());
        assert!(!OpeningMode::Platform.sells_here() && OpeningMode::Direct.sells_here());
    }

    #[test]
    fn whoever_has_no_licence_only_recommends() {
        for mode in OpeningMode::ALL {
            assert_eq!(mode.suits(SubjectType::Creator), *mode == OpeningMode::Platform);
            assert!(mode.suits(SubjectType::Company));
        }
    }
}
