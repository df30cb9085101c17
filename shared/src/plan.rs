//! The words of commission plans: for whom one is, and how much it may promise.

use serde::{Deserialize, Serialize};

use crate::ErrorCode;

/// Whom a commission plan is for (普通、定向、专属计划).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(
    feature = "db",
    derive(sea_orm::EnumIter, sea_orm::DeriveActiveEnum),
    sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")
)]
#[serde(rename_all = "snake_case")]
pub enum PlanKind {
    /// Every creator.
    Ordinary,
    /// The creators it names, beside an ordinary plan.
    Targeted,
    /// One creator and nobody else.
    Exclusive,
}

impl PlanKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Ordinary, Self::Targeted, Self::Exclusive];

    /// The name on the wire and in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ordinary => "ordinary",
            Self::Targeted => "targeted",
            Self::Exclusive => "exclusive",
        }
    }

    /// How many creators it may name at once.
    pub const fn most_named(self) -> usize {
        match self {
            Self::Ordinary => 0,
            Self::Targeted => 30,
            Self::Exclusive => 1,
        }
    }

    /// Whether a plan of this kind and one of the `other` cannot hold for one product at the same time: what is
    /// promised to one creator alone is promised to nobody else, and two promises to everybody contradict each other.
    pub const fn excludes(self, other: Self) -> bool {
        matches!((self, other), (Self::Exclusive, _) | (_, Self::Exclusive) | (Self::Ordinary, Self::Ordinary))
    }
}

impl std::str::FromStr for PlanKind {
    type Err = ErrorCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|known| known.as_str() == text).ok_or(ErrorCode::Validation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wire_name_is_the_serde_name() {
        for kind in PlanKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
            assert_eq!(kind.as_str().parse::<PlanKind>().ok(), Some(kind));
        }
    }

    #[test]
    fn only_targeted_plans_stand_beside_others() {
        let beside = |one: PlanKind, other| !one.excludes(other);
        for kind in PlanKind::ALL {
            assert!(kind.excludes(PlanKind::Exclusive) && PlanKind::Exclusive.excludes(kind));
        }
        assert!(beside(PlanKind::Targeted, PlanKind::Ordinary) && beside(PlanKind::Targeted, PlanKind::Targeted));
        assert!(PlanKind::Ordinary.excludes(PlanKind::Ordinary));
    }
}
