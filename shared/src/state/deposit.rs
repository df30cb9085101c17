use super::machine::machine;

machine! {
    /// Where a deposit stands (保证金).
    DepositState {
        /// Asked for, not paid yet.
        Due = "due", 0;
        /// Held for the shop.
        Paid = "paid", 1;
        /// Not paid in time; money that comes now goes back.
        Void = "void", 2;
        /// The shop has closed: the provider is returning it.
        Returning = "returning", 3;
        /// Whoever paid it has it back.
        Returned = "returned", 4;
    }
    /// What can happen to a deposit.
    DepositEvent {
        /// The exact amount came.
        Pay,
        /// Its time is over.
        Expire,
        /// The shop has closed.
        GiveBack,
        /// The provider returned the money.
        ConfirmRefund,
    }
    Due + Pay => Paid;
    Due + Expire => Void;
    Paid + GiveBack => Returning;
    Returning + ConfirmRefund => Returned;
}
