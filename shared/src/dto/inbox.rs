use super::dto;
use crate::MessageId;

dto! {
    /// A message in somebody's inbox; its words are made of its kind and parts in the reader's language.
    pub struct Message {
        /// Its id.
        pub id: MessageId,
        /// What happened, by name: `application.rejected`.
        pub kind: String,
        /// What the words need, in the kind's order.
        pub parts: Vec<String>,
        /// Where to go.
        pub link: String,
        /// When.
        pub at: String,
        /// Not looked at yet.
        pub unread: bool,
    }
}
