//! The cashier of a payment.

use commerce::Error;
use shared::{
    DepositKind, IdempotencyKey, OrderId, PaymentState,
    dto::{OrderView, PaymentMethod, PaymentView},
};

use super::{checkout::Placed, qr, when::When};
use crate::{
    context::{caller, shop},
    views::pay::PayModel,
};

/// Starts paying what was placed. A provider that does not answer leaves the orders waiting: their
/// page offers to try again.
pub async fn start(placed: Placed) -> Result<PayModel, Error> {
    let (shop, caller) = (shop()?, caller());
    let key = IdempotencyKey::try_from(format!("{}-pay", placed.key.as_str()))?;
    let ids: Vec<OrderId> = placed.orders.orders.iter().map(|order| order.id).collect();
    let payment = shop.payment().create(caller.actor, key, ids, placed.method).await?;
    model(payment).await
}

/// What the cashier shows of a payment.
pub async fn model(payment: PaymentView) -> Result<PayModel, Error> {
    let (shop, caller) = (shop()?, caller());
    let (buy, common) = (caller.texts().buy, caller.texts().common);
    let when = When::new(shop.clock().now(), caller.locale);
    let orders = shop.order().several(caller.actor, &payment.orders, caller.locale).await?;
    let left = when.left(&payment.pay_by).filter(|left| *left > 0);
    let is_open = matches!(payment.state, PaymentState::Waiting | PaymentState::Failed) && left.is_some();
    let state = if matches!(payment.state, PaymentState::Waiting | PaymentState::Failed) && left.is_none() {
        PaymentState::Closed
    } else {
        payment.state
    };
    let method = (buy.method)(payment.method);
    let studio = caller.texts().studio;
    let top_up = match payment.deposit {
        Some(deposit) => shop.deposit().kind(caller.actor, deposit).await? == DepositKind::TopUp,
        None => false,
    };
    let (back, back_label, paid_fact) = if top_up {
        ("/studio/deposit", studio.deposit.pay_back, studio.deposit.paid_fact)
    } else {
        ("/studio/open", studio.opening.pay_done, studio.opening.paid_fact)
    };
    let paid_at = payment.paid_at.as_deref().map(|at| when.moment(at));
    let again = (state == PaymentState::Failed && is_open && payment.deposit.is_none()).then(|| {
        let ids: Vec<String> = payment.orders.iter().map(ToString::to_string).collect();
        (ids.join(","), shop.new_key().as_str().to_owned(), buy.pay_again.to_owned())
    });
    let in_demo = shop.config().demo
        && matches!(payment.state, PaymentState::Waiting | PaymentState::Failed | PaymentState::Closed);
    let outcomes = if in_demo { (buy.outcomes)(state) } else { &[] };
    Ok(PayModel {
        payment: Some(payment.payment_id.to_string()),
        title: match state {
            PaymentState::Closed if left.is_none() => buy.expired_title.to_owned(),
            state => common.payment_state(state).to_owned(),
        },
        help: match payment.deposit {
            // The words of a purchase speak of orders and stock.
            Some(_) if state != PaymentState::Waiting => String::new(),
            _ => (buy.pay_help)(state).to_owned(),
        },
        amount: payment.amount,
        how: paid_at.map_or_else(|| method.to_owned(), |at| format!("{method} · {at}")),
        icon: icon(payment.method).to_owned(),
        left: left.filter(|_| is_open),
        left_pattern: buy.left_pattern.to_owned(),
        left_label: buy.left_label.to_owned(),
        code: if is_open && state == PaymentState::Waiting && payment.method != PaymentMethod::Card {
            qr::code(&payment.code_url)
        } else {
            None
        },
        code_help: (buy.scan)(method),
        orders: if payment.deposit.is_some() { back.to_owned() } else { orders_page(&payment.orders) },
        orders_label: if payment.deposit.is_some() { back_label } else { buy.see_order }.to_owned(),
        facts: match payment.deposit {
            Some(_) => vec![(paid_fact.0.to_owned(), paid_fact.1.to_owned())],
            None => facts(&orders, &when),
        },
        demo: outcomes.iter().map(|(value, name)| ((*value).to_owned(), (*name).to_owned())).collect(),
        demo_label: buy.demo_label.to_owned(),
        again,
        refresh: buy.refresh.to_owned(),
        go_on: buy.go_on.to_owned(),
        state,
    })
}

fn orders_page(orders: &[OrderId]) -> String {
    match orders {
        [only] => format!("/orders/{only}"),
        _ => "/orders".to_owned(),
    }
}

const fn icon(method: PaymentMethod) -> &'static str {
    match method {
        PaymentMethod::Wechat => "wechat",
        PaymentMethod::Alipay => "wallet",
        PaymentMethod::Card => "card",
    }
}

/// What comes next.
fn facts(orders: &[OrderView], when: &When) -> Vec<(String, String)> {
    let buy = caller().texts().buy;
    let latest = orders.iter().filter_map(|order| order.ship_by.as_deref()).max();
    let place = orders.first().map(|order| format!("{} {}", order.address.city, order.address.district));
    let mut facts = Vec::new();
    if let Some(latest) = latest {
        facts.push(((buy.ships_by)(&when.moment(latest)), (buy.ships_to)(place.unwrap_or_default().trim())));
    }
    facts.push((buy.mind_title.to_owned(), buy.mind_help.to_owned()));
    facts
}
