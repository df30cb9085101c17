use shared::{BuyerId, ErrorCode};

use crate::Error;

/// On whose behalf a method is called. Made from a session by `identity`, never from a request's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// No session: may look around.
    Nobody,
    /// The holder of a guest token: may buy, and see what it bought.
    Guest(BuyerId),
    /// A signed-in account: also acts for the shops it is a member of.
    Account(BuyerId),
    /// A signed-in account that runs this instance.
    Operator(BuyerId),
    /// The shop's own timers, imports and audits; never made from a request.
    System,
}

impl Actor {
    /// The buyer this actor is, if it is one.
    pub const fn buyer(self) -> Option<BuyerId> {
        match self {
            Self::Guest(id) | Self::Account(id) | Self::Operator(id) => Some(id),
            Self::Nobody | Self::System => None,
        }
    }

    /// The buyer this actor is, else `Unauthenticated`.
    pub fn require_buyer(self) -> Result<BuyerId, Error> {
        self.buyer().ok_or(Error::Refused(ErrorCode::Unauthenticated))
    }

    /// The account this actor is signed in with, else `Unauthenticated`.
    pub const fn require_account(self) -> Result<BuyerId, Error> {
        match self {
            Self::Account(id) | Self::Operator(id) => Ok(id),
            _ => Err(Error::Refused(ErrorCode::Unauthenticated)),
        }
    }

    /// `Forbidden` unless this is an operator of the instance, or the shop itself.
    pub fn require_operator(self) -> Result<(), Error> {
        if matches!(self, Self::Operator(_) | Self::System) {
            Ok(())
        } else {
            Err(Error::Refused(ErrorCode::Forbidden))
        }
    }

    /// `Forbidden` unless this is the shop itself.
    pub fn require_system(self) -> Result<(), Error> {
        if self == Self::System { Ok(()) } else { Err(Error::Refused(ErrorCode::Forbidden)) }
    }
}
