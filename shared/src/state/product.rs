use super::machine::machine;

machine! {
    /// Where the online copy of a product stands (the product states of 微信小店's API).
    ProductState {
        /// Never listed.
        Draft = "draft", 0;
        /// On sale. Sold out (12) is not a state of its own: it is this one with no stock left.
        OnSale = "on_sale", 5;
        /// In the recycle bin.
        Recycled = "recycled", 6;
        /// Deleted for good; its address answers 410.
        Deleted = "deleted", 9;
        /// Taken off by its shop.
        Delisted = "delisted", 11;
        /// Taken off by the operator.
        Banned = "banned", 13;
        /// Taken off because its shop's deposit falls short; it comes back by itself.
        DepositShort = "deposit_short", 14;
    }
    /// What can happen to a product.
    ProductEvent {
        /// The draft was approved and goes online.
        List,
        /// The shop takes it off.
        Delist,
        /// The operator takes it off.
        Ban,
        /// The operator gives it back to its shop.
        Release,
        /// The shop's deposit falls short of what is asked.
        FallShort,
        /// The shop's deposit is enough again.
        TopUp,
        /// To the recycle bin.
        Recycle,
        /// Back from the recycle bin.
        Restore,
        /// For good.
        Purge,
    }
    Draft + List => OnSale;
    Draft + Recycle => Recycled;
    OnSale + Delist => Delisted;
    OnSale + Ban => Banned;
    OnSale + FallShort => DepositShort;
    DepositShort + TopUp => OnSale;
    DepositShort + Delist => Delisted;
    DepositShort + Ban => Banned;
    DepositShort + Recycle => Recycled;
    Delisted + List => OnSale;
    Delisted + Ban => Banned;
    Delisted + Recycle => Recycled;
    Banned + List => OnSale;
    Banned + Release => Delisted;
    Banned + Recycle => Recycled;
    Recycled + Restore => Delisted;
    Recycled + Purge => Deleted;
}
