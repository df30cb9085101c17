use chrono::TimeDelta;
use futures::future::join_all;
use shared::{
    ErrorCode, Locale, OrderState, PaymentId, PaymentState,
    dto::{PaymentMethod, ShipmentItem},
};

use super::{Noticed, Trade, TradeState, settle};
use crate::{
    Actor, Commerce,
    order::testing::{line, order, paid, payment, request},
    sandbox::{Outcome, testing::attempt},
    testing::{guest, key, on_both_databases},
};

async fn state(commerce: &Commerce, payment: PaymentId) -> PaymentState {
    commerce.payment().state(Actor::System, payment).await.unwrap()
}

on_both_databases! {
    async fn ten_copies_of_a_notification_in_parallel_pay_once(shop: Shop) {
        let buyer = guest();
        let placed = order(&shop.commerce, buyer, shop.sku(5).await, 2).await.unwrap();
        let payment = payment(&shop.commerce, buyer, placed.id).await;
        let mut deliveries = shop.commerce.sandbox().attempt(payment, Outcome::Duplicate).await.unwrap();
        let other = deliveries.pop().unwrap();
        let copies = vec![deliveries.pop().unwrap(); 10].into_iter().chain([other]).map(|delivery| {
            let commerce = shop.commerce.clone();
            tokio::spawn(async move { commerce.payment().notify(&delivery.headers, &delivery.body).await })
        });
        let noticed: Vec<_> = join_all(copies).await.into_iter().map(|noticed| noticed.unwrap().unwrap()).collect();
        assert_eq!(noticed.iter().filter(|noticed| **noticed == Noticed::Applied).count(), 1);
        assert_eq!(noticed.iter().filter(|noticed| **noticed == Noticed::Repeated).count(), 10);
        assert_eq!(shop.commerce.audit().await.unwrap(), []);
    }

    async fn a_forged_or_changed_message_is_refused(shop: Shop) {
        let buyer = guest();
        let placed = order(&shop.commerce, buyer, shop.sku(5).await, 1).await.unwrap();
        let payment = payment(&shop.commerce, buyer, placed.id).await;
        let delivery = shop.commerce.sandbox().attempt(payment, Outcome::Success).await.unwrap().remove(0);
        let notify = async |change: &dyn Fn(&mut crate::sandbox::Delivery)| {
            let mut delivery = delivery.clone();
            change(&mut delivery);
            shop.commerce.payment().notify(&delivery.headers, &delivery.body).await
        };
        let forged = [
            notify(&|delivery| delivery.body.push(b' ')).await,
            notify(&|delivery| delivery.headers.timestamp = "1".into()).await,
            notify(&|delivery| delivery.headers.nonce.push('x')).await,
            notify(&|delivery| delivery.headers.serial = "0".into()).await,
            notify(&|delivery| delivery.headers.signature.clear()).await,
        ];
        assert!(forged.iter().all(|refused| refused.as_ref().unwrap_err().code() == ErrorCode::Unauthenticated));
        assert_eq!(state(&shop.commerce, payment).await, PaymentState::Waiting);
        assert_eq!(notify(&|_| {}).await.unwrap(), Noticed::Applied);
    }

    async fn a_wrong_amount_never_pays(shop: Shop) {
        let buyer = guest();
        let placed = order(&shop.commerce, buyer, shop.sku(5).await, 1).await.unwrap();
        let payment = payment(&shop.commerce, buyer, placed.id).await;
        for amount in [Some(shared::Money::new(99, shared::Currency::Cny)), Some(shared::Money::new(100, shared::Currency::Usd)), None] {
            let trade = Trade { payment, state: TradeState::Succeeded, transaction_id: None, amount };
            let commerce = shop.commerce.clone();
            let noticed = shop.commerce.db().write(move |tx| {
                let (commerce, trade) = (commerce.clone(), trade.clone());
                Box::pin(async move { settle::polled(&commerce, tx, trade).await })
            });
            assert_eq!(noticed.await.unwrap(), Noticed::WrongAmount);
        }
        assert_eq!(state(&shop.commerce, payment).await, PaymentState::Waiting);
        let unpaid = shop.commerce.order().get(buyer, placed.id, Locale::En).await.unwrap();
        assert_eq!(unpaid.state, OrderState::PendingPayment);
        let breaches = shop.commerce.audit().await.unwrap();
        assert!(breaches.iter().all(|breach| breach.rule == "right_amount") && breaches.len() == 1);
    }

    async fn a_late_payment_goes_back(shop: Shop) {
        let buyer = guest();
        let placed = order(&shop.commerce, buyer, shop.sku(5).await, 1).await.unwrap();
        let payment = payment(&shop.commerce, buyer, placed.id).await;
        assert_eq!(attempt(&shop.commerce, payment, Outcome::Late).await, [Noticed::InVain]);
        assert_eq!(state(&shop.commerce, payment).await, PaymentState::Refunding);
        assert_eq!(shop.commerce.audit().await.unwrap(), []);
        shop.commerce.timer().run_due(Actor::System).await.unwrap();
        // Its message got lost on the way; the question after it does not.
        shop.advance(TimeDelta::minutes(2));
        shop.commerce.timer().run_due(Actor::System).await.unwrap();
        assert_eq!(state(&shop.commerce, payment).await, PaymentState::Refunded);
        let ended = shop.commerce.order().get(buyer, placed.id, Locale::En).await.unwrap();
        assert_eq!(ended.state, OrderState::Cancelled);
        assert_eq!(shop.commerce.audit().await.unwrap(), []);
    }

    async fn a_failed_attempt_may_be_followed_by_a_good_one(shop: Shop) {
        let buyer = guest();
        let placed = order(&shop.commerce, buyer, shop.sku(5).await, 1).await.unwrap();
        let payment = payment(&shop.commerce, buyer, placed.id).await;
        attempt(&shop.commerce, payment, Outcome::Failure).await;
        assert_eq!(state(&shop.commerce, payment).await, PaymentState::Failed);
        attempt(&shop.commerce, payment, Outcome::Success).await;
        assert_eq!(state(&shop.commerce, payment).await, PaymentState::Succeeded);
        assert_eq!(shop.commerce.audit().await.unwrap(), []);
    }

    async fn a_lost_notification_is_healed_by_asking(shop: Shop) {
        let sku = shop.sku(5).await;
        let buyer = guest();
        for by_looking in [true, false] {
            let placed = order(&shop.commerce, buyer, sku, 1).await.unwrap();
            let payment = payment(&shop.commerce, buyer, placed.id).await;
            shop.commerce.sandbox().attempt(payment, Outcome::Success).await.unwrap();
            if by_looking {
                let seen = shop.commerce.payment().sync(buyer, payment).await.unwrap();
                assert_eq!(seen.state, PaymentState::Succeeded);
            } else {
                shop.advance(TimeDelta::minutes(1));
                shop.commerce.timer().run_due(Actor::System).await.unwrap();
                assert_eq!(state(&shop.commerce, payment).await, PaymentState::Succeeded);
            }
        }
        assert_eq!(shop.commerce.audit().await.unwrap(), []);
    }

    async fn another_method_closes_the_first_payment(shop: Shop) {
        let buyer = guest();
        let placed = order(&shop.commerce, buyer, shop.sku(5).await, 1).await.unwrap();
        let payments = shop.commerce.payment();
        let start = async |name: &str, method| payments.create(buyer, key(name), vec![placed.id], method).await.unwrap();
        let first = start("a", PaymentMethod::Wechat).await;
        assert_eq!(start("b", PaymentMethod::Wechat).await.payment_id, first.payment_id);
        let second = start("c", PaymentMethod::Card).await;
        assert_ne!(second.payment_id, first.payment_id);
        assert_eq!(state(&shop.commerce, first.payment_id).await, PaymentState::Closed);
        attempt(&shop.commerce, second.payment_id, Outcome::Success).await;
        // Both were paid: the second money is nobody's.
        assert_eq!(attempt(&shop.commerce, first.payment_id, Outcome::Late).await, [Noticed::InVain]);
        assert_eq!(shop.commerce.audit().await.unwrap(), []);
    }

    async fn expiry_and_payment_race_to_one_end(shop: Shop) {
        let sku = shop.sku(50).await;
        for _ in 0..10 {
            let buyer = guest();
            let placed = order(&shop.commerce, buyer, sku, 1).await.unwrap();
            let payment = payment(&shop.commerce, buyer, placed.id).await;
            shop.advance(TimeDelta::minutes(30));
            let deliveries = shop.commerce.sandbox().attempt(payment, Outcome::Success).await.unwrap();
            let (timer, payments) = (shop.commerce.timer(), shop.commerce.payment());
            let pay = payments.notify(&deliveries[0].headers, &deliveries[0].body);
            let (swept, noticed) = tokio::join!(timer.run_due(Actor::System), pay);
            swept.unwrap();
            noticed.unwrap();
            let ended = shop.commerce.order().get(buyer, placed.id, Locale::En).await.unwrap().state;
            assert!(ended != OrderState::PendingPayment && ended != OrderState::Cancelled, "{ended:?}");
        }
        assert_eq!(shop.commerce.audit().await.unwrap(), []);
    }

    async fn one_payment_pays_the_orders_of_two_shops(shop: Shop) {
        let first = shop.sku(5).await;
        let other = shop.another_stall("other").await;
        let draft = crate::catalog::ProductDraft { category: other.category, ..shop.draft("Bowl", 5).await };
        let new = crate::catalog::NewProduct { shop: other.shop, draft, sold: 0, listed_at: None };
        let product = shop.commerce.catalog().add_product(Actor::System, new).await.unwrap();
        let second = shop.sku_of(product).await;
        let buyer = guest();
        let lines = vec![line(first, 1), line(second, 2), line(first, 1)];
        let placed = shop.commerce.order().place(buyer, key("k"), request(lines, 400), Locale::En).await.unwrap();
        let ids: Vec<_> = placed.orders.iter().map(|order| order.id).collect();
        assert_eq!(ids.len(), 2);
        let payment = shop.commerce.payment().create(buyer, key("k"), ids.clone(), PaymentMethod::Wechat).await.unwrap();
        assert_eq!(payment.amount.minor, 400);
        attempt(&shop.commerce, payment.payment_id, Outcome::Success).await;
        for id in &ids {
            let order = shop.commerce.order().get(buyer, *id, Locale::En).await.unwrap();
            assert_eq!(order.state, OrderState::ToShip);
        }
        // The shop cannot deliver one of them.
        shop.commerce.order().refund(Actor::System, ids[0], true).await.unwrap();
        shop.commerce.timer().run_due(Actor::System).await.unwrap();
        shop.advance(TimeDelta::minutes(2));
        shop.commerce.timer().run_due(Actor::System).await.unwrap();
        assert_eq!(shop.commerce.audit().await.unwrap(), []);
    }

    async fn an_order_leaves_in_several_parcels(shop: Shop) {
        let buyer = guest();
        let order = paid(&shop.commerce, buyer, shop.sku(5).await, 3).await;
        let shipping = shop.commerce.shipping();
        let ship = async |quantity| {
            let items = vec![ShipmentItem { line_id: order.lines[0].id, quantity }];
            shipping.ship(Actor::System, order.id, items).await
        };
        let state = async || shop.commerce.order().get(buyer, order.id, Locale::En).await.unwrap().state;
        for wrong in [0, -1, 4] {
            assert_eq!(ship(wrong).await.unwrap_err().code(), ErrorCode::Validation);
        }
        ship(1).await.unwrap();
        assert_eq!(state().await, OrderState::PartlyShipped);
        assert_eq!(ship(3).await.unwrap_err().code(), ErrorCode::Validation);
        shipping.ship(Actor::System, order.id, vec![]).await.unwrap();
        assert_eq!(state().await, OrderState::Shipped);
        assert!(ship(1).await.is_err());
        shop.commerce.order().confirm_receipt(buyer, order.id).await.unwrap();
        assert_eq!(shop.commerce.audit().await.unwrap(), []);
    }

    async fn the_dispatcher_tells_everything_in_order(shop: Shop) {
        let sku = shop.sku(1).await;
        let mut dispatcher = crate::outbox::Dispatcher::new(shop.commerce.clone());
        dispatcher.poll(Actor::System).await.unwrap();
        dispatcher.poll(Actor::System).await.unwrap();
        let (mut events, epoch) = (dispatcher.events(), dispatcher.epoch());
        let before = *epoch.borrow();
        let order = paid(&shop.commerce, guest(), sku, 1).await;
        dispatcher.poll(Actor::System).await.unwrap();
        // Sold out: cached pages have to show it.
        assert!(*epoch.borrow() > before);
        let mut heard = Vec::new();
        while let Ok(event) = events.try_recv() {
            if event.aggregate == order.id.0 {
                heard.push((event.seq, event.kind));
            }
        }
        assert_eq!(heard, [(1, "order.placed".to_owned()), (2, "order.paid".to_owned())]);
        assert_eq!(dispatcher.poll(Actor::System).await.unwrap(), 0);
    }
}
