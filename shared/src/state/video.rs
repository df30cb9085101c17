use super::machine::machine;

machine! {
    /// Where a clip stands. Taken away for good by the operator is no state: it is a mark beside it.
    VideoState {
        /// Only the people of its shop see it.
        Draft = "draft", 0;
        /// Goes out by itself when its time has come.
        Scheduled = "scheduled", 1;
        /// Everybody sees it.
        Published = "published", 2;
        /// Was out; its likes and comments are kept.
        Unlisted = "unlisted", 3;
        /// Waits for the operator's word; nobody else sees it.
        InReview = "in_review", 4;
        /// Sent back with reasons.
        Rejected = "rejected", 5;
        /// Taken off by the operator, until they give it back.
        Banned = "banned", 6;
    }
    /// What can happen to a clip.
    VideoEvent {
        /// Goes out now.
        Publish,
        /// Is to go out later.
        Schedule,
        /// Is not to go out after all.
        Recall,
        /// Comes in again.
        Unlist,
        /// It goes to the operator.
        Queue,
        /// It is sent back.
        SendBack,
        /// The operator takes it off.
        Ban,
        /// The operator gives it back to its shop.
        Release,
    }
    Draft + Publish => Published;
    Draft + Schedule => Scheduled;
    Draft + Queue => InReview;
    Draft + SendBack => Rejected;
    Scheduled + Publish => Published;
    Scheduled + Recall => Draft;
    Scheduled + Queue => InReview;
    Scheduled + SendBack => Rejected;
    Scheduled + Ban => Banned;
    Published + Unlist => Unlisted;
    Published + Queue => InReview;
    Published + Ban => Banned;
    Unlisted + Publish => Published;
    Unlisted + Schedule => Scheduled;
    Unlisted + Queue => InReview;
    Unlisted + SendBack => Rejected;
    Unlisted + Ban => Banned;
    InReview + Publish => Published;
    InReview + Schedule => Scheduled;
    InReview + Recall => Draft;
    InReview + SendBack => Rejected;
    Rejected + Publish => Published;
    Rejected + Schedule => Scheduled;
    Rejected + Queue => InReview;
    Rejected + SendBack => Rejected;
    Banned + Release => Unlisted;
}
