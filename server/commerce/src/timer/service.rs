use std::future::Future;

use chrono::TimeDelta;
use futures::future::join_all;
use sea_orm::DbErr;
use shared::{ErrorCode, OrderEvent, OrderId, OrderState};

use crate::{
    Actor, Commerce, Error, Timer, catalog, closing, deposit, media, onboarding,
    order::{self, EndedBy, complete, end_unpaid},
    payment, shipping,
    showcase::window,
    video, violation,
};

/// Rows of one sweep; small, so that buyers do not wait behind it.
const BATCH: u64 = 64;
/// Sweeps of one kind in one run at most: what a bug makes due for ever must not keep a node busy.
const SWEEPS: usize = 1000;
/// When to try again what failed.
const AGAIN: TimeDelta = TimeDelta::seconds(30);

impl Timer<'_> {
    /// Runs everything that is due now, until nothing is; `System` only. Returns how many things
    /// happened. The server calls it every second, `/dev/clock` after each move of the clock.
    pub async fn run_due(&self, actor: Actor) -> Result<u64, Error> {
        actor.require_system()?;
        let commerce = self.0;
        let mut all = deposit::check_minutely(commerce).await? + order::count_hourly(commerce).await?;
        // What one kind does may make another kind due: an expiry finds a payment, a shipment moves.
        loop {
            let mut done = 0;
            done += sweep(commerce, expired, expire).await?;
            done += sweep(commerce, due_payments, poll).await?;
            done += sweep(commerce, due_refunds, refund).await?;
            done += sweep(commerce, unshipped, ship).await?;
            done += sweep(commerce, due_shipments, trace).await?;
            done += sweep(commerce, unconfirmed, confirm).await?;
            done += sweep(commerce, due_applications, onboarding::due).await?;
            done += sweep(commerce, late_top_ups, deposit::expire_due).await?;
            done += sweep(commerce, due_closings, closing::turn).await?;
            done += sweep(commerce, unswept, deposit::sweep).await?;
            done += sweep(commerce, scheduled, catalog::turn).await?;
            done += sweep(commerce, video::due, video::publish_due).await?;
            done += sweep(commerce, video::unlooked, video::look).await?;
            done += sweep(commerce, media::upload::expired, media::upload::forget).await?;
            done += sweep(commerce, due_windows, publish).await?;
            done += sweep(commerce, violation::due, violation::end).await?;
            all += done;
            if done == 0 {
                break;
            }
        }
        all += catalog::tell_low(commerce, BATCH).await?;
        let old = order::keys_kept(commerce.clock().now());
        all += commerce.db().write(move |tx| Box::pin(order::queries::forget_keys(tx, old))).await?;
        Ok(all)
    }
}

