use shared::{
    ErrorCode, Locale, OrderId, OrderState,
    dto::{OrderCounts, OrderQuery, OrderTab, OrderView, Page},
};

use super::{
    queries,
    view::{Rows, views},
};
use crate::{Actor, Error, Orders};

const DEFAULT: u32 = 10;
const MOST: u32 = 50;
const QUERY_CHARS: usize = 60;

impl Orders<'_> {
    /// The caller's orders, newest first.
    pub async fn list(&self, actor: Actor, query: OrderQuery, locale: Locale) -> Result<Page<OrderView>, Error> {
        let buyer = actor.require_buyer()?;
        let limit = if query.limit == 0 { DEFAULT } else { query.limit.min(MOST) };
        let before = query.cursor.map(|cursor| cursor.parse::<OrderId>()).transpose();
        let before = before.map_err(|_| ErrorCode::Validation)?;
        let words = query.q.map(|q| q.trim().chars().take(QUERY_CHARS).collect::<String>().to_lowercase());
        let words = words.filter(|words| !words.is_empty());
        let db = self.shop().db.read();
        let more = u64::from(limit) + 1;
        let mut orders = queries::page(db, buyer, states(query.tab), words.as_deref(), before, more).await?;
        let rest = orders.len() > limit as usize;
        orders.truncate(limit as usize);
        let next = orders.last().filter(|_| rest).map(|order| order.id.to_string());
        let rows = Rows::load(db, orders).await?;
        Ok(Page { items: views(self.0, db, rows, locale).await?, next })
    }

    /// These orders of the caller, oldest first; `NotFound` if one of them is not theirs.
    pub async fn several(&self, actor: Actor, ids: &[OrderId], locale: Locale) -> Result<Vec<OrderView>, Error> {
        let db = self.shop().db.read();
        let orders = queries::by_ids(db, ids.to_vec()).await?;
        let own = orders.iter().all(|order| actor.buyer() == Some(order.buyer_id));
        if !own || orders.len() != ids.len() {
            return Err(ErrorCode::NotFound.into());
        }
        let rows = Rows::load(db, orders).await?;
        views(self.0, db, rows, locale).await
    }

    /// How many of the caller's orders wait for what.
    pub async fn counts(&self, actor: Actor) -> Result<OrderCounts, Error> {
        let Some(buyer) = actor.buyer() else { return Ok(OrderCounts::default()) };
        let counts = queries::counts(self.shop().db.read(), buyer).await?;
        let of = |tab| {
            let wanted = counts.iter().filter(|(state, _)| states(tab).contains(state));
            wanted.map(|(_, orders)| orders).sum()
        };
        let (to_pay, to_ship, to_receive) = (of(OrderTab::ToPay), of(OrderTab::ToShip), of(OrderTab::ToReceive));
        Ok(OrderCounts { to_pay, to_ship, to_receive })
    }
}

/// The states of a tab; none for all.
const fn states(tab: OrderTab) -> &'static [OrderState] {
    match tab {
        OrderTab::All => &[],
        OrderTab::ToPay => &[OrderState::PendingPayment],
        OrderTab::ToShip => &[OrderState::ToShip],
        OrderTab::ToReceive => &[OrderState::PartlyShipped, OrderState::Shipped],
        OrderTab::Done => &[OrderState::Completed],
        OrderTab::Closed => &[OrderState::Cancelled, OrderState::Refunded, OrderState::Oversold],
    }
}
