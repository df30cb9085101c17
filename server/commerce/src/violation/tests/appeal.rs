use chrono::TimeDelta;
use shared::{ErrorCode, Role, ViolationState};

use super::*;
use crate::testing::on_both_databases;

on_both_databases! {
    async fn an_appeal_is_upheld_or_lifted_once(shop: Shop) {
        let c = &shop.commerce;
        let v = c.violation();
        let (me, id) = warned(&shop).await;
        let mine = v.mine_one(me, id, Locale::En).await.unwrap();
        assert!(mine.may_appeal);
        assert_eq!((mine.notice.as_str(), mine.row.state), ("It is not what you say", ViolationState::InForce));
        assert_eq!(v.appeal(me, id, " ").await.unwrap_err().fields(), ["appeal"]);
        assert_eq!(v.uphold(operator(), id, 1, "No").await.unwrap_err().code(), ErrorCode::IllegalTransition);
        v.appeal(me, id, "It is").await.unwrap();
        assert_eq!(v.appeal(me, id, "It is!").await.unwrap_err().code(), ErrorCode::IllegalTransition);
        let queue = v.in_state(operator(), ViolationState::Appealed, Locale::En).await.unwrap();
        assert_eq!(queue.iter().map(|row| row.id).collect::<Vec<_>>(), [id]);
        assert_eq!(v.uphold(operator(), id, 2, "No").await.unwrap_err().code(), ErrorCode::Conflict);
        assert_eq!(v.uphold(operator(), id, 3, " ").await.unwrap_err().fields(), ["decision"]);
        v.uphold(operator(), id, 3, "The test report says otherwise").await.unwrap();
        let mine = v.mine_one(me, id, Locale::En).await.unwrap();
        assert_eq!((mine.row.state, mine.may_appeal), (ViolationState::Upheld, false));
        assert_eq!(mine.decision.as_deref(), Some("The test report says otherwise"));
        assert_eq!(v.appeal(me, id, "Again").await.unwrap_err().code(), ErrorCode::IllegalTransition);
        assert_eq!(c.catalog().my_shops(me, Locale::En).await.unwrap()[0].violations, 1);
        v.lift(operator(), id, 4, "We were wrong").await.unwrap();
        assert_eq!(c.catalog().my_shops(me, Locale::En).await.unwrap()[0].violations, 0);
        assert_eq!(letters(c, me).await, ["violation.lifted", "violation.recorded", "violation.upheld"]);
        let log = c.staff().activity(me, shop.stall().await.shop, None, Locale::En).await.unwrap().items;
        assert_eq!(log.iter().map(|entry| entry.act.as_str()).collect::<Vec<_>>(), ["violation.appealed"]);
    }

    async fn the_term_is_the_operators_rule_at_the_time(shop: Shop) {
        let c = &shop.commerce;
        let v = c.violation();
        v.set_appeal_days(operator(), 3).await.unwrap();
        assert_eq!(v.set_appeal_days(operator(), 0).await.unwrap_err().fields(), ["appeal_days"]);
        let (me, id) = warned(&shop).await;
        v.set_appeal_days(operator(), 90).await.unwrap();
        shop.advance(TimeDelta::days(3));
        v.appeal(me, id, "In time").await.unwrap();
        v.withdraw_appeal(me, id).await.unwrap();
        assert_eq!(v.withdraw_appeal(me, id).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        shop.advance(TimeDelta::seconds(1));
        assert_eq!(v.appeal(me, id, "Too late").await.unwrap_err().code(), ErrorCode::IllegalTransition);
        assert!(!v.mine_one(me, id, Locale::En).await.unwrap().may_appeal);
    }

    async fn taking_it_back_and_deciding_it_at_once_ends_in_one_of_the_two(shop: Shop) {
        let c = &shop.commerce;
        let (me, id) = warned(&shop).await;
        for _ in 0..5 {
            c.violation().appeal(me, id, "It is").await.unwrap();
            let seen = version(c, id).await;
            let v = c.violation();
            let (back, decided) = tokio::join!(v.withdraw_appeal(me, id), v.uphold(operator(), id, seen, "No"));
            let state = v.mine_one(me, id, Locale::En).await.unwrap().row.state;
            match state {
                ViolationState::InForce => assert!(back.is_ok() && decided.is_err()),
                ViolationState::Upheld => {
                    assert!(back.is_err() && decided.is_ok());
                    break;
                }
                _ => panic!("{state:?}"),
            }
        }
    }

    async fn only_who_answers_for_the_shop_sees_its_violations(shop: Shop) {
        let c = &shop.commerce;
        let (me, id) = warned(&shop).await;
        let helper = owner(c, shop.another_stall("other").await.shop).await;
        let stall = shop.stall().await.shop;
        c.identity().add_member(Actor::System, stall, helper.buyer().unwrap(), Role::Operator).await.unwrap();
        assert_eq!(c.violation().mine_one(helper, id, Locale::En).await.unwrap_err().code(), ErrorCode::NotFound);
        assert!(c.violation().mine(helper, Locale::En).await.unwrap().is_empty());
        let counts = c.catalog().my_shops(helper, Locale::En).await.unwrap();
        assert!(counts.iter().all(|shop| shop.violations == 0));
        assert_eq!(c.violation().mine(me, Locale::En).await.unwrap().len(), 1);
    }
}
