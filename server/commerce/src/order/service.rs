use shared::{
    Duty, ErrorCode, IdempotencyKey, Locale, OrderEvent, OrderId, Phone,
    dto::{OrderRequest, OrderView, PlacedOrders},
};

use super::{
    change::{complete, refund},
    end::{EndedBy, end_unpaid},
    entity::order,
    place::{Draft, place},
    queries,
    view::{Rows, rows_of, views},
};
use crate::{
    Actor, Error, Orders, identity, payment,
    staff::{Deed, act, plain},
};

/// Longer than any number.
const NUMBER_BYTES: usize = 24;

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
        let buyer = actor.require_buyer()?;
        let draft = Draft::new(buyer, key, request, self.shop().clock.now())?;
        let commerce = self.0.clone();
        let placed = self
            .shop()
            .db
            .write(move |tx| {
                let (commerce, draft) = (commerce.clone(), draft.clone());
                Box::pin(async move { place(&commerce, tx, draft).await })
            })
            .await?;
        Ok(PlacedOrders { orders: views(self.0, self.shop().db.read(), placed, locale).await? })
    }

    /// One order, for its buyer, its shop and operators; `NotFound` for everybody else.
    pub async fn get(&self, actor: Actor, id: OrderId, locale: Locale) -> Result<OrderView, Error> {
        let db = self.shop().db.read();
        let rows = rows_of(db, id).await?.ok_or(ErrorCode::NotFound)?;
        self.may_see(actor, &rows.order).await?;
        self.one(rows, locale).await
    }

    /// An order by its number and the phone of its address, for buyers who lost their token; moves
    /// nothing. `NotFound`; `RateLimited` beyond ten tries an hour.
    pub async fn find(&self, actor: Actor, number: &str, phone: Phone, locale: Locale) -> Result<OrderView, Error> {
        // For everyone, so that nobody is locked out by who they are; counted by the number, since it is
        // the phone that could be guessed.
        let _ = actor;
        let number = number.trim();
        if number.is_empty() || number.len() > NUMBER_BYTES {
            return Err(ErrorCode::NotFound.into());
        }
        identity::allow(self.0, identity::Limit::FindOrder, number).await?;
        let db = self.shop().db.read();
        let order = queries::by_number(db, number).await?;
        let order = order.filter(|order| order.address.phone == phone).ok_or(ErrorCode::NotFound)?;
        let lines = queries::lines(db, vec![order.id]).await?;
        self.one(Rows { order, lines }, locale).await
    }

    /// Gives an unpaid order up; its buyer. Closes its payment at the provider first.
    pub async fn cancel(&self, actor: Actor, id: OrderId) -> Result<(), Error> {
        let order = self.own(actor, id).await?;
        end_unpaid(self.0, order.id, EndedBy::Buyer).await
    }

    /// Confirms receipt; its buyer. `IllegalTransition` before everything was shipped.
    pub async fn confirm_receipt(&self, actor: Actor, id: OrderId) -> Result<(), Error> {
        let order = self.own(actor, id).await?;
        let at = self.shop().clock.now();
        self.shop()
            .db
            .write(move |tx| {
                let order = order.clone();
                Box::pin(async move { complete(tx, &order, OrderEvent::Confirm, at).await })
            })
            .await
    }

    /// Gives a paid order's money back before anything was shipped and puts its pieces on sale again;
    /// members of its shop. `oversold` says that the shop cannot deliver. `IllegalTransition`.
    pub async fn refund(&self, actor: Actor, id: OrderId, oversold: bool) -> Result<(), Error> {
        let order = queries::by_id(self.shop().db.read(), id).await?.ok_or(ErrorCode::NotFound)?;
        self.require_shop(actor, &order, Duty::AfterSales).await?;
        let at = self.shop().clock.now();
        let owed = shared::RefundId(self.shop().clock.new_id());
        let (event, done) = if oversold {
            (OrderEvent::Oversell, act::ORDER_OVERSOLD)
        } else {
            (OrderEvent::RefundAll, act::ORDER_REFUNDED)
        };
        let deed = Deed::new(&self.shop().clock, actor);
        self.shop()
            .db
            .write(move |tx| {
                Box::pin(async move {
                    let order = queries::locked(tx, vec![id]).await?.pop().ok_or(ErrorCode::NotFound)?;
                    let of = refund(tx, &order, event, at).await?;
                    payment::owe(tx, owed, of, at).await?;
                    Ok(deed.record(tx, order.shop_id, done, plain(&order.number)).await?)
                })
            })
            .await
    }

    /// `NotFound` unless the actor has `duty` in the order's shop, is an operator or the system; a
    /// buyer who is not gets `Forbidden` for an order of their own.
    pub(crate) async fn require_shop(&self, actor: Actor, order: &order::Model, duty: Duty) -> Result<(), Error> {
        match self.0.identity().require_duty(actor, order.shop_id, duty).await {
            Err(error) if error.code() == ErrorCode::Forbidden || error.code() == ErrorCode::Unauthenticated => {
                let own = actor.buyer() == Some(order.buyer_id);
                Err(if own { ErrorCode::Forbidden } else { ErrorCode::NotFound }.into())
            }
            other => other,
        }
    }

    async fn may_see(&self, actor: Actor, order: &order::Model) -> Result<(), Error> {
        if actor.buyer() == Some(order.buyer_id) { Ok(()) } else { self.require_shop(actor, order, Duty::Orders).await }
    }

    /// The caller's own order.
    async fn own(&self, actor: Actor, id: OrderId) -> Result<order::Model, Error> {
        let order = queries::by_id(self.shop().db.read(), id).await?;
        let order = order.filter(|order| actor.buyer() == Some(order.buyer_id));
        order.ok_or_else(|| ErrorCode::NotFound.into())
    }

    async fn one(&self, rows: Rows, locale: Locale) -> Result<OrderView, Error> {
        let view = views(self.0, self.shop().db.read(), vec![rows], locale).await?.pop();
        view.ok_or_else(|| ErrorCode::NotFound.into())
    }
}
