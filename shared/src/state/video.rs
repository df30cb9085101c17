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
    }
    Draft + Publish => Published;
    Draft + Schedule => Scheduled;
    Scheduled + Publish => Published;
    Scheduled + Recall => Draft;
    Published + Unlist => Unlisted;
    Unlisted + Publish => Published;
    Unlisted + Schedule => Scheduled;
}
