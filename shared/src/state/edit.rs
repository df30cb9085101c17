use super::machine::machine;

machine! {
    /// Where the draft of a product stands on its way online (the edit states of 微信小店's API).
    EditState {
        /// Being written; nobody has asked for it to go online.
        Editing = "editing", 1;
        /// Waits for the operator's word.
        InReview = "in_review", 2;
        /// Sent back with reasons.
        Rejected = "rejected", 3;
        /// Good, and what the online copy was made of.
        Passed = "passed", 4;
    }
    /// What can happen to a draft.
    EditEvent {
        /// Something in it was changed.
        Change,
        /// It goes to the operator.
        Queue,
        /// It is good: by the rules alone, or by the operator's word.
        Pass,
        /// It is sent back.
        Reject,
    }
    Editing + Change => Editing;
    Editing + Queue => InReview;
    Editing + Pass => Passed;
    Editing + Reject => Rejected;
    InReview + Change => Editing;
    InReview + Pass => Passed;
    InReview + Reject => Rejected;
    Rejected + Change => Editing;
    Rejected + Queue => InReview;
    Rejected + Pass => Passed;
    Rejected + Reject => Rejected;
    Passed + Change => Editing;
    Passed + Pass => Passed;
}