/// Does `act` to what `find` finds, until it finds nothing or nothing succeeds any more. Every act
/// looks again inside its transaction, so that two nodes may sweep at once.
async fn sweep<'c, T, Found, Acted>(
    commerce: &'c Commerce,
    find: impl Fn(&'c Commerce) -> Found,
    act: impl Fn(&'c Commerce, T) -> Acted,
) -> Result<u64, Error>
where
    Found: Future<Output = Result<Vec<T>, DbErr>>,
    Acted: Future<Output = Result<(), Error>>,
{
    let mut all = 0;
    for _ in 0..SWEEPS {
        let found = find(commerce).await?;
        let outcomes = join_all(found.into_iter().map(|id| act(commerce, id))).await;
        let mut done = 0;
        for outcome in outcomes {
            match outcome {
                Ok(()) => done += 1,
                // Another node or its buyer was faster.
                Err(error) if matches!(error.code(), ErrorCode::IllegalTransition | ErrorCode::Conflict) => {}
                Err(error) => tracing::warn!(error = &error as &dyn std::error::Error, "a timer has to wait"),
            }
        }
        all += done;
        if done == 0 {
            break;
        }
    }
    Ok(all)
}

async fn expired(commerce: &Commerce) -> Result<Vec<OrderId>, DbErr> {
    due(commerce, OrderState::PendingPayment).await
}

async fn unshipped(commerce: &Commerce) -> Result<Vec<OrderId>, DbErr> {
    due(commerce, OrderState::ToShip).await
}

async fn unconfirmed(commerce: &Commerce) -> Result<Vec<OrderId>, DbErr> {
    due(commerce, OrderState::Shipped).await
}

async fn due(commerce: &Commerce, state: OrderState) -> Result<Vec<OrderId>, DbErr> {
    order::queries::due(commerce.db().read(), state, commerce.clock().now(), BATCH).await
}

async fn due_payments(commerce: &Commerce) -> Result<Vec<shared::PaymentId>, DbErr> {
    payment::queries::due(commerce.db().read(), commerce.clock().now(), BATCH).await
}

async fn due_refunds(commerce: &Commerce) -> Result<Vec<shared::RefundId>, DbErr> {
    payment::queries::due_refunds(commerce.db().read(), commerce.clock().now(), BATCH).await
}

async fn due_shipments(commerce: &Commerce) -> Result<Vec<shared::ShipmentId>, DbErr> {
    shipping::queries::due(commerce.db().read(), commerce.clock().now(), BATCH).await
}

async fn due_applications(commerce: &Commerce) -> Result<Vec<shared::ApplicationId>, DbErr> {
    onboarding::all_due(commerce, BATCH).await
}

async fn late_top_ups(commerce: &Commerce) -> Result<Vec<shared::DepositId>, DbErr> {
    deposit::late(commerce, BATCH).await
}

async fn due_closings(commerce: &Commerce) -> Result<Vec<shared::ClosingId>, DbErr> {
    closing::due(commerce, BATCH).await
}

async fn unswept(commerce: &Commerce) -> Result<Vec<shared::ShopId>, DbErr> {
    deposit::unswept(commerce, BATCH).await
}

async fn scheduled(commerce: &Commerce) -> Result<Vec<shared::ProductId>, DbErr> {
    catalog::schedule_due(commerce, BATCH).await
}

async fn due_windows(commerce: &Commerce) -> Result<Vec<shared::CreatorId>, DbErr> {
    window::due(commerce.db().read(), commerce.clock().now(), BATCH).await
}

async fn publish(commerce: &Commerce, id: shared::CreatorId) -> Result<(), Error> {
    window::publish_due(commerce, id).await
}

async fn expire(commerce: &Commerce, id: OrderId) -> Result<(), Error> {
    let ended = end_unpaid(commerce, id, EndedBy::Timeout).await;
    postponed(commerce, id, ended).await
}

async fn poll(commerce: &Commerce, id: shared::PaymentId) -> Result<(), Error> {
    payment::sync(commerce, id).await
}

async fn refund(commerce: &Commerce, id: shared::RefundId) -> Result<(), Error> {
    payment::send_refund(commerce, id).await
}

async fn ship(commerce: &Commerce, id: OrderId) -> Result<(), Error> {
    let shipped = commerce.shipping().ship(Actor::System, id, Vec::new()).await.map(|_| ());
    postponed(commerce, id, shipped).await
}

async fn trace(commerce: &Commerce, id: shared::ShipmentId) -> Result<(), Error> {
    shipping::pull(commerce, id).await
}

async fn confirm(commerce: &Commerce, id: OrderId) -> Result<(), Error> {
    let order = order::queries::by_id(commerce.db().read(), id).await?.ok_or(ErrorCode::NotFound)?;
    let at = commerce.clock().now();
    commerce
        .db()
        .write(move |tx| {
            let order = order.clone();
            Box::pin(async move { complete(tx, &order, OrderEvent::ConfirmByTime, at).await })
        })
        .await
}

/// An order whose act failed is looked at again a little later, so that it does not block others.
async fn postponed(commerce: &Commerce, id: OrderId, outcome: Result<(), Error>) -> Result<(), Error> {
    let Err(error) = outcome else { return Ok(()) };
    let later = commerce.clock().now() + AGAIN;
    commerce
        .db()
        .write(move |tx| {
            Box::pin(async move {
                let order = order::queries::by_id(tx, id).await?;
                let waits = |state| matches!(state, OrderState::PendingPayment | OrderState::ToShip);
                if let Some(order) =
                    order.filter(|order| waits(order.state) && order.due_at.is_some_and(|due| due < later))
                {
                    order::queries::postpone(tx, id, order.version, later).await?;
                }
                Ok::<_, Error>(())
            })
        })
        .await?;
    Err(error)
}
