use bytes::Bytes;
use chrono::TimeDelta;
use shared::{DocumentId, ErrorCode};

use super::*;
use crate::testing::{account, guest, on_both_databases};

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";

fn pdf() -> Bytes {
    Bytes::from_static(PDF)
}

on_both_databases! {
    async fn two_sides_read_the_papers_and_every_reading_is_kept(shop: Shop) {
        let c = &shop.commerce;
        let v = c.violation();
        let (me, id) = warned(&shop).await;
        let rival = owner(c, shop.another_stall("other").await.shop).await;
        let judge = operator();
        let evidence = v.add_paper(judge, id, pdf()).await.unwrap();
        shop.advance(TimeDelta::seconds(1));
        let theirs = v.add_paper(me, id, pdf()).await.unwrap();
        let seen = v.mine_one(me, id, Locale::En).await.unwrap().papers;
        assert_eq!(seen.iter().map(|paper| (paper.id, paper.theirs)).collect::<Vec<_>>(), [(evidence, false), (theirs, true)]);
        for paper in [evidence, theirs] {
            for reader in [me, judge] {
                assert_eq!(v.paper(reader, paper).await.unwrap().bytes, PDF);
            }
            for stranger in [Actor::Nobody, guest(), account(), rival] {
                assert_eq!(v.paper(stranger, paper).await.unwrap_err().code(), ErrorCode::NotFound);
            }
            // By no other door either.
            assert_eq!(c.onboarding().paper(judge, paper).await.unwrap_err().code(), ErrorCode::NotFound);
            assert!(c.media().file(Actor::System, shared::MediaId(paper.0), "1200.webp", crate::media::Part::Whole).await.is_err());
        }
        assert_eq!(v.paper(judge, DocumentId(Uuid::new_v4())).await.unwrap_err().code(), ErrorCode::NotFound);
        assert_eq!(v.file(judge, id, Locale::En).await.unwrap().readings.len(), 4);
    }

    async fn papers_come_in_time_and_in_their_form(shop: Shop) {
        let c = &shop.commerce;
        let v = c.violation();
        let (me, id) = warned(&shop).await;
        for (bytes, code) in [
            (Bytes::from_static(b"<svg onload=alert(1)>"), ErrorCode::UnsupportedMedia),
            (Bytes::from_static(b"%PDF-1.4 /JavaScript %%EOF"), ErrorCode::UnsupportedMedia),
            (vec![0; 10 * 1024 * 1024 + 1].into(), ErrorCode::TooLarge),
        ] {
            assert_eq!(v.add_paper(me, id, bytes).await.unwrap_err().code(), code);
        }
        for _ in 0..10 {
            v.add_paper(me, id, pdf()).await.unwrap();
        }
        assert_eq!(v.add_paper(me, id, pdf()).await.unwrap_err().code(), ErrorCode::LimitExceeded);
        v.add_paper(operator(), id, pdf()).await.unwrap();
        shop.advance(TimeDelta::days(16));
        assert_eq!(v.add_paper(me, id, pdf()).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        v.add_paper(operator(), id, pdf()).await.unwrap();
        lift(c, id).await.unwrap();
        assert_eq!(v.add_paper(operator(), id, pdf()).await.unwrap_err().code(), ErrorCode::IllegalTransition);
    }
}
