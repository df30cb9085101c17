use chrono::TimeDelta;
use sea_orm::ActiveValue::Set;
use shared::{
    DepositId, DepositKind, ErrorCode, IdempotencyKey, OrderId, PaymentId, PaymentState,
    dto::{PaymentMethod, PaymentView},
};

use super::{
    Noticed,
    create::{self, Draft, Subject},
    entity::payment,
    gateway::NoticeHeaders,
    queries, settle,
};
use crate::{Actor, Commerce, Error, Payments, clock::rfc3339, deposit, onboarding, order};

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
        orders.sort_unstable();
        orders.dedup();
        self.start(actor, key, Subject::Orders(orders), method).await
    }

    /// Starts paying a deposit that the caller owes, in the same way. `NotFound`, `IllegalTransition` if it is
    /// not due any more, `Unavailable`.
    pub async fn pay_deposit(
        &self,
        actor: Actor,
        key: IdempotencyKey,
        deposit: DepositId,
        method: PaymentMethod,
    ) -> Result<PaymentView, Error> {
        self.start(actor, key, Subject::Deposit(deposit), method).await
    }

    async fn start(
        &self,
        actor: Actor,
        key: IdempotencyKey,
        subject: Subject,
        method: PaymentMethod,
    ) -> Result<PaymentView, Error> {
        let buyer = actor.require_buyer()?;
        let clock = &self.shop().clock;
        let draft = Draft {
            id: PaymentId(clock.new_id()),
            buyer,
            key,
            subject: subject.clone(),
            method: name(method),
            at: clock.now(),
        };
        let payment = create::create(self.0, draft, method).await?;
        Ok(self.view(payment, subject))
    }

    /// One payment, for its payer; `NotFound` for everybody else.
    pub async fn get(&self, actor: Actor, id: PaymentId) -> Result<PaymentView, Error> {
        let (payment, subject) = self.own(actor, id).await?;
        Ok(self.view(payment, subject))
    }

    /// How a payment stands; an open one is asked of the provider first, which heals a lost notification.
    /// A silent provider is asked again by the timer. `NotFound` for everybody but the payer.
    pub async fn sync(&self, actor: Actor, id: PaymentId) -> Result<PaymentView, Error> {
        let (payment, subject) = self.own(actor, id).await?;
        if !payment.is_open() {
            return Ok(self.view(payment, subject));
        }
        match sync(self.0, id).await {
            Err(error) if error.code() == ErrorCode::Unavailable => tracing::warn!(%error, "the provider is silent"),
            asked => asked?,
        }
        let payment = queries::by_id(self.shop().db.read(), id).await?.ok_or(ErrorCode::NotFound)?;
        Ok(self.view(payment, subject))
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

    /// Ends what a payment would pay as if its time had passed, for the sandbox's "paid too
    /// late"; `System` only.
    pub async fn expire(&self, actor: Actor, id: PaymentId) -> Result<(), Error> {
        actor.require_system()?;
        let db = self.shop().db.read();
        let payment = queries::by_id(db, id).await?.ok_or(ErrorCode::NotFound)?;
        let mut ended = Vec::new();
        match Subject::of(db, &payment).await? {
            Subject::Orders(orders) => {
                for order in orders {
                    ended.push(order::end_unpaid(self.0, order, order::EndedBy::EarlyTimeout).await);
                }
            }
            Subject::Deposit(deposit) => {
                let row = deposit::queries::by_id(db, deposit).await?.ok_or(ErrorCode::NotFound)?;
                ended.push(match row.kind {
                    DepositKind::Opening => onboarding::expire(self.0, row.application_id, true).await,
                    DepositKind::TopUp => deposit::expire(self.0, row.id, true).await,
                });
            }
        }
        ended
            .into_iter()
            .find(|end| end.as_ref().is_err_and(|error| error.code() != ErrorCode::IllegalTransition))
            .unwrap_or(Ok(()))
    }

    /// How a payment stands, for the sandbox's answer; `System` only. `NotFound`.
    pub async fn state(&self, actor: Actor, id: PaymentId) -> Result<PaymentState, Error> {
        actor.require_system()?;
        let payment = queries::by_id(self.shop().db.read(), id).await?;
        Ok(payment.ok_or(ErrorCode::NotFound)?.state)
    }

    /// A payment of the caller's, with what it is for: orders may have moved from a guest to an account.
    async fn own(&self, actor: Actor, id: PaymentId) -> Result<(payment::Model, Subject), Error> {
        let db = self.shop().db.read();
        let payment = queries::by_id(db, id).await?.ok_or(ErrorCode::NotFound)?;
        let subject = Subject::of(db, &payment).await?;
        let own = match &subject {
            Subject::Orders(ids) => {
                let orders = order::queries::by_ids(db, ids.clone()).await?;
                orders.iter().all(|order| actor.buyer() == Some(order.buyer_id))
            }
            Subject::Deposit(_) => actor.buyer() == Some(payment.buyer_id),
        };
        if own { Ok((payment, subject)) } else { Err(ErrorCode::NotFound.into()) }
    }

    fn view(&self, payment: payment::Model, subject: Subject) -> PaymentView {
        let orders = match subject {
            Subject::Orders(orders) => orders,
            Subject::Deposit(_) => Vec::new(),
        };
        let amount = payment.amount();
        let method = METHODS.iter().find(|(_, name)| *name == payment.method).map(|(method, _)| *method);
        PaymentView {
            payment_id: payment.id,
            state: payment.state,
            method: method.unwrap_or_default(),
            orders,
            deposit: payment.deposit_id,
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
