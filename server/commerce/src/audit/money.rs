//! Money: orders, payments, refunds and the ledger tell the same story.

use std::collections::BTreeMap;

use shared::{DepositId, DepositState, OrderId, OrderState, PaymentId, PaymentState, RefundState};

use super::Books;
use crate::{
    Error, deposit,
    ledger::{self, account, event},
    payment,
};

pub(super) async fn check(books: &mut Books) -> Result<(), Error> {
    totals(books);
    payments(books).await?;
    deposits(books).await?;
    postings(books).await?;
    for row in payment::queries::notifications(&books.tx, payment::Noticed::WrongAmount.name()).await? {
        books.check("right_amount", false, || {
            format!("message {} about {:?} says {}", row.id, row.payment_id, row.amount_minor)
        });
    }
    Ok(())
}

fn totals(books: &mut Books) {
    let mut goods = BTreeMap::<OrderId, i64>::new();
    let mut wrong = Vec::new();
    for line in &books.lines {
        *goods.entry(line.order_id).or_default() += line.amount_minor;
        if line.amount_minor != line.price_minor * i64::from(line.quantity.get()) {
            wrong.push(line.id);
        }
    }
    books.check("line_amounts", wrong.is_empty(), || format!("{wrong:?}"));
    let mut broken = Vec::new();
    for order in books.orders.values() {
        let lines = goods.get(&order.id).copied().unwrap_or_default();
        let sum = lines + order.freight_minor - order.discount_minor;
        if lines != order.goods_minor || sum != order.total_minor {
            broken.push(order.id);
        }
    }
    books.check("order_totals", broken.is_empty(), || format!("{broken:?}"));
}

/// Whether the money of an order in this state was received for it.
const fn was_paid(state: OrderState) -> bool {
    !matches!(state, OrderState::PendingPayment | OrderState::Cancelled)
}

async fn payments(books: &mut Books) -> Result<(), Error> {
    let payments: BTreeMap<PaymentId, _> =
        payment::queries::all(&books.tx).await?.into_iter().map(|payment| (payment.id, payment)).collect();
    let mut sums = BTreeMap::<PaymentId, i64>::new();
    let mut succeeded = BTreeMap::<OrderId, Vec<PaymentId>>::new();
    for link in payment::queries::all_links(&books.tx).await? {
        *sums.entry(link.payment_id).or_default() += link.amount_minor;
        let total = books.orders.get(&link.order_id).map(|order| order.total_minor);
        books.check("payment_pays_orders", total == Some(link.amount_minor), || format!("{link:?}, order {total:?}"));
        if payments.get(&link.payment_id).is_some_and(|payment| payment.state == PaymentState::Succeeded) {
            succeeded.entry(link.order_id).or_default().push(link.payment_id);
        }
    }
    let asked = whole(&deposit::queries::all(&books.tx).await?);
    for payment in payments.values() {
        let sum = match payment.deposit_id {
            Some(deposit) => asked.get(&deposit).copied().unwrap_or_default(),
            None => sums.get(&payment.id).copied().unwrap_or_default(),
        };
        books.check("payment_amounts", sum == payment.amount_minor, || format!("{}: {sum}", payment.id));
    }
    let mut broken = Vec::new();
    for order in books.orders.values() {
        let by = succeeded.remove(&order.id).unwrap_or_default();
        let sound = if was_paid(order.state) {
            by.len() == 1 && order.payment_id == by.first().copied() && order.paid_at.is_some()
        } else {
            by.is_empty()
        };
        if !sound {
            broken.push(format!("order {} is {} and was paid by {by:?}", order.id, order.state.as_str()));
        }
    }
    for detail in broken {
        books.check("paid_once", false, || detail);
    }
    let mut refunded = BTreeMap::<PaymentId, i64>::new();
    for refund in payment::queries::all_refunds(&books.tx).await? {
        *refunded.entry(refund.payment_id).or_default() += refund.amount_minor;
        let vain = payments.get(&refund.payment_id).map(|payment| payment.state);
        let back = refund.state == RefundState::Succeeded;
        let sound = refund.order_id.is_some()
            || refund.deposit_id.is_some()
            || vain == Some(if back { PaymentState::Refunded } else { PaymentState::Refunding });
        books.check("refund_of_vain_payment", sound, || format!("{refund:?}, payment {vain:?}"));
    }
    for payment in payments.values() {
        let back = refunded.get(&payment.id).copied().unwrap_or_default();
        let vain = matches!(payment.state, PaymentState::Refunding | PaymentState::Refunded);
        let sound = if vain { back == payment.amount_minor } else { back <= payment.amount_minor };
        books.check("refunds_of_payment", sound, || format!("{}: {back}", payment.id));
    }
    Ok(())
}

/// What each deposit was paid as, with the parts of it that went back by themselves.
fn whole(deposits: &[deposit::Deposit]) -> BTreeMap<DepositId, i64> {
    let mut whole = BTreeMap::new();
    for deposit in deposits {
        *whole.entry(deposit.split_of.unwrap_or(deposit.id)).or_default() += deposit.amount_minor;
    }
    whole
}

