use super::machine::machine;

machine! {
    /// Where a violation stands (违规). From its issue it counts, and its effect lasts, until it has ended or is lifted.
    ViolationState {
        /// Told to whom it concerns; its effect lasts.
        InForce = "in_force", 0;
        /// They say it is not right; the operator looks again.
        Appealed = "appealed", 1;
        /// The operator looked again and stays with it.
        Upheld = "upheld", 2;
        /// It was not right after all; its effect is undone.
        Lifted = "lifted", 3;
        /// Its time is over; its effect is undone.
        Ended = "ended", 4;
        /// Being written, with its evidence; nobody but operators knows of it.
        Draft = "draft", 5;
        /// Thrown away before anybody was told.
        Discarded = "discarded", 6;
    }
    /// What can happen to a violation.
    ViolationEvent {
        /// Whom it concerns says that it is not right.
        Appeal,
        /// They take that back.
        Withdraw,
        /// The operator stays with it.
        Uphold,
        /// The operator takes it back.
        Lift,
        /// Its time is over.
        End,
        /// The operator tells whom it concerns; its effect begins.
        Issue,
        /// The operator throws the draft away.
        Discard,
    }
    Draft + Issue => InForce;
    Draft + Discard => Discarded;
    InForce + Appeal => Appealed;
    InForce + Lift => Lifted;
    InForce + End => Ended;
    Appealed + Withdraw => InForce;
    Appealed + Uphold => Upheld;
    Appealed + Lift => Lifted;
    Appealed + End => Ended;
    Upheld + Lift => Lifted;
    Upheld + End => Ended;
}

impl ViolationState {
    /// Whether whom it concerns knows of it.
    pub const fn is_told(self) -> bool {
        !matches!(self, Self::Draft | Self::Discarded)
    }
}
