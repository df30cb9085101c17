use super::machine::machine;

machine! {
    /// Where the closing of a shop stands (关店).
    ClosingState {
        /// Announced to everybody; goods are sold until the day it names.
        Announced = "announced", 0;
        /// That day has come: nothing is sold any more, what was sold comes to its end.
        Winding = "winding", 1;
        /// Nothing is left to do: the shop is gone and its deposit goes back.
        Closed = "closed", 2;
        /// The deposit is back.
        Settled = "settled", 3;
        /// Taken back by the owner: the shop goes on.
        Withdrawn = "withdrawn", 4;
    }
    /// What can happen to a closing.
    ClosingEvent {
        /// The announced day has come.
        End,
        /// Nothing stands in the way any more.
        Close,
        /// Every deposit is back.
        Settle,
        /// The owner thinks again.
        Withdraw,
    }
    Announced + End => Winding;
    Announced + Withdraw => Withdrawn;
    Winding + Close => Closed;
    Winding + Withdraw => Withdrawn;
    Closed + Settle => Settled;
}

impl ClosingState {
    /// Whether the shop may still list and sell.
    pub const fn sells(self) -> bool {
        matches!(self, Self::Announced | Self::Withdrawn)
    }

    /// Whether the shop is gone for everybody.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Closed | Self::Settled)
    }
}
