use chrono::TimeDelta;
use shared::{ErrorCode, PaymentState};

use super::*;
use crate::{
    payment::Noticed,
    sandbox::{Outcome, testing::attempt},
    testing::{guest, on_both_databases},
};

on_both_databases! {
    async fn the_deposit_opens_the_showcase(shop: Shop) {
        let c = &shop.commerce;
        let (who, _) = approved(&shop, "qinglan").await;
        let due = mine(c, who).await.due.unwrap();
        assert_eq!((due.amount.minor, due.paid_at.as_ref()), (200_000, None));
        assert_eq!(state(c, who).await, ApplicationState::ToPay);
        for stranger in [person(c).await, guest()] {
            let refused = c.payment().pay_deposit(stranger, key("k"), due.id, PaymentMethod::Wechat).await;
            assert_eq!(refused.unwrap_err().code(), ErrorCode::NotFound);
        }
        let payment = start(c, who).await;
        assert_eq!(start(c, who).await, payment, "an open payment of the same deposit is returned again");
        let view = c.payment().get(who, payment).await.unwrap();
        assert_eq!((view.amount.minor, view.deposit, view.orders.len()), (200_000, Some(due.id), 0));
        assert_eq!(attempt(c, payment, Outcome::Duplicate).await, [Noticed::Applied, Noticed::Repeated, Noticed::Repeated]);
        let opening = mine(c, who).await;
        assert_eq!(opening.state, ApplicationState::Open);
        assert!(opening.due.unwrap().paid_at.is_some());
        let handle = "qinglan".parse().unwrap();
        assert_eq!(c.showcase().showcase(guest(), &handle, Default::default(), Locale::En).await.unwrap().total, 0);
        assert_eq!(c.audit().await.unwrap(), []);
        let again = c.payment().pay_deposit(who, key("again"), due.id, PaymentMethod::Wechat).await;
        assert_eq!(again.unwrap_err().code(), ErrorCode::IllegalTransition);
    }

    async fn a_wrong_amount_opens_nothing(shop: Shop) {
        let c = &shop.commerce;
        let (who, _) = approved(&shop, "qinglan").await;
        let payment = start(c, who).await;
        for minor in [199_999, 200_001, 0] {
            let amount = Some(shared::Money::new(minor, shared::Currency::Cny));
            let trade = crate::payment::Trade { payment, state: crate::payment::TradeState::Succeeded, transaction_id: None, amount };
            let commerce = c.clone();
            let noticed = c.db().write(move |tx| {
                let (commerce, trade) = (commerce.clone(), trade.clone());
                Box::pin(async move { crate::payment::polled(&commerce, tx, trade).await })
            });
            assert_eq!(noticed.await.unwrap(), Noticed::WrongAmount);
        }
        assert_eq!(state(c, who).await, ApplicationState::ToPay);
        assert!(c.audit().await.unwrap().iter().all(|breach| breach.rule == "right_amount"));
    }

    async fn an_unpaid_deposit_ends_it_and_late_money_goes_back(shop: Shop) {
        let c = &shop.commerce;
        let (who, id) = approved(&shop, "qinglan").await;
        let payment = start(c, who).await;
        shop.advance(TimeDelta::days(8));
        c.timer().run_due(Actor::System).await.unwrap();
        assert_eq!(mine(c, who).await.id, None, "void: a new one may be started");
        assert_eq!(kinds(c, who).await[0], "application.expired");
        assert_eq!(c.payment().state(Actor::System, payment).await.unwrap(), PaymentState::Closed);
        assert!(c.catalog().my_shops(who, Locale::En).await.unwrap().is_empty());
        assert_eq!(c.audit().await.unwrap(), []);
        assert_eq!(judge(c, id, &[], Decision::Approve).await.unwrap_err().code(), ErrorCode::IllegalTransition);
    }

    async fn money_that_comes_too_late_is_refunded(shop: Shop) {
        let c = &shop.commerce;
        let (who, _) = approved(&shop, "qinglan").await;
        let payment = start(c, who).await;
        assert_eq!(attempt(c, payment, Outcome::Late).await, [Noticed::InVain]);
        c.timer().run_due(Actor::System).await.unwrap();
        let now = c.payment().state(Actor::System, payment).await.unwrap();
        assert!(matches!(now, PaymentState::Refunding | PaymentState::Refunded), "{now:?}");
        shop.advance(TimeDelta::minutes(10));
        c.timer().run_due(Actor::System).await.unwrap();
        assert_eq!(c.payment().state(Actor::System, payment).await.unwrap(), PaymentState::Refunded);
        assert_eq!(mine(c, who).await.id, None);
        assert_eq!(c.audit().await.unwrap(), []);
    }

    async fn paid_at_the_last_moment_is_paid(shop: Shop) {
        let c = &shop.commerce;
        let (who, _) = approved(&shop, "qinglan").await;
        let payment = start(c, who).await;
        // The provider has the money, its message got lost.
        c.sandbox().attempt(payment, Outcome::Success).await.unwrap();
        shop.advance(TimeDelta::days(8));
        c.timer().run_due(Actor::System).await.unwrap();
        assert_eq!(state(c, who).await, ApplicationState::Open);
        assert_eq!(c.audit().await.unwrap(), []);
    }
}
