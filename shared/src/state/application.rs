use super::machine::machine;

machine! {
    /// Where an application for a showcase stands (the numbers are those of WeChat Pay's applyment).
    ApplicationState {
        /// Being filled in.
        Draft = "draft", 0;
        /// Handed in; the operator looks at it.
        InReview = "in_review", 3;
        /// Sent back with reasons; may be changed and handed in again.
        Rejected = "rejected", 4;
        /// Approved; the deposit is due.
        ToPay = "to_pay", 5;
        /// The showcase is open.
        Open = "open", 6;
        /// Withdrawn, or the deposit was not paid in time; a new one may be started.
        Void = "void", 8;
    }
    /// What can happen to an application.
    ApplicationEvent {
        /// The applicant hands it in.
        Submit,
        /// The operator sends it back with reasons.
        Reject,
        /// The operator approves it; a deposit is due.
        Approve,
        /// The operator approves it, and no deposit is due.
        ApproveFree,
        /// The deposit was paid.
        Pay,
        /// The applicant gives it up.
        Withdraw,
        /// The deposit was not paid in time.
        Expire,
    }
    Draft + Submit => InReview;
    Draft + Withdraw => Void;
    InReview + Reject => Rejected;
    InReview + Approve => ToPay;
    InReview + ApproveFree => Open;
    InReview + Withdraw => Void;
    Rejected + Submit => InReview;
    Rejected + Withdraw => Void;
    ToPay + Pay => Open;
    ToPay + Expire => Void;
}
