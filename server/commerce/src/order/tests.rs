mod standing;

use chrono::TimeDelta;
use futures::future::join_all;
use shared::{
    ErrorCode, Locale, OrderState, ShipmentState,
    dto::{Basket, LimitPeriod, OrderQuery, OrderTab, PurchaseLimit, QuoteRequest, Sold},
};

use super::testing::{address, line, order, paid, payment, request};
use crate::{
    Actor, sandbox,
    testing::{account, guest, key, on_both_databases, owner},
};

on_both_databases! {
    async fn three_hundred_buyers_of_one_hundred_pieces_get_exactly_one_hundred(shop: Shop) {
        let sku = shop.sku(100).await;
        let buyers = (0..300).map(|_| {
            let commerce = shop.commerce.clone();
            tokio::spawn(async move { order(&commerce, guest(), sku, 1).await })
        });
        let outcomes: Vec<_> = join_all(buyers).await.into_iter().map(Result::unwrap).collect();
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 100);
        let refusals = outcomes.iter().filter_map(|outcome| outcome.as_ref().err());
        assert!(refusals.into_iter().all(|error| error.code() == ErrorCode::OutOfStock));
        assert_eq!(shop.commerce.audit().await.unwrap(), []);
    }

    async fn one_key_from_fifty_tasks_is_one_order(shop: Shop) {
        let sku = shop.sku(100).await;
        let buyer = guest();
        let tries = (0..50).map(|_| {
            let commerce = shop.commerce.clone();
            let request = request(vec![line(sku, 2)], 200);
            tokio::spawn(async move { commerce.order().place(buyer, key("tap"), request, Locale::En).await })
        });
        let orders = join_all(tries).await.into_iter().map(|placed| placed.unwrap().unwrap().orders);
        let mut ids: Vec<_> = orders.flatten().map(|order| order.id).collect();
        ids.dedup();
        assert_eq!(ids.len(), 1);
        assert_eq!(crate::catalog::left(shop.commerce.db().read(), vec![sku]).await.unwrap(), [(sku, 98)]);
        assert_eq!(shop.commerce.audit().await.unwrap(), []);
    }

    async fn a_shop_knows_what_it_sold_today_and_yesterday(shop: Shop) {
        let sku = shop.sku(100).await;
        let (c, stall) = (&shop.commerce, shop.stall().await);
        let boss = owner(c, stall.shop).await;
        paid(c, guest(), sku, 2).await;
        shop.advance(TimeDelta::hours(25));
        paid(c, guest(), sku, 3).await;
        order(c, guest(), sku, 50).await.unwrap();
        let sales = c.order().sales(boss, stall.shop).await.unwrap();
        let yuan = |sold: &Sold| (sold.orders, sold.amount.minor);
        assert_eq!((yuan(&sales.now), yuan(&sales.before), sales.to_ship), ((1, 300), (1, 200), 2));
        for stranger in [guest(), account()] {
            assert_eq!(c.order().sales(stranger, stall.shop).await.unwrap_err().code(), ErrorCode::Forbidden);
        }
    }

    async fn a_key_names_one_request(shop: Shop) {
        let sku = shop.sku(5).await;
        let buyer = guest();
        let place = async |buyer, pieces| {
            let request = request(vec![line(sku, pieces)], i64::from(pieces) * 100);
            shop.commerce.order().place(buyer, key("k"), request, Locale::En).await
        };
        let first = place(buyer, 1).await.unwrap();
        assert_eq!(place(buyer, 1).await.unwrap(), first);
        assert_eq!(place(buyer, 2).await.unwrap_err().code(), ErrorCode::KeyReused);
        assert_ne!(place(guest(), 1).await.unwrap(), first);
        // A refused order leaves its key free.
        let other = guest();
        assert_eq!(place(other, 9).await.unwrap_err().code(), ErrorCode::OutOfStock);
        place(other, 1).await.unwrap();
    }

    async fn what_the_buyer_did_not_agree_to_is_refused(shop: Shop) {
        let sku = shop.sku(5).await;
        let orders = shop.commerce.order();
        let code = async |lines, total| {
            let placed = orders.place(guest(), key("k"), request(lines, total), Locale::En).await;
            placed.unwrap_err().code()
        };
        assert_eq!(code(vec![line(sku, 1)], 99).await, ErrorCode::PriceChanged);
        // Two lines of one SKU are one claim.
        assert_eq!(code(vec![line(sku, 3), line(sku, 3)], 600).await, ErrorCode::OutOfStock);
        assert_eq!(code(vec![], 0).await, ErrorCode::Validation);
        let mut nowhere = request(vec![line(sku, 1)], 100);
        nowhere.address.city = String::new();
        let error = orders.place(guest(), key("k"), nowhere, Locale::En).await.unwrap_err();
        assert_eq!(error.fields(), ["city"]);
        assert_eq!(shop.commerce.audit().await.unwrap(), []);
    }

    /// Five orders of one buyer at once may not all see that nothing was bought before.
    async fn a_person_buys_no_more_than_the_limit(shop: Shop) {
        let mut draft = shop.draft("limited", 10).await;
        draft.content.limit = Some(PurchaseLimit { per: LimitPeriod::Day, quantity: 2 });
        let product = shop.listed(draft).await;
        let (sku, buyer) = (shop.sku_of(product).await, guest());
        let tries = (0..5).map(|_| {
            let commerce = shop.commerce.clone();
            tokio::spawn(async move { order(&commerce, buyer, sku, 1).await })
        });
        let outcomes: Vec<_> = join_all(tries).await.into_iter().map(Result::unwrap).collect();
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 2);
        let refusals = outcomes.iter().filter_map(|outcome| outcome.as_ref().err());
        assert!(refusals.into_iter().all(|error| error.code() == ErrorCode::LimitExceeded));
        // It is each person's own limit, a closed order does not count, and tomorrow is another day.
        order(&shop.commerce, guest(), sku, 2).await.unwrap();
        shop.advance(TimeDelta::minutes(31));
        shop.commerce.timer().run_due(Actor::System).await.unwrap();
        paid(&shop.commerce, buyer, sku, 2).await;
        assert_eq!(order(&shop.commerce, buyer, sku, 1).await.unwrap_err().code(), ErrorCode::LimitExceeded);
        shop.advance(TimeDelta::days(1));
        order(&shop.commerce, buyer, sku, 1).await.unwrap();
    }

    /// The main way: order, pay, ship by itself, follow the parcel, confirm by itself.
    async fn an_order_runs_from_tap_to_completed(shop: Shop) {
        let sku = shop.sku(5).await;
        let buyer = guest();
        let placed = paid(&shop.commerce, buyer, sku, 2).await;
        assert_eq!(placed.state, OrderState::ToShip);
        let timer = shop.commerce.timer();
        timer.run_due(Actor::System).await.unwrap();
        let get = async || shop.commerce.order().get(buyer, placed.id, Locale::En).await.unwrap();
        assert_eq!(get().await.state, OrderState::ToShip);

        shop.advance(TimeDelta::minutes(1));
        timer.run_due(Actor::System).await.unwrap();
        let sent = get().await;
        assert_eq!((sent.state, sent.shipments.len()), (OrderState::Shipped, 1));
        assert_eq!(sent.shipments[0].state, ShipmentState::Created);

        let mut seen = 0;
        for _ in 0..50 {
            shop.advance(TimeDelta::hours(1));
            timer.run_due(Actor::System).await.unwrap();
            let trace = get().await.shipments.remove(0).trace;
            assert!(trace.len() >= seen && trace.windows(2).all(|pair| pair[0].at > pair[1].at));
            seen = trace.len();
        }
        let arrived = get().await.shipments.remove(0);
        assert_eq!((seen, arrived.state), (7, ShipmentState::Delivered));

        shop.advance(TimeDelta::days(10));
        timer.run_due(Actor::System).await.unwrap();
        assert_eq!(get().await.state, OrderState::Completed);
        assert_eq!(timer.run_due(Actor::System).await.unwrap(), 0);
        assert_eq!(shop.commerce.audit().await.unwrap(), []);
    }

    async fn an_unpaid_order_ends_after_half_an_hour_and_its_pieces_are_back(shop: Shop) {
        let sku = shop.sku(1).await;
        let buyer = guest();
        let placed = order(&shop.commerce, buyer, sku, 1).await.unwrap();
        payment(&shop.commerce, buyer, placed.id).await;
        assert!(order(&shop.commerce, guest(), sku, 1).await.is_err());
        shop.advance(TimeDelta::minutes(29));
        shop.commerce.timer().run_due(Actor::System).await.unwrap();
        assert!(order(&shop.commerce, guest(), sku, 1).await.is_err());
        shop.advance(TimeDelta::minutes(1));
        let (one, two) = (shop.commerce.timer(), shop.commerce.timer());
        let (one, two) = tokio::join!(one.run_due(Actor::System), two.run_due(Actor::System));
        assert!(one.unwrap() + two.unwrap() >= 1);
        let ended = shop.commerce.order().get(buyer, placed.id, Locale::En).await.unwrap();
        assert_eq!((ended.state, ended.cancelled_by.as_deref()), (OrderState::Cancelled, Some("timeout")));
        order(&shop.commerce, guest(), sku, 1).await.unwrap();
        assert_eq!(shop.commerce.audit().await.unwrap(), []);
    }

    async fn the_cart_becomes_orders_and_is_empty_then(shop: Shop) {
        let sku = shop.sku(5).await;
        let buyer = guest();
        let carts = shop.commerce.cart();
        carts.add(buyer, line(sku, 1)).await.unwrap();
        carts.add(buyer, line(sku, 2)).await.unwrap();
        assert_eq!(carts.pieces(buyer).await.unwrap(), 3);
        assert_eq!(carts.add(buyer, line(sku, 3)).await.unwrap_err().code(), ErrorCode::OutOfStock);
        let basket = Basket { lines: vec![], cart: true };
        let ask = QuoteRequest { basket: basket.clone(), address: Some(address()) };
        let quote = shop.commerce.checkout().quote(buyer, ask, Locale::En).await.unwrap();
        assert_eq!(quote.total.minor, 300);
        let place = async || {
            let mut request = request(vec![], 300);
            request.basket = basket.clone();
            shop.commerce.order().place(buyer, key("cart"), request, Locale::En).await.unwrap()
        };
        let placed = place().await;
        assert_eq!(carts.pieces(buyer).await.unwrap(), 0);
        assert_eq!(place().await, placed);
    }

    async fn a_guest_takes_cart_and_orders_along(shop: Shop) {
        let sku = shop.sku(300).await;
        let (before, after) = (guest(), account());
        let placed = order(&shop.commerce, before, sku, 1).await.unwrap();
        shop.commerce.cart().add(before, line(sku, 60)).await.unwrap();
        shop.commerce.cart().add(after, line(sku, 60)).await.unwrap();
        let (from, to) = (before.buyer().unwrap(), after.buyer().unwrap());
        shop.commerce.db().write(move |tx| Box::pin(async move {
            crate::cart::merge(tx, from, to).await?;
            crate::order::merge(tx, from, to).await
        })).await.unwrap();
        assert_eq!(shop.commerce.cart().pieces(after).await.unwrap(), 99);
        assert_eq!(shop.commerce.cart().pieces(before).await.unwrap(), 0);
        assert!(shop.commerce.order().get(after, placed.id, Locale::En).await.is_ok());
        assert!(shop.commerce.order().get(before, placed.id, Locale::En).await.is_err());
    }

    async fn lists_know_tabs_words_and_pages(shop: Shop) {
        let sku = shop.sku(50).await;
        let buyer = guest();
        for _ in 0..3 {
            order(&shop.commerce, buyer, sku, 1).await.unwrap();
            shop.advance(TimeDelta::milliseconds(1));
        }
        let bought = paid(&shop.commerce, buyer, sku, 1).await;
        let orders = shop.commerce.order();
        let list = async |query| orders.list(buyer, query, Locale::En).await.unwrap();
        let first = list(OrderQuery { limit: 2, ..OrderQuery::default() }).await;
        assert_eq!(first.items[0].id, bought.id);
        let rest = list(OrderQuery { cursor: first.next, ..OrderQuery::default() }).await;
        assert_eq!((rest.items.len(), rest.next), (2, None));
        let to_pay = list(OrderQuery { tab: OrderTab::ToPay, ..OrderQuery::default() }).await;
        assert_eq!(to_pay.items.len(), 3);
        let named = async |q: &str| list(OrderQuery { q: Some(q.into()), ..OrderQuery::default() }).await.items.len();
        assert_eq!((named("cUp").await, named("%").await, named(&bought.number).await), (4, 0, 1));
        let counts = orders.counts(buyer).await.unwrap();
        assert_eq!((counts.to_pay, counts.to_ship, counts.to_receive), (3, 1, 0));
        let found = orders.find(guest(), &bought.number, address().phone, Locale::En).await.unwrap();
        assert_eq!(found.id, bought.id);
    }

    async fn someone_elses_order_does_not_exist(shop: Shop) {
        let sku = shop.sku(9).await;
        let (buyer, stranger) = (guest(), account());
        let placed = order(&shop.commerce, buyer, sku, 1).await.unwrap();
        let paying = payment(&shop.commerce, buyer, placed.id).await;
        let (orders, payments) = (shop.commerce.order(), shop.commerce.payment());
        use ErrorCode::{Forbidden, IllegalTransition, NotFound, Unauthenticated};
        for (actor, see, act, system) in [
            (Actor::Nobody, Some(NotFound), Some(NotFound), Some(Forbidden)),
            (stranger, Some(NotFound), Some(NotFound), Some(Forbidden)),
            (Actor::System, None, Some(NotFound), None),
            (buyer, None, Some(IllegalTransition), Some(Forbidden)),
        ] {
            let code = |error: Option<crate::Error>| error.map(|error| error.code());
            assert_eq!(code(orders.get(actor, placed.id, Locale::En).await.err()), see, "get as {actor:?}");
            assert_eq!(code(orders.confirm_receipt(actor, placed.id).await.err()), act, "confirm as {actor:?}");
            assert_eq!(code(shop.commerce.timer().run_due(actor).await.err()), system, "timer as {actor:?}");
            let mine = (actor == buyer).then_some(());
            assert_eq!(payments.get(actor, paying).await.ok().map(|_| ()), mine, "payment as {actor:?}");
            assert_eq!(payments.sync(actor, paying).await.ok().map(|_| ()), mine, "sync as {actor:?}");
            let listed = orders.list(actor, OrderQuery::default(), Locale::En).await;
            let anonymous = actor.buyer().is_none().then_some(Unauthenticated);
            assert_eq!(code(listed.err()), anonymous, "list as {actor:?}");
            let shipped = shop.commerce.shipping().ship(actor, placed.id, vec![]).await;
            let refused = match actor {
                Actor::System => IllegalTransition,
                _ if actor == buyer => Forbidden,
                _ => NotFound,
            };
            assert_eq!(code(shipped.err()), Some(refused), "ship as {actor:?}");
        }
        assert_eq!(orders.cancel(stranger, placed.id).await.unwrap_err().code(), NotFound);
        orders.cancel(buyer, placed.id).await.unwrap();
        assert_eq!(orders.cancel(buyer, placed.id).await.unwrap_err().code(), IllegalTransition);
        assert_eq!(shop.commerce.audit().await.unwrap(), []);
    }

    /// Whatever buyers, provider, shop and time do, the books stay right.
    async fn random_acts_keep_the_books_right(shop: Shop) {
        let sku = shop.sku(40).await;
        let mut open: Vec<(Actor, shared::OrderId)> = Vec::new();
        let mut dice = 0x2545_F491_4F6C_DD1D_u64;
        for _ in 0..120 {
            dice ^= dice << 13;
            dice ^= dice >> 7;
            dice ^= dice << 17;
            let pick = usize::try_from(dice >> 40).unwrap();
            let chosen = (!open.is_empty()).then(|| open[pick % open.len().max(1)]);
            match (dice % 9, chosen) {
                (0..3, _) | (_, None) => {
                    let buyer = guest();
                    if let Ok(placed) = order(&shop.commerce, buyer, sku, 1 + i32::try_from(pick % 3).unwrap()).await {
                        open.push((buyer, placed.id));
                    }
                }
                (3..6, Some((buyer, id))) => {
                    let method = [shared::dto::PaymentMethod::Wechat, shared::dto::PaymentMethod::Card][pick % 2];
                    let started = shop.commerce.payment().create(buyer, key(&dice.to_string()), vec![id], method).await;
                    let outcomes = [sandbox::Outcome::Success, sandbox::Outcome::Failure, sandbox::Outcome::Late, sandbox::Outcome::Duplicate];
                    if let Ok(payment) = started {
                        for delivery in shop.commerce.sandbox().attempt(payment.payment_id, outcomes[pick % 4]).await.unwrap_or_default() {
                            if pick % 5 != 0 {
                                shop.commerce.payment().notify(&delivery.headers, &delivery.body).await.unwrap();
                            }
                        }
                    }
                }
                (6, Some((buyer, id))) => _ = shop.commerce.order().cancel(buyer, id).await,
                (7, Some((_, id))) => _ = shop.commerce.order().refund(Actor::System, id, pick % 2 == 0).await,
                _ => {
                    shop.advance(TimeDelta::minutes(i64::try_from(pick % 40).unwrap()));
                    shop.commerce.timer().run_due(Actor::System).await.unwrap();
                }
            }
        }
        assert_eq!(shop.commerce.audit().await.unwrap(), []);
        // Found paid, sent, arrived, confirmed: each takes its time.
        for _ in 0..4 {
            shop.advance(TimeDelta::days(15));
            shop.commerce.timer().run_due(Actor::System).await.unwrap();
        }
        for (buyer, id) in open {
            assert!(shop.commerce.order().get(buyer, id, Locale::En).await.unwrap().state.is_final());
        }
        assert_eq!(shop.commerce.audit().await.unwrap(), []);
    }
}
