use bytes::Bytes;
use shared::ViolationState;

use super::*;
use crate::testing::{account, guest, on_both_databases, table};

on_both_databases! {
    async fn every_call_knows_who_may(shop: Shop) {
        let c = &shop.commerce;
        let (me, id) = warned(&shop).await;
        let rival = owner(c, shop.another_stall("other").await.shop).await;
        let paper = c.violation().add_paper(Actor::System, id, Bytes::from_static(b"%PDF-1.4\n%%EOF\n")).await.unwrap();
        let clip = shared::VideoId(Uuid::new_v4());
        // Nobody, a stranger, a signed-in stranger, another seller, whom it concerns, the operator, the system.
        let actors = [Actor::Nobody, guest(), account(), rival, me, operator(), Actor::System];
        let stall = shop.stall().await.shop.0;
        let empty = || NewViolation { notice: text(""), ..against(&shop, ViolationTarget::Shop, stall, Effect::Warning) };
        table! { actors:
            "fffff.." async |a| c.violation().draft(a, empty()).await;
            "fffff.." async |a| c.violation().redraft(a, id, 1, empty()).await;
            "fffff.." async |a| c.violation().issue(a, id, 1).await;
            "fffff.." async |a| c.violation().discard(a, id, 1).await;
            "fffff.." async |a| c.violation().accused_at(a, "/c/stall", Locale::En).await;
            "fffff.." async |a| c.violation().in_state(a, ViolationState::InForce, Locale::En).await;
            "fffff.." async |a| c.violation().file(a, id, Locale::En).await;
            "fffff.." async |a| c.violation().uphold(a, id, 0, "").await;
            "fffff.." async |a| c.violation().lift(a, id, 0, "").await;
            "fffff.." async |a| c.violation().appeal_days(a).await;
            "fffff.." async |a| c.violation().set_appeal_days(a, 0).await;
            "fffff.." async |a| c.violation().people(a, "").await;
            "fffff.." async |a| c.violation().person(a, me.buyer().unwrap(), Locale::En).await;
            "fffff.." async |a| c.identity().read_contact(a, me.buyer().unwrap()).await;
            "fffffnn" async |a| c.identity().contact(a, me.buyer().unwrap(), Uuid::new_v4()).await;
            "fffff.." async |a| c.identity().contact_readings(a, me.buyer().unwrap()).await;
            "nnnn..." async |a| c.violation().paper(a, paper).await;
            "nnnn..." async |a| c.violation().add_paper(a, id, Bytes::new()).await;
            "uu....u" async |a| c.violation().mine(a, Locale::En).await;
            "nnnn.nn" async |a| c.violation().mine_one(a, id, Locale::En).await;
            "nnnn.nn" async |a| c.violation().appeal(a, id, "").await;
            "nnnn.nn" async |a| c.violation().withdraw_appeal(a, id).await;
            "fffff.." async |a| c.video().needs_review(a).await;
            "fffff.." async |a| c.video().set_review(a, false).await;
            "fffff.." async |a| c.video().waiting(a, Locale::En).await;
            "fffffnn" async |a| c.video().approve(a, clip, 1).await;
            "fffff.." async |a| c.video().send_back(a, clip, 1, vec![]).await;
        }
    }
}
