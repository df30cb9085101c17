use super::{Clip, CreatorCard, Image, ProductCard, dto};
use crate::VideoId;

dto! {
    /// A clip as it is listed.
    pub struct VideoCard {
        /// Address of the clip.
        pub id: VideoId,
        /// The creator's words.
        pub caption: String,
        /// First picture.
        pub poster: Image,
        /// How often played.
        pub plays: i64,
        /// Handle of its creator.
        pub handle: String,
        /// Name of its creator.
        pub creator_name: String,
    }

    /// A clip with everything the feed shows around it.
    pub struct VideoView {
        /// Address of the clip.
        pub id: VideoId,
        /// The creator's words.
        pub caption: String,
        /// The film.
        pub clip: Clip,
        /// Who made it.
        pub creator: CreatorCard,
        /// Whether the caller follows the creator.
        pub following: bool,
        /// How many like it.
        pub likes: i64,
        /// Whether the caller does.
        pub liked: bool,
        /// Comments, newest first, at most 20.
        pub comments: Vec<Comment>,
        /// Comments in all.
        pub comment_count: i64,
        /// Product cards, by the time they appear.
        pub cards: Vec<TimedCard>,
    }

    /// A product card that shows for a part of the clip.
    pub struct TimedCard {
        /// The product as it is now; its state says whether it can be bought.
        pub product: ProductCard,
        /// Appears at, milliseconds.
        pub from_ms: i64,
        /// Leaves at, milliseconds.
        pub to_ms: i64,
    }

    /// What a viewer wrote.
    pub struct Comment {
        /// Shortened name.
        pub name: String,
        /// Their words.
        pub text: String,
        /// How many like it.
        pub likes: i64,
        /// When, RFC 3339.
        pub at: String,
    }
}
