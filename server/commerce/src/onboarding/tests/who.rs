use shared::RuleKind;

use super::{super::*, *};
use crate::testing::{account, guest, on_both_databases, owner, table};

on_both_databases! {
    async fn every_call_knows_who_may(shop: Shop) {
        let c = &shop.commerce;
        let (who, id) = approved(&shop, "qinglan").await;
        let opening = mine(c, who).await;
        let (document, deposit) = (opening.documents[0].file.clone().unwrap().id, opening.due.unwrap().id);
        let payment = start(c, who).await;
        let seller = owner(c, shop.stall().await.shop).await;
        // Nobody, a stranger, a signed-in stranger, a seller, the applicant, the operator, the system.
        let actors = [Actor::Nobody, guest(), account(), seller, who, operator(), Actor::System];
        let judgement = || Judgement { version: 0, verdicts: vec![], decision: Decision::Keep };
        let rule = || NewRule { kind: RuleKind::Days, mode: None, wanted: None, from: c.clock().now() };
        let policy = || NewPolicy {
            deposit_by: shared::DepositBy::Sum, least_minor: -1, review_hours: 1, pay_hours: 1, from: c.clock().now(),
        };
        let nothing = || NewAgreement {
            kind: AgreementKind::Service, version: 0, title: text(""), body: text(""), from: c.clock().now(),
        };
        let next = || NextAgreement { kind: AgreementKind::Service, title: text(""), body: text(""), from: None };
        let category = c.catalog().add_category(Actor::System, crate::catalog::NewCategory {
            parent: None, code: "x".into(), name: text("x"), attributes: vec![], fees: vec![], deposit_minor: 0,
            confirm_days: 1, seven_day_return: true,
        }).await.unwrap();
        table! { actors:
            "uu....u" async |a| c.onboarding().mine(a, Locale::En).await;
            "uu....u" async |a| c.onboarding().verify_name(a, "", "").await;
            "uu....u" async |a| c.onboarding().save(a, Step::Categories(vec![])).await;
            "uu....u" async |a| c.onboarding().sign(a, vec![]).await;
            "uu....u" async |a| c.onboarding().upload(a, DocumentKind::Licence, None, Bytes::new()).await;
            "uu....u" async |a| c.inbox().list(a).await;
            "uu....u" async |a| c.inbox().read(a).await;
            "nnnnn.." async |a| c.onboarding().paper(a, document).await;
            "fffff.." async |a| c.onboarding().queue(a, ApplicationState::InReview).await;
            "fffff.." async |a| c.onboarding().review(a, id, Locale::En).await;
            "fffff.." async |a| c.onboarding().judge(a, id, judgement()).await;
            "fffff.." async |a| c.onboarding().rules(a).await;
            "fffff.." async |a| c.onboarding().set_rule(a, rule()).await;
            "fffff.." async |a| c.onboarding().set_policy(a, policy()).await;
            "fffff.." async |a| c.onboarding().publish_agreement(a, nothing()).await;
            "fffff.." async |a| c.onboarding().publish_next(a, next()).await;
            "fffff.." async |a| c.onboarding().agreement_versions(a).await;
            "fffff.." async |a| c.onboarding().require_paper(a, category, text("Paper")).await;
            "unnn.nu" async |a| c.payment().pay_deposit(a, key(&Uuid::new_v4().to_string()), deposit, PaymentMethod::Wechat).await;
            "nnnn.nn" async |a| c.payment().get(a, payment).await;
        }
    }
}
