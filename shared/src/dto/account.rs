use super::{Image, dto};
use crate::{Address, AddressId, BuyerId, Email, OpeningMode, Phone, Role, ShopId};

dto! {
    /// A session that was opened.
    pub struct Session {
        /// Send it as `Authorization: Bearer <token>`; browsers hold it in a cookie.
        pub token: String,
    }

    /// Who the caller is.
    pub struct Profile {
        /// Their id.
        pub id: BuyerId,
        /// Name shown to others; guests have none.
        pub name: String,
        /// Signed in with an account.
        pub signed_in: bool,
        /// Masked phone number.
        pub phone: Option<String>,
        /// E-mail address.
        pub email: Option<String>,
    }

    /// A shop whose people the caller is one of.
    pub struct MyShop {
        /// The shop.
        pub id: ShopId,
        /// Its name.
        pub name: String,
        /// Handle of its creator; empty if it has none yet.
        pub handle: String,
        /// Its logo.
        pub logo: Image,
        /// The caller's place in it.
        pub role: Role,
        /// How it gets its goods.
        pub mode: OpeningMode,
        /// What the shop elsewhere is called that is master of its goods; empty if it is master itself.
        pub master: String,
        /// Violations that count against it; told to those who answer for it.
        pub violations: i64,
    }

    /// How to sign in.
    #[serde(untagged)]
    pub enum Credentials {
        /// By one-time code; an unknown number becomes an account.
        Code {
            /// The number the code was sent to.
            phone: Phone,
            /// Six digits.
            code: String,
        },
        /// By password.
        Password {
            /// Account name.
            email: Email,
            /// Secret.
            password: String,
        },
    }

    /// A code on its way to a phone.
    pub struct CodeSent {
        /// Valid so long, in seconds.
        pub valid_seconds: i64,
        /// The code itself; only in demo mode, where no message is sent.
        pub demo_code: Option<String>,
    }

    /// An address in the buyer's book.
    pub struct SavedAddress {
        /// Its id.
        pub id: AddressId,
        /// Where it is.
        #[serde(flatten)]
        pub address: Address,
        /// Chosen unless another one is.
        pub is_default: bool,
    }
}
