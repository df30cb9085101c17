use super::dto;
use crate::Money;

dto! {
    /// What a shop's products ask its people to do.
    pub struct ProductsToDo {
        /// On sale with a SKU that runs out.
        pub low: i64,
        /// Sent back by the review.
        pub rejected: i64,
    }

    /// What a shop sold, and what waits to be sent.
    pub struct Sales {
        /// Paid orders of which nothing was sent yet.
        pub to_ship: i64,
        /// In the last 24 hours.
        pub now: Sold,
        /// In the 24 hours before those.
        pub before: Sold,
    }

    /// Orders that were paid, refunds not taken off.
    pub struct Sold {
        /// How many.
        pub orders: i64,
        /// What they came to.
        pub amount: Money,
    }
}
