//! How an order stands, in words.

use commerce::Error;
use shared::{
    OrderId, OrderState, ShipmentState,
    dto::{OrderView, ShipmentView},
};

use super::when::When;
use crate::{
    context::{caller, shop},
    views::track::{Action, Parcel, Phase, Step, TrackModel},
};

/// How the caller's order stands.
pub async fn model(id: OrderId) -> Result<TrackModel, Error> {
    let (shop, caller) = (shop()?, caller());
    let order = shop.order().get(caller.actor, id, caller.locale).await?;
    of(&order, true)
}

/// The same for an order that is there. `own` offers what only its buyer may do.
pub fn of(order: &OrderView, own: bool) -> Result<TrackModel, Error> {
    let (shop, caller) = (shop()?, caller());
    let buy = caller.texts().buy;
    let when = When::new(shop.clock().now(), caller.locale);
    let (title, lead) = title(order, &when);
    let due = due(order, &when);
    let left = (order.state == OrderState::PendingPayment).then(|| when.left(&order.pay_by)).flatten();
    let settled = is_settled(order.state);
    Ok(TrackModel {
        order: order.id.to_string(),
        title,
        lead,
        phases: phases(order, &when),
        phases_label: buy.progress.to_owned(),
        due,
        left,
        left_pattern: buy.left_pattern.to_owned(),
        actions: if own { actions(order, shop.new_key().as_str()) } else { Vec::new() },
        parcels: order.shipments.iter().map(|parcel| self::parcel(order, parcel, &when)).collect(),
        parcel_label: buy.parcel.to_owned(),
        copy_label: buy.copy_waybill.to_owned(),
        settled,
    })
}

/// Whether nothing changes it any more.
const fn is_settled(state: OrderState) -> bool {
    matches!(state, OrderState::Completed | OrderState::Cancelled | OrderState::Refunded | OrderState::Oversold)
}

/// The parcel that is furthest from the buyer: what they wait for.
fn last_parcel(order: &OrderView) -> Option<&ShipmentView> {
    order.shipments.iter().min_by_key(|parcel| parcel.state.code())
}

fn title(order: &OrderView, when: &When) -> (String, String) {
    let (buy, common) = (caller().texts().buy, caller().texts().common);
    let parcel = last_parcel(order);
    match order.state {
        OrderState::PendingPayment => (buy.title_pay.to_owned(), buy.lead_pay.to_owned()),
        OrderState::ToShip => {
            let by = order.ship_by.as_deref().map(|by| when.moment(by)).unwrap_or_default();
            ((buy.ships_by)(&by), buy.lead_ship.to_owned())
        }
        OrderState::PartlyShipped | OrderState::Shipped => match parcel {
            Some(parcel) if parcel.state == ShipmentState::Delivered => {
                (buy.title_delivered.to_owned(), buy.lead_delivered.to_owned())
            }
            Some(parcel) => {
                let day = when.day(&parcel.expected_at);
                let newest = parcel.trace.first().map(|event| event.text.clone()).unwrap_or_default();
                ((buy.title_moving)(common.shipment_state(parcel.state), &day), newest)
            }
            None => (common.order_state(order.state).to_owned(), String::new()),
        },
        OrderState::Completed => (buy.title_done.to_owned(), buy.lead_done.to_owned()),
        OrderState::Cancelled => {
            let by_time = order.cancelled_by.as_deref() == Some("timeout");
            let lead = if by_time { buy.lead_timeout } else { buy.lead_cancelled };
            (common.order_state(order.state).to_owned(), lead.to_owned())
        }
        OrderState::Oversold | OrderState::Refunded => {
            (common.order_state(order.state).to_owned(), buy.lead_refund.to_owned())
        }
    }
}

fn due(order: &OrderView, when: &When) -> String {
    let buy = caller().texts().buy;
    match order.state {
        OrderState::PendingPayment => (buy.due_pay)(&when.moment(&order.pay_by)),
        OrderState::ToShip => order.ship_by.as_deref().map(|by| (buy.due_ship)(&when.moment(by))).unwrap_or_default(),
        OrderState::Shipped => {
            order.confirm_by.as_deref().map(|by| (buy.due_confirm)(&when.moment(by))).unwrap_or_default()
        }
        _ => String::new(),
    }
}

