use shared::TermChangeId;

use super::{super::*, *};
use crate::testing::{account, guest, on_both_databases, owner, text};

on_both_databases! {
    async fn only_the_operator_keeps_the_tables(shop: Shop) {
        let c = &shop.commerce;
        let (stall, catalog) = (shop.stall().await, c.catalog());
        let member = owner(c, stall.shop).await;
        let node = NewNode { parent: None, code: "tea".into(), name: text("Tea"), from: None };
        let value = TermValue::Deposit(1);
        for actor in [Actor::Nobody, guest(), account(), member] {
            let answers = [
                catalog.set_term(actor, new(stall.category, value.clone(), None)).await,
                catalog.set_term(actor, fee(stall.category, None, Some(1), None)).await,
                catalog.fee_effect(actor, &fee(stall.category, None, Some(1), None), Locale::En).await.map(drop),
                catalog.withdraw_term(actor, TermChangeId(Uuid::new_v4())).await,
                catalog.add_node(actor, node.clone()).await.map(drop),
                catalog.move_node(actor, stall.category, true).await,
                catalog.category_table(actor, Locale::En).await.map(drop),
                catalog.fee_table(actor, Locale::En).await.map(drop),
                catalog.term_history(actor, None, &[], Locale::En).await.map(drop),
                c.onboarding().deposit_effect(actor, stall.category, 1, None, Locale::En).await.map(drop),
            ];
            for answer in answers {
                assert_eq!(answer.unwrap_err().code(), shared::ErrorCode::Forbidden, "{actor:?}");
            }
        }
        assert!(history(c, &[shared::Term::Deposit, shared::Term::Fee]).await.is_empty());
        catalog.set_term(operator(), new(stall.category, value, None)).await.unwrap();
        assert_eq!(history(c, &[shared::Term::Deposit]).await.len(), 1);
    }
}
