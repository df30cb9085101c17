use chrono::TimeDelta;
use shared::{AgreementKind, ErrorCode};

use super::{super::*, *};
use crate::testing::{on_both_databases, text};

fn next(words: &str, from: Option<chrono::DateTime<chrono::Utc>>) -> NextAgreement {
    NextAgreement { kind: AgreementKind::Service, title: text("Service"), body: text(words), from }
}

on_both_databases! {
    async fn a_new_version_is_told_and_signed_again(shop: Shop) {
        let c = &shop.commerce;
        agreement(c, 1).await;
        let tea = category(c, "tea", 200_000).await;
        let who = open(c, "qinglan", vec![tea]).await;
        open(c, "other", vec![tea]).await;
        let later = c.clock().now() + TimeDelta::days(7);
        let id = c.onboarding().publish_next(operator(), next("Be better", Some(later))).await.unwrap();
        assert!(kinds(c, who).await.contains(&"agreement.published".to_owned()));
        // Until then the old one counts, and the new one cannot be signed.
        assert_eq!(mine(c, who).await.agreements[0].version, 1);
        assert_eq!(c.onboarding().sign(who, vec![id]).await.unwrap_err().code(), ErrorCode::Conflict);
        shop.advance(TimeDelta::days(7));
        let now = mine(c, who).await.agreements;
        assert_eq!((now[0].version, now[0].signed_at.is_some()), (2, false));
        c.onboarding().sign(who, vec![id]).await.unwrap();
        assert!(mine(c, who).await.agreements[0].signed_at.is_some());
        assert_eq!(state(c, who).await, ApplicationState::Open);
        let versions = c.onboarding().agreement_versions(operator()).await.unwrap();
        let seen: Vec<_> = versions.iter().map(|one| (one.version, one.signed, one.unsigned, one.runs)).collect();
        assert_eq!(seen, [(2, 1, 1, true), (1, 2, 0, false)]);
    }

    async fn a_version_is_whole_and_not_of_the_past(shop: Shop) {
        let c = &shop.commerce;
        let yesterday = c.clock().now() - TimeDelta::days(1);
        let wrong = c.onboarding().publish_next(operator(), next(" ", Some(yesterday))).await.unwrap_err();
        assert_eq!(wrong.fields(), ["body", "from"]);
        let publish = async |words: &str| c.onboarding().publish_next(operator(), next(words, None)).await;
        let (one, two) = tokio::join!(publish("One"), publish("Two"));
        let kept = c.onboarding().agreement_versions(operator()).await.unwrap();
        assert_eq!(kept.len(), usize::from(one.is_ok()) + usize::from(two.is_ok()));
        let mut numbers: Vec<_> = kept.iter().map(|one| one.version).collect();
        numbers.dedup();
        assert_eq!(numbers.len(), kept.len());
        assert_eq!(mine(c, person(c).await).await.agreements.len(), 1);
    }
}
