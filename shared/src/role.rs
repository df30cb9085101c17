//! What the people of a shop may do.

use serde::{Deserialize, Serialize};

/// A member's place in a shop (店主, 运营, 客服, 仓库, 财务, 直播助手).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(
    feature = "db",
    derive(sea_orm::EnumIter, sea_orm::DeriveActiveEnum),
    sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")
)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Opened the shop; may everything.
    Owner,
    /// Runs goods, window, clips and orders.
    Operator,
    /// Talks with buyers.
    Service,
    /// Packs and ships.
    Warehouse,
    /// Looks after the money.
    Finance,
    /// Helps in the live room.
    Host,
}

/// Something to be done in a shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Duty {
    /// See that the shop is there: its name, its home.
    Look,
    /// Products, prices, stock.
    Products,
    /// The showcase.
    Window,
    /// Short videos and their cards.
    Clips,
    /// Orders and the buyers' addresses.
    Orders,
    /// Parcels.
    Shipping,
    /// Refunds and disputes.
    AfterSales,
    /// Balances, deposit, withdrawals.
    Money,
    /// The live room.
    Live,
    /// Documents, agreements, staff, closing.
    Shop,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 6] = [Self::Owner, Self::Operator, Self::Service, Self::Warehouse, Self::Finance, Self::Host];

    /// Whether a member in this role may do `duty`.
    pub const fn may(self, duty: Duty) -> bool {
        use Duty as D;
        match self {
            Self::Owner => true,
            Self::Operator => !matches!(duty, D::Money | D::Shop),
            Self::Service => matches!(duty, D::Look | D::Orders | D::AfterSales),
            Self::Warehouse => matches!(duty, D::Look | D::Orders | D::Shipping),
            Self::Finance => matches!(duty, D::Look | D::Orders | D::Money),
            Self::Host => matches!(duty, D::Look | D::Live),
        }
    }

    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Operator => "operator",
            Self::Service => "service",
            Self::Warehouse => "warehouse",
            Self::Finance => "finance",
            Self::Host => "host",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Duty, Role};

    #[test]
    fn only_the_owner_touches_documents_and_only_finance_the_money() {
        for role in Role::ALL {
            assert!(role.may(Duty::Look));
            assert_eq!(role.may(Duty::Shop), role == Role::Owner);
            assert_eq!(role.may(Duty::Money), matches!(role, Role::Owner | Role::Finance));
        }
    }
}
