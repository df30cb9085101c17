use shared::{
    BuyerId, IdempotencyKey, Locale, OrderId, Phone,
    dto::{OrderCounts, OrderQuery, OrderRequest, OrderView, Page, PlacedOrders},
};

use crate::{Actor, Error, Orders, db::Tx};

impl Orders<'_> {
    /// Places one order per shop in one transaction and holds their stock until `pay_by`. The same
    /// `key` with the same request returns the first answer.
    ///
    /// `Unauthenticated`, `KeyReused`, `Invalid` (address), `PriceChanged` if the total is not
    /// `expected_total`, `OutOfStock`, `NotOnSale`, `LimitExceeded`, `NoDelivery`, `NotFound`.
    pub async fn place(
        &self,
        actor: Actor,
        key: IdempotencyKey,
        request: OrderRequest,
        locale: Locale,
    ) -> Result<PlacedOrders, Error> {
        let _ = (actor, key, request, locale);
        todo!("trade")
    }

    /// One order, for its buyer, its shop and operators; `NotFound` for everybody else.
    pub async fn get(&self, actor: Actor, id: OrderId, locale: Locale) -> Result<OrderView, Error> {
        let _ = (actor, id, locale);
        todo!("trade")
    }

    /// The caller's orders, newest first.
    pub async fn list(&self, actor: Actor, query: OrderQuery, locale: Locale) -> Result<Page<OrderView>, Error> {
        let _ = (actor, query, locale);
        todo!("trade")
    }

    /// How many of the caller's orders wait for what.
    pub async fn counts(&self, actor: Actor) -> Result<OrderCounts, Error> {
        let _ = actor;
        todo!("trade")
    }

    /// An order by its number and the phone of its address, for buyers who lost their token; moves
    /// nothing. `NotFound`; `RateLimited` beyond ten tries an hour.
    pub async fn find(&self, actor: Actor, number: &str, phone: Phone, locale: Locale) -> Result<OrderView, Error> {
        let _ = (actor, number, phone, locale);
        todo!("trade")
    }

    /// Gives an unpaid order up; its buyer. Closes its payment at the provider first.
    pub async fn cancel(&self, actor: Actor, id: OrderId) -> Result<(), Error> {
        let _ = (actor, id);
        todo!("trade")
    }

    /// Confirms receipt; its buyer. `IllegalTransition` before everything was shipped.
    pub async fn confirm_receipt(&self, actor: Actor, id: OrderId) -> Result<(), Error> {
        let _ = (actor, id);
        todo!("trade")
    }
}

/// Moves a guest's orders to the account they signed in with.
pub(crate) async fn merge(tx: &Tx, guest: BuyerId, account: BuyerId) -> Result<(), Error> {
    let _ = (tx, guest, account);
    todo!("trade")
}
