use shared::{
    BuyerId, CartLineId, Locale,
    dto::{Cart, CartLineChange, LineRequest},
};

use crate::{Actor, Carts, Error, db::Tx};

impl Carts<'_> {
    /// The caller's cart with today's prices, stock and reasons.
    pub async fn get(&self, actor: Actor, locale: Locale) -> Result<Cart, Error> {
        let _ = (actor, locale);
        todo!("trade")
    }

    /// Pieces in the caller's cart, for the badge.
    pub async fn pieces(&self, actor: Actor) -> Result<i32, Error> {
        let _ = actor;
        todo!("trade")
    }

    /// Adds pieces; a SKU that is there already gets more of them. `NotFound`, `NotOnSale`,
    /// `OutOfStock` beyond what is left, `LimitExceeded`; at most 100 lines.
    pub async fn add(&self, actor: Actor, line: LineRequest) -> Result<CartLineId, Error> {
        let _ = (actor, line);
        todo!("trade")
    }

    /// Changes a line; `NotFound` if it is not the caller's, `OutOfStock`.
    pub async fn change(&self, actor: Actor, id: CartLineId, change: CartLineChange) -> Result<(), Error> {
        let _ = (actor, id, change);
        todo!("trade")
    }

    /// Removes a line; `NotFound` if it is not the caller's.
    pub async fn remove(&self, actor: Actor, id: CartLineId) -> Result<(), Error> {
        let _ = (actor, id);
        todo!("trade")
    }
}

/// Moves the guest's lines to the account they signed in with: the same SKU adds up, at most to the
/// limit of a line.
pub(crate) async fn merge(tx: &Tx, guest: BuyerId, account: BuyerId) -> Result<(), Error> {
    let _ = (tx, guest, account);
    todo!("trade")
}
