use bytes::Bytes;
use chrono::TimeDelta;
use shared::{ErrorCode, ViolationState};

use super::*;
use crate::testing::{guest, on_both_databases};

fn pdf() -> Bytes {
    Bytes::from_static(b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")
}

on_both_databases! {
    async fn nobody_hears_of_a_draft_and_its_evidence_is_there_when_it_is_issued(shop: Shop) {
        let c = &shop.commerce;
        let v = c.violation();
        let product = shop.product("Cup", 5).await;
        let seller = shop.stall().await.shop;
        let me = owner(c, seller).await;
        let new = against(&shop, ViolationTarget::Product, product.0, Effect::ProductOff);
        let id = v.draft(operator(), new.clone()).await.unwrap();
        let paper = v.add_paper(operator(), id, pdf()).await.unwrap();

        assert_eq!(v.mine(me, Locale::En).await.unwrap(), []);
        assert_eq!(v.mine_one(me, id, Locale::En).await.unwrap_err().code(), ErrorCode::NotFound);
        assert_eq!(v.appeal(me, id, "No").await.unwrap_err().code(), ErrorCode::NotFound);
        assert_eq!(v.paper(me, paper).await.unwrap_err().code(), ErrorCode::NotFound);
        assert_eq!(v.add_paper(me, id, pdf()).await.unwrap_err().code(), ErrorCode::NotFound);
        assert_eq!(c.catalog().my_shops(me, Locale::En).await.unwrap()[0].violations, 0);
        assert!(letters(c, me).await.is_empty());
        assert!(c.catalog().product(guest(), product, Locale::En).await.is_ok(), "still on sale");
        let drafts = v.in_state(operator(), ViolationState::Draft, Locale::En).await.unwrap();
        assert_eq!(drafts.iter().map(|row| row.id).collect::<Vec<_>>(), [id]);

        // Its words change; what was seen must be what is issued.
        let softer = NewViolation { notice: text("Please prove it"), ..new.clone() };
        v.redraft(operator(), id, 1, softer.clone()).await.unwrap();
        assert_eq!(v.redraft(operator(), id, 1, softer.clone()).await.unwrap_err().code(), ErrorCode::Conflict);
        let elsewhere = NewViolation { id: Uuid::new_v4(), ..softer.clone() };
        assert_eq!(v.redraft(operator(), id, 2, elsewhere).await.unwrap_err().code(), ErrorCode::Conflict);
        let wordless = NewViolation { notice: text(""), ..softer.clone() };
        assert_eq!(v.redraft(operator(), id, 2, wordless).await.unwrap_err().fields(), ["notice_zh"]);
        assert_eq!(v.issue(operator(), id, 1).await.unwrap_err().code(), ErrorCode::Conflict);
        shop.advance(TimeDelta::days(3));
        v.issue(operator(), id, 2).await.unwrap();

        let mine = v.mine_one(me, id, Locale::En).await.unwrap();
        assert_eq!((mine.row.state, mine.notice.as_str(), mine.papers.len()), (ViolationState::InForce, "Please prove it", 1));
        assert_eq!(mine.row.opened_at, "2026-11-25T12:00:00Z", "it counts from its issue");
        assert_eq!(mine.appeal_by, "2026-12-10T12:00:00Z", "the whole time to appeal is theirs");
        assert_eq!(letters(c, me).await, ["violation.recorded"]);
        assert_eq!(v.paper(me, paper).await.unwrap().bytes, pdf());
        let state = c.catalog().product(me, product, Locale::En).await.unwrap().card.state;
        assert_eq!(state, shared::ProductState::Banned);
        for again in [v.issue(operator(), id, 3).await, v.redraft(operator(), id, 3, new).await, v.discard(operator(), id, 3).await] {
            assert_eq!(again.unwrap_err().code(), ErrorCode::IllegalTransition);
        }
    }

    async fn a_draft_is_thrown_away_or_too_late(shop: Shop) {
        let c = &shop.commerce;
        let v = c.violation();
        let seller = shop.stall().await.shop;
        let me = owner(c, seller).await;
        let new = against(&shop, ViolationTarget::Shop, seller.0, Effect::Suspended);
        let (gone, late) = (v.draft(operator(), new.clone()).await.unwrap(), v.draft(operator(), new).await.unwrap());
        v.discard(operator(), gone, 1).await.unwrap();
        assert_eq!(v.issue(operator(), gone, 2).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        assert_eq!(v.add_paper(operator(), gone, pdf()).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        // The timer leaves drafts alone, and what would be over at once is not issued.
        shop.advance(TimeDelta::days(31));
        c.timer().run_due(Actor::System).await.unwrap();
        assert_eq!(v.issue(operator(), late, 1).await.unwrap_err().fields(), ["until"]);
        assert_eq!(v.mine(me, Locale::En).await.unwrap(), []);
        assert!(letters(c, me).await.is_empty());
    }

    async fn of_two_who_issue_one_does(shop: Shop) {
        let c = &shop.commerce;
        let seller = shop.stall().await.shop;
        let me = owner(c, seller).await;
        let new = against(&shop, ViolationTarget::Shop, seller.0, Effect::Warning);
        let id = c.violation().draft(operator(), new).await.unwrap();
        let v = c.violation();
        let (one, two) = tokio::join!(v.issue(operator(), id, 1), v.issue(operator(), id, 1));
        assert_eq!(u8::from(one.is_ok()) + u8::from(two.is_ok()), 1);
        assert_eq!(letters(c, me).await, ["violation.recorded"]);
    }
}
