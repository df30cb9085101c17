use super::machine::machine;

machine! {
    /// Where a shop's wish for another category stands.
    CategoryRequestState {
        /// Its paper is missing.
        Draft = "draft", 0;
        /// Handed in; the operator looks at it.
        InReview = "in_review", 1;
        /// Sent back with a reason; may be handed in again.
        Rejected = "rejected", 2;
        /// The shop may sell there.
        Approved = "approved", 3;
        /// Given up by the shop.
        Withdrawn = "withdrawn", 4;
    }
    /// What can happen to it.
    CategoryRequestEvent {
        /// The shop hands it in.
        Submit,
        /// The operator agrees.
        Approve,
        /// The operator sends it back.
        Reject,
        /// The shop gives it up.
        Withdraw,
    }
    Draft + Submit => InReview;
    Draft + Withdraw => Withdrawn;
    InReview + Approve => Approved;
    InReview + Reject => Rejected;
    InReview + Withdraw => Withdrawn;
    Rejected + Submit => InReview;
    Rejected + Withdraw => Withdrawn;
}
