use super::{Clip, Image, ProductCard, Reason, dto};
use crate::{LocalText, Money, ShopId, UploadFault, UploadId, UploadPurpose, UploadState, VideoId, VideoState};

dto! {
    /// A film or a picture on its way into the shop.
    pub struct UploadView {
        /// Names it; the clip or picture it becomes has the same id.
        pub id: UploadId,
        /// What it is sent for.
        pub purpose: UploadPurpose,
        /// The shop it is for.
        pub shop_id: ShopId,
        /// The file's name, for people.
        pub name: String,
        /// Bytes in all.
        pub length: i64,
        /// Bytes that are durable.
        pub received: i64,
        /// How far it has come.
        pub state: UploadState,
        /// Of the work after the last byte, in thousandths.
        pub progress: i32,
        /// Why it was refused.
        pub fault: Option<UploadFault>,
        /// The picture it has become.
        pub image: Option<Image>,
        /// What has not arrived by then is forgotten; RFC 3339.
        pub expires_at: String,
    }

    /// A clip as the people of its shop see it.
    pub struct MyClip {
        /// Its address.
        pub id: VideoId,
        /// Where it stands.
        pub state: VideoState,
        /// Its words in every language.
        pub caption: LocalText,
        /// Counts the changes of its words; goes back with others.
        pub words_version: i64,
        /// Counts the changes of its cards; goes back with others.
        pub cards_version: i64,
        /// The film.
        pub clip: Clip,
        /// Whether it has a poster of its own.
        pub has_poster: bool,
        /// Why it was sent back.
        pub reasons: Vec<Reason>,
        /// When it goes out, RFC 3339, while it is scheduled or waits for the operator.
        pub publish_at: Option<String>,
        /// When it went out, or was made, RFC 3339.
        pub at: String,
        /// Its products, by the time they appear.
        pub cards: Vec<MyCard>,
        /// What viewers did with it.
        pub figures: ClipFigures,
    }

    /// A timed card as the people of the shop see it.
    pub struct MyCard {
        /// The product as it is now.
        pub product: ProductCard,
        /// Appears at, milliseconds.
        pub from_ms: i64,
        /// Leaves at, milliseconds.
        pub to_ms: i64,
        /// Viewers who had it on the screen.
        pub seen: i64,
        /// Viewers who tapped it.
        pub taps: i64,
        /// What could stand in its place, where the product is not on sale any more.
        pub substitutes: Vec<ProductCard>,
    }

    /// What viewers did with a clip.
    pub struct ClipFigures {
        /// Viewers who played it.
        pub plays: i64,
        /// Who like it.
        pub likes: i64,
        /// What was said.
        pub comments: i64,
        /// How often a card was met, once per viewer and card.
        pub seen: i64,
        /// How often one was tapped, likewise.
        pub taps: i64,
        /// Paid orders with something that was met in it.
        pub orders: i64,
        /// What those lines cost.
        pub amount: Money,
    }

    /// The clips of a shop, and what is becoming one.
    pub struct MyClips {
        /// Films that are no clips yet, newest first.
        pub uploads: Vec<UploadView>,
        /// Newest first.
        pub clips: Vec<MyClip>,
    }
}

impl MyClip {
    /// Cards whose product cannot be bought any more.
    pub fn dead(&self) -> impl Iterator<Item = &MyCard> {
        self.cards.iter().filter(|card| card.product.state != crate::ProductState::OnSale)
    }
}