/// Every paid deposit was paid by exactly one payment, stands in the ledger, and is what its shop's account holds;
/// what went back did so by exactly one refund.
async fn deposits(books: &mut Books) -> Result<(), Error> {
    let received = ledger::queries::of_event(&books.tx, event::DEPOSIT_RECEIVED, account::PROVIDER).await?;
    let mut received: BTreeMap<_, _> = received.into_iter().collect();
    let mut paid = BTreeMap::<_, Vec<_>>::new();
    for payment in payment::queries::all(&books.tx).await? {
        if let (PaymentState::Succeeded, Some(deposit)) = (payment.state, payment.deposit_id) {
            paid.entry(deposit).or_default().push(payment.id);
        }
    }
    let returning = ledger::queries::of_event(&books.tx, event::DEPOSIT_RETURNING, account::DEPOSIT).await?;
    let mut returning: BTreeMap<_, _> = returning.into_iter().collect();
    let mut back = BTreeMap::<_, Vec<_>>::new();
    for refund in payment::queries::all_refunds(&books.tx).await? {
        if let Some(deposit) = refund.deposit_id {
            back.entry(deposit).or_default().push((refund.amount_minor, refund.state == RefundState::Succeeded));
        }
    }
    let mut held = BTreeMap::<_, i64>::new();
    let all = deposit::queries::all(&books.tx).await?;
    let (whole, payments): (_, BTreeMap<_, _>) =
        (whole(&all), all.iter().map(|row| (row.id, row.payment_id)).collect());
    for deposit in all {
        let by = paid.remove(&deposit.id).unwrap_or_default();
        let posted = received.remove(&deposit.id.0);
        let (gone, left) = (back.remove(&deposit.id).unwrap_or_default(), returning.remove(&deposit.id.0));
        let amount = deposit.amount_minor;
        let was_paid = match deposit.split_of {
            None => by.as_slice() == deposit.payment_id.as_slice() && posted == whole.get(&deposit.id).copied(),
            // Its payment and what was posted are those of the deposit it is a part of.
            Some(of) => {
                let same = payments.get(&of) == Some(&deposit.payment_id);
                same && deposit.payment_id.is_some() && by.is_empty() && posted.is_none()
            }
        };
        let sound = match deposit.state {
            DepositState::Paid => {
                *held.entry(Some(deposit.shop_id.0)).or_default() -= amount;
                was_paid && gone.is_empty() && left.is_none()
            }
            DepositState::Returning => was_paid && gone == [(amount, false)] && left == Some(amount),
            DepositState::Returned => was_paid && gone == [(amount, true)] && left == Some(amount),
            DepositState::Due | DepositState::Void => {
                by.is_empty() && posted.is_none() && gone.is_empty() && left.is_none()
            }
        };
        books.check("deposit_paid_once", sound, || {
            format!("deposit {} is {}, paid by {by:?}, posted {posted:?}", deposit.id, deposit.state.as_str())
        });
    }
    let rest = received.len() + returning.len() + back.len();
    books.check("deposit_paid_once", rest == 0, || format!("{rest} postings or refunds without a deposit"));
    let balances = ledger::queries::balances(&books.tx, account::DEPOSIT).await?;
    let balances: BTreeMap<_, _> = balances.into_iter().filter(|(_, balance)| *balance != 0).collect();
    books.check("deposit_balances", balances == held, || format!("{balances:?} in the ledger, {held:?} in deposits"));
    Ok(())
}

async fn postings(books: &mut Books) -> Result<(), Error> {
    for (reference, event, currency, rest) in ledger::queries::unbalanced(&books.tx).await? {
        books.check("ledger_zero", false, || format!("{event} of {reference}: {rest} {currency:?}"));
    }
    let received = ledger::queries::of_event(&books.tx, event::RECEIVED, account::PROVIDER).await?;
    let mut received: BTreeMap<_, _> = received.into_iter().collect();
    let fees = ledger::queries::of_event(&books.tx, event::FEE_PREDICTED, account::PENDING).await?;
    let mut fees: BTreeMap<_, _> = fees.into_iter().collect();
    let mut predicted = BTreeMap::<OrderId, i64>::new();
    for line in &books.lines {
        *predicted.entry(line.order_id).or_default() += line.fee_minor;
    }
    let mut broken = Vec::new();
    for order in books.orders.values().filter(|order| was_paid(order.state)) {
        let fee = predicted.get(&order.id).copied().filter(|fee| *fee != 0);
        let posted = (received.remove(&order.id.0), fees.remove(&order.id.0));
        if posted != (Some(order.total_minor), fee) {
            broken.push(format!("order {}: received and fee {posted:?}", order.id));
        }
    }
    for detail in broken {
        books.check("ledger_of_paid_orders", false, || detail);
    }
    let rest = received.len() + fees.len();
    books.check("ledger_of_paid_orders", rest == 0, || format!("{rest} postings of orders that are not paid"));
    Ok(())
}
