use shared::{DocumentId, ErrorCode};

use super::*;
use crate::testing::on_both_databases;

on_both_databases! {
    async fn what_is_stored_is_sealed_and_every_reading_is_logged(shop: Shop) {
        let c = &shop.commerce;
        let who = person(c).await;
        let tea = category(c, "tea", 0).await;
        c.onboarding().require_paper(operator(), tea, text("Food licence")).await.unwrap();
        write(c, who, "qinglan", vec![tea]).await;
        let opening = mine(c, who).await;
        assert!(opening.documents.iter().any(|slot| slot.name.as_deref() == Some("Food licence") && slot.file.is_some()));
        let id = opening.documents[0].file.clone().unwrap().id;
        c.onboarding().submit(who).await.unwrap();
        let paper = c.onboarding().paper(operator(), id).await.unwrap();
        assert_eq!((paper.content_type, &paper.bytes[8..12]), ("image/webp", b"WEBP".as_slice()));
        let stored = c.0.media.get_sealed(id.0).await.unwrap();
        assert!(!stored.windows(4).any(|window| window == b"WEBP" || window == b"RIFF" || window == b"PNG\r"));
        assert!(crate::onboarding::vault::Vault::of(&[8; 32]).unwrap().open(id.0, &stored).is_err(), "another secret");
        let review = c.onboarding().review(operator(), opening.id.unwrap(), Locale::En).await.unwrap();
        let read: Vec<_> = review.readings.iter().map(|reading| reading.kind).collect();
        assert!(read.contains(&Some(opening.documents[0].kind)) && read.contains(&None), "{read:?}");
        // The public address of pictures cannot name it.
        for name in [id.0.to_string(), format!("../sealed/{}", id.0), "1200.webp".into()] {
            let file = c.media().file(Actor::System, shared::MediaId(id.0), &name, crate::media::Part::Whole).await;
            assert_eq!(file.unwrap_err().code(), ErrorCode::NotFound);
        }
    }

    async fn content_decides_what_a_paper_is(shop: Shop) {
        let c = &shop.commerce;
        let who = person(c).await;
        let upload = async |bytes: &'static [u8]| {
            c.onboarding().upload(who, DocumentKind::Licence, None, Bytes::from_static(bytes)).await
        };
        let pdf = upload(b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n").await.unwrap();
        assert_eq!(c.onboarding().paper(operator(), pdf).await.unwrap().content_type, "application/pdf");
        for bad in [
            b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".as_slice(),
            b"<html>",
            b"GIF89a<script>",
            b"%PDF-1.4 /JavaScript (app.alert(1)) %%EOF",
            b"%PDF-1.4 and no end",
            b"",
        ] {
            assert_eq!(upload(bad).await.unwrap_err().code(), ErrorCode::UnsupportedMedia);
        }
        let huge = Bytes::from(vec![0; crate::onboarding::MOST_BYTES + 1]);
        let refused = c.onboarding().upload(who, DocumentKind::Licence, None, huge).await;
        assert_eq!(refused.unwrap_err().code(), ErrorCode::TooLarge);
        let astray = c.onboarding().upload(who, DocumentKind::Paper, None, picture(1)).await;
        assert_eq!(astray.unwrap_err().fields(), ["category"]);
    }

    async fn a_paper_no_round_has_seen_is_gone_when_it_is_replaced(shop: Shop) {
        let c = &shop.commerce;
        let who = person(c).await;
        let tea = category(c, "tea", 0).await;
        let first = c.onboarding().upload(who, DocumentKind::Licence, None, picture(1)).await.unwrap();
        write(c, who, "qinglan", vec![tea]).await;
        let gone = async |id: DocumentId| c.onboarding().paper(operator(), id).await.is_err();
        assert!(gone(first).await && c.0.media.get_sealed(first.0).await.is_err());
        let second = mine(c, who).await.documents[0].file.clone().unwrap().id;
        c.onboarding().submit(who).await.unwrap();
        judge(c, mine(c, who).await.id.unwrap(), &["document.licence"], Decision::Reject).await.unwrap();
        shop.advance(chrono::TimeDelta::seconds(1));
        c.onboarding().upload(who, DocumentKind::Licence, None, picture(3)).await.unwrap();
        assert!(!gone(second).await, "a round has seen it: it stays with the history");
    }
}
