use shared::{
    Address, AddressId, BuyerId, Email, Phone, ShopId,
    dto::{CodeSent, Credentials, Profile, SavedAddress, Session},
};

use crate::{Actor, Error, Identity};

impl Identity<'_> {
    /// A new guest token: 256 random bits whose holder is a buyer of their own. Nothing is stored;
    /// the buyer's id is derived from the token.
    pub fn open_guest(&self) -> Session {
        todo!("goods")
    }

    /// Who holds `token`; `Unauthenticated` if it is malformed, expired or signed out.
    pub async fn actor_of(&self, token: &str) -> Result<Actor, Error> {
        let _ = token;
        todo!("goods")
    }

    /// Sends a one-time code (6 digits, 5 minutes, 5 tries). `RateLimited` beyond one a minute or ten
    /// a day for a number. In the demo the code is in the answer.
    pub async fn send_code(&self, actor: Actor, phone: Phone) -> Result<CodeSent, Error> {
        let _ = (actor, phone);
        todo!("goods")
    }

    /// Opens a session and moves the guest's cart and orders to the account. An unknown phone becomes
    /// an account. `BadCredentials`, `RateLimited`.
    pub async fn sign_in(&self, actor: Actor, credentials: Credentials) -> Result<Session, Error> {
        let _ = (actor, credentials);
        todo!("goods")
    }

    /// Ends the session that `token` opened.
    pub async fn sign_out(&self, actor: Actor, token: &str) -> Result<(), Error> {
        let _ = (actor, token);
        todo!("goods")
    }

    /// Who the caller is.
    pub async fn profile(&self, actor: Actor) -> Result<Profile, Error> {
        let _ = actor;
        todo!("goods")
    }

    /// The caller's addresses, the default one first; at most 20.
    pub async fn addresses(&self, actor: Actor) -> Result<Vec<SavedAddress>, Error> {
        let _ = actor;
        todo!("goods")
    }

    /// Adds an address, or changes `id`. `Invalid` with the faulty fields.
    pub async fn save_address(
        &self,
        actor: Actor,
        id: Option<AddressId>,
        address: Address,
        is_default: bool,
    ) -> Result<SavedAddress, Error> {
        let _ = (actor, id, address, is_default);
        todo!("goods")
    }

    /// Removes an address; `NotFound` if it is not the caller's.
    pub async fn remove_address(&self, actor: Actor, id: AddressId) -> Result<(), Error> {
        let _ = (actor, id);
        todo!("goods")
    }

    /// Adds an account with a password; `System` only. `Conflict` if the e-mail is taken.
    pub async fn create_account(
        &self,
        actor: Actor,
        email: Email,
        password: &str,
        name: &str,
        operator: bool,
    ) -> Result<BuyerId, Error> {
        let _ = (actor, email, password, name, operator);
        todo!("goods")
    }

    /// Makes an account the owner of a shop; `System` only.
    pub async fn add_member(&self, actor: Actor, shop: ShopId, account: BuyerId) -> Result<(), Error> {
        let _ = (actor, shop, account);
        todo!("goods")
    }

    /// `Forbidden` unless the actor is the system, an operator or a member of `shop`.
    pub(crate) async fn require_member(&self, actor: Actor, shop: ShopId) -> Result<(), Error> {
        let _ = (actor, shop);
        todo!("goods")
    }
}