fn phases(order: &OrderView, when: &When) -> Vec<Phase> {
    let buy = caller().texts().buy;
    let delivered = last_parcel(order).is_some_and(|parcel| parcel.state == ShipmentState::Delivered);
    // How many phases are behind.
    let past = match order.state {
        OrderState::PendingPayment => 0,
        OrderState::ToShip | OrderState::PartlyShipped => 1,
        OrderState::Shipped if delivered => 3,
        OrderState::Shipped => 2,
        OrderState::Completed => 4,
        OrderState::Cancelled | OrderState::Oversold | OrderState::Refunded => return Vec::new(),
    };
    let at = |time: Option<&str>| time.map(|time| when.moment(time)).unwrap_or_default();
    let arrived = last_parcel(order).and_then(|parcel| {
        let event = parcel.trace.iter().find(|event| event.state == ShipmentState::Delivered)?;
        Some(event.at.as_str())
    });
    let times =
        [at(order.paid_at.as_deref()), at(order.shipped_at.as_deref()), at(arrived), at(order.completed_at.as_deref())];
    let phases = buy.phases.iter().zip(times).enumerate();
    let class = |i: usize| match i.cmp(&past) {
        std::cmp::Ordering::Less => "past",
        std::cmp::Ordering::Equal => "now",
        std::cmp::Ordering::Greater => "",
    };
    phases.map(|(i, (name, at))| Phase { name: (*name).to_owned(), at, class: class(i).to_owned() }).collect()
}

fn actions(order: &OrderView, key: &str) -> Vec<Action> {
    let buy = caller().texts().buy;
    let id = order.id.to_string();
    let again = order.lines.first().map(|line| link(buy.buy_again, format!("/p/{}", line.product_id), false));
    match order.state {
        OrderState::PendingPayment => {
            let pay = match order.payment_id {
                Some(payment) => link(buy.pay_now, format!("/pay/{payment}"), true),
                None => Action {
                    fields: vec![("orders".to_owned(), id.clone()), ("key".to_owned(), key.to_owned())],
                    ..link(buy.pay_now, "/fn/payment/create".to_owned(), true)
                },
            };
            let cancel = Action {
                fields: vec![("order".to_owned(), id)],
                sure: Some(buy.cancel_sure.to_owned()),
                ..link(buy.cancel, "/fn/order/cancel".to_owned(), false)
            };
            vec![cancel, pay]
        }
        OrderState::Shipped => {
            let confirm = Action {
                fields: vec![("order".to_owned(), id)],
                ..link(buy.confirm, "/fn/order/confirm".to_owned(), true)
            };
            again.into_iter().chain([confirm]).collect()
        }
        _ => again.into_iter().collect(),
    }
}

fn link(label: &str, to: String, next: bool) -> Action {
    Action { label: label.to_owned(), to, fields: Vec::new(), sure: None, next }
}

fn parcel(order: &OrderView, parcel: &ShipmentView, when: &When) -> Parcel {
    let (buy, common) = (caller().texts().buy, caller().texts().common);
    let delivered = parcel.state == ShipmentState::Delivered;
    let arrives = match parcel.trace.first().filter(|_| delivered) {
        Some(event) => (buy.arrived)(&when.moment(&event.at)),
        None => (buy.arrives)(&when.day(&parcel.expected_at)),
    };
    let several = order.shipments.len() > 1;
    let holds = parcel.items.iter().filter_map(|item| {
        let line = order.lines.iter().find(|line| line.id == item.line_id)?;
        Some(format!("{} ×{}", line.title, item.quantity))
    });
    let holds = if several { holds.collect::<Vec<_>>().join("，") } else { String::new() };
    let mut before = None;
    let mut trace: Vec<Step> = Vec::with_capacity(parcel.trace.len());
    for event in parcel.trace.iter().rev() {
        let changed = before != Some(event.state);
        before = Some(event.state);
        let place = if event.place.is_empty() { String::new() } else { format!("【{}】", event.place) };
        trace.push(Step {
            state: if changed { common.shipment_state(event.state).to_owned() } else { String::new() },
            text: format!("{place}{}", event.text),
            at: when.moment(&event.at),
            datetime: event.at.clone(),
        });
    }
    trace.reverse();
    Parcel { carrier: parcel.carrier.clone(), waybill: parcel.waybill.clone(), arrives, holds, trace }
}
