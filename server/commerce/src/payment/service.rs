use chrono::TimeDelta;
use sea_orm::ActiveValue::Set;
use shared::{
    ErrorCode, IdempotencyKey, OrderId, PaymentId, PaymentState,
    dto::{PaymentMethod, PaymentView},
};

use super::{
    Noticed,
    create::{self, Draft},
    entity::payment,
    gateway::NoticeHeaders,
    queries, settle,
};
use crate::{Actor, Commerce, Error, Payments, clock::rfc3339, order};

const METHODS: [(PaymentMethod, &str); 3] =
    [(PaymentMethod::Wechat, "wechat"), (PaymentMethod::Alipay, "alipay"), (PaymentMethod::Card, "card")];

impl Payments<'_> {
    /// Starts paying the caller's unpaid orders together; an open payment of the same orders and method
    /// is returned again, one with another method is closed first. `NotFound`, `IllegalTransition` if
    /// one of them is not waiting for payment, `Unavailable` if the provider does not answer.
    pub async fn create(
        &self,
        actor: Actor,
        key: IdempotencyKey,
        mut orders: Vec<OrderId>,
        method: PaymentMethod,
    ) -> Result<PaymentView, Error> {
        let buyer = actor.require_buyer()?;
        orders.sort_unstable();
        orders.dedup();
        let clock = &self.shop().clock;
        let draft = Draft {
            id: PaymentId(clock.new_id()),
            buyer,
            key,
            orders: orders.clone(),
            method: name(method),
            at: clock.now(),
        };
        let payment = create::create(self.0, draft, method).await?;
        Ok(self.view(payment, orders))
    }

    /// One payment, for its payer; `NotFound` for everybody else.
    pub async fn get(&self, actor: Actor, id: PaymentId) -> Result<PaymentView, Error> {
        let (payment, orders) = self.own(actor, id).await?;
        Ok(self.view(payment, orders))
    }

    /// How a payment stands; an open one is asked of the provider first, which heals a lost notification.
    /// A silent provider is asked again by the timer. `NotFound` for everybody but the payer.
    pub async fn sync(&self, actor: Actor, id: PaymentId) -> Result<PaymentView, Error> {
        let (payment, orders) = self.own(actor, id).await?;
        if !payment.is_open() {
            return Ok(self.view(payment, orders));
        }
        match sync(self.0, id).await {
            Err(error) if error.code() == ErrorCode::Unavailable => tracing::warn!(%error, "the provider is silent"),
            asked => asked?,
        }
        let payment = queries::by_id(self.shop().db.read(), id).await?.ok_or(ErrorCode::NotFound)?;
        Ok(self.view(payment, orders))
    }

    /// Takes a message of the provider: its signature is its actor. `body` is what came over the wire.
    /// `Unauthenticated` if it is not certainly the provider's; the provider sends it again after any
    /// error, and every repetition is harmless.
    pub async fn notify(&self, headers: &NoticeHeaders, body: &[u8]) -> Result<Noticed, Error> {
        let notice = self.shop().gateway.parse_notification(headers, body).await?;
        let commerce = self.0.clone();
        self.shop()
            .db
            .write(move |tx| {
                let (commerce, notice) = (commerce.clone(), notice.clone());
                Box::pin(async move { settle::notice(&commerce, tx, notice).await })
            })
            .await
    }

    /// Ends the unpaid orders of a payment as if their time had passed, for the sandbox's "paid too
    /// late"; `System` only.
    pub async fn expire(&self, actor: Actor, id: PaymentId) -> Result<(), Error> {
        actor.require_system()?;
        for order in queries::orders_of(self.shop().db.read(), id).await? {
            match order::end_unpaid(self.0, order, order::EndedBy::EarlyTimeout).await {
                Err(error) if error.code() != ErrorCode::IllegalTransition => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }

    /// How a payment stands, for the sandbox's answer; `System` only. `NotFound`.
    pub async fn state(&self, actor: Actor, id: PaymentId) -> Result<PaymentState, Error> {
        actor.require_system()?;
        let payment = queries::by_id(self.shop().db.read(), id).await?;
        Ok(payment.ok_or(ErrorCode::NotFound)?.state)
    }

    /// A payment whose orders are the caller's, with their ids.
    async fn own(&self, actor: Actor, id: PaymentId) -> Result<(payment::Model, Vec<OrderId>), Error> {
        let db = self.shop().db.read();
        let payment = queries::by_id(db, id).await?.ok_or(ErrorCode::NotFound)?;
        let ids = queries::orders_of(db, id).await?;
        let orders = order::queries::by_ids(db, ids.clone()).await?;
        let own = orders.iter().all(|order| actor.buyer() == Some(order.buyer_id));
        if own { Ok((payment, ids)) } else { Err(ErrorCode::NotFound.into()) }
    }

    fn view(&self, payment: payment::Model, orders: Vec<OrderId>) -> PaymentView {
        let amount = payment.amount();
        let method = METHODS.iter().find(|(_, name)| *name == payment.method).map(|(method, _)| *method);
        PaymentView {
            payment_id: payment.id,
            state: payment.state,
            method: method.unwrap_or_default(),
            orders,
            amount,
            pay_by: rfc3339(payment.pay_by),
            pay_url: format!("{}/pay/{}", self.shop().config.base_url, payment.id),
            code_url: payment.code_url.unwrap_or_default(),
            paid_at: payment.paid_at.map(rfc3339),
        }
    }
}

fn name(method: PaymentMethod) -> &'static str {
    METHODS.iter().find(|(known, _)| *known == method).map_or("wechat", |(_, name)| name)
}

/// Asks the provider how a payment stands, applies the answer and looks again later while it is open.
pub(crate) async fn sync(commerce: &Commerce, id: PaymentId) -> Result<(), Error> {
    let trade = commerce.0.gateway.query(id).await;
    let at = commerce.clock().now();
    let (trade, error) = match trade {
        Ok(trade) => (Some(trade), None),
        Err(error) => (None, Some(error)),
    };
    let again = commerce.clone();
    commerce
        .db()
        .write(move |tx| {
            let (commerce, trade) = (again.clone(), trade.clone());
            Box::pin(async move {
                if let Some(trade) = trade {
                    settle::polled(&commerce, tx, trade).await?;
                }
                let Some(payment) = queries::locked(tx, id).await?.filter(|payment| payment.due_at.is_some()) else {
                    return Ok(());
                };
                let change = payment::ActiveModel {
                    due_at: Set(Some(at + backoff(payment.polls))),
                    polls: Set(payment.polls + 1),
                    ..Default::default()
                };
                queries::update(tx, id, payment.state, change).await?;
                Ok::<_, Error>(())
            })
        })
        .await?;
    error.map_or(Ok(()), |error| Err(error.into()))
}

/// How long to wait after so many questions: 30 seconds, doubling up to half an hour.
pub fn backoff(polls: i32) -> TimeDelta {
    let doublings = u32::try_from(polls.clamp(0, 6)).unwrap_or_default();
    TimeDelta::seconds((30 << doublings).min(1800))
}
