use super::dto;
use crate::{ActivityId, BuyerId, InvitationId, Role};

dto! {
    /// The people of a shop.
    pub struct Staff {
        /// Who they are, the owner first.
        pub members: Vec<Member>,
        /// Offers that nobody has taken yet.
        pub invitations: Vec<Invitation>,
    }

    /// One of a shop's people.
    pub struct Member {
        /// Their account.
        pub account: BuyerId,
        /// Their name.
        pub name: String,
        /// Masked phone number, else e-mail address.
        pub contact: String,
        /// What they may do.
        pub role: Role,
        /// Whether it is the caller.
        pub me: bool,
    }

    /// An offer to join.
    pub struct Invitation {
        /// Its id.
        pub id: InvitationId,
        /// For whom, in the words of whoever made it.
        pub note: String,
        /// The place that is offered.
        pub role: Role,
        /// The link stops working then.
        pub expires_at: String,
    }

    /// What whoever holds the link of an offer may know of it.
    pub struct Offered {
        /// Name of the shop.
        pub shop: String,
        /// The place that is offered.
        pub role: Role,
        /// The link stops working then.
        pub expires_at: String,
    }

    /// Something that one of a shop's people did.
    pub struct Activity {
        /// Its id.
        pub id: ActivityId,
        /// When.
        pub at: String,
        /// Name of who did it; empty for the shop's own timers.
        pub who: String,
        /// What was done, a stable name: `product.listed`.
        pub act: String,
        /// To what, in words.
        pub subject: String,
    }
}
