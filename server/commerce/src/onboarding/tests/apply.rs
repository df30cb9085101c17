use chrono::TimeDelta;
use shared::{DepositBy, Effect, ErrorCode, RuleKind, Severity, ViolationKind, ViolationTarget};

use super::{super::*, *};
use crate::testing::on_both_databases;

on_both_databases! {
    async fn a_draft_takes_anything_and_says_what_is_missing(shop: Shop) {
        let c = &shop.commerce;
        let who = person(c).await;
        agreement(c, 1).await;
        assert_eq!(mine(c, who).await.id, None, "looking starts nothing");
        let odd = Step::Shop { shop_name: "  Tea ".into(), handle: "Not A Handle!".into(), intro: String::new() };
        c.onboarding().save(who, odd).await.unwrap();
        let opening = mine(c, who).await;
        assert_eq!((opening.form.shop_name.as_str(), opening.form.handle.as_str()), ("Tea", "not a handle!"));
        for field in ["mode", "subject", "number", "handle", "categories", "conditions", "agreements"] {
            assert!(opening.missing.iter().any(|missing| missing == field), "{field}");
        }
        let refused = c.onboarding().submit(who).await.unwrap_err();
        assert!(refused.fields().contains(&"handle") && !refused.fields().contains(&"shop_name"));
        let long = Step::Mode { mode: OpeningMode::Platform, shop: Outside { number: "x".repeat(201), ..Outside::default() } };
        assert_eq!(c.onboarding().save(who, long).await.unwrap_err().fields(), ["outside"]);
        assert_eq!(state(c, who).await, ApplicationState::Draft);
    }

    async fn sent_back_with_reasons_and_handed_in_again(shop: Shop) {
        let c = &shop.commerce;
        let who = person(c).await;
        agreement(c, 1).await;
        let tea = category(c, "tea", 0).await;
        write(c, who, "qinglan", vec![tea]).await;
        let shown = mine(c, who).await.form;
        assert_eq!(shown.number, "9135**********6Q3X", "masked as soon as it is saved");
        c.onboarding().submit(who).await.unwrap();
        let id = mine(c, who).await.id.unwrap();
        let late = Step::Categories(vec![]);
        assert_eq!(c.onboarding().save(who, late).await.unwrap_err().code(), ErrorCode::IllegalTransition);

        // Neither approved with a field nobody judged, nor sent back without a reason.
        let (version, mut some) = verdicts(c, id, &[]).await;
        some.pop();
        let hasty = Judgement { version, verdicts: some, decision: Decision::Approve };
        assert_eq!(c.onboarding().judge(operator(), id, hasty).await.unwrap_err().fields(), ["verdicts"]);
        let refused = judge(c, id, &[], Decision::Reject).await.unwrap_err();
        assert_eq!(refused.fields(), ["reasons"]);
        assert_eq!(judge(c, id, &["shop_name"], Decision::Approve).await.unwrap_err().fields(), ["verdicts"]);

        judge(c, id, &["document.licence", "shop_name"], Decision::Reject).await.unwrap();
        let back = mine(c, who).await;
        assert_eq!(back.state, ApplicationState::Rejected);
        let bad: Vec<_> = back.rounds[0].verdicts.iter().filter(|verdict| !verdict.ok).collect();
        assert_eq!(bad.len(), 2);
        assert!(bad.iter().all(|verdict| verdict.words == "Too dark"));
        assert_eq!(back.rounds[0].reviewer, None, "the applicant does not learn who");

        c.onboarding().upload(who, DocumentKind::Licence, None, picture(200)).await.unwrap();
        let better = Step::Shop { shop_name: "青岚茶".into(), handle: "qinglan".into(), intro: "Tea".into() };
        c.onboarding().save(who, better).await.unwrap();
        c.onboarding().submit(who).await.unwrap();
        let review = c.onboarding().review(operator(), id, Locale::En).await.unwrap();
        let open: Vec<_> = review.fields.iter().filter(|field| field.verdict.is_none()).map(|field| field.field.as_str()).collect();
        assert_eq!(open, ["shop_name", "document.licence"], "what was good and is the same stays good");
        assert!(review.fields.iter().all(|field| field.changed == open.contains(&field.field.as_str())));
        assert_eq!(review.rounds.iter().map(|round| (round.number, round.approved)).collect::<Vec<_>>(), [(2, None), (1, Some(false))]);
        assert_eq!(review.rounds[1].verdicts.len(), back.rounds[0].verdicts.len(), "the first round is as it was");
        let number = review.fields.iter().find(|field| field.field == "number").unwrap();
        assert_eq!(number.value, CREDIT_CODE, "in full, for the reviewer");

        judge(c, id, &[], Decision::Approve).await.unwrap();
        assert_eq!(state(c, who).await, ApplicationState::Open, "no deposit is due: it opens at once");
        let mut told = kinds(c, who).await;
        told.sort_unstable();
        let submitted = "application.submitted";
        assert_eq!(told, ["application.opened", "application.rejected", submitted, submitted]);
        let home = c.showcase().home(who, &"qinglan".parse().unwrap(), Locale::En).await.unwrap();
        assert_eq!(home.creator.name, "青岚茶");
        assert_eq!(c.catalog().my_shops(who, Locale::En).await.unwrap()[0].role, shared::Role::Owner);
        assert_eq!(c.audit().await.unwrap(), []);
    }

    async fn of_two_reviewers_one_approves(shop: Shop) {
        let c = &shop.commerce;
        let who = person(c).await;
        let tea = category(c, "tea", 0).await;
        write(c, who, "qinglan", vec![tea]).await;
        c.onboarding().submit(who).await.unwrap();
        let id = mine(c, who).await.id.unwrap();
        let (version, verdicts) = verdicts(c, id, &[]).await;
        let approve = |_| {
            let (c, judgement) = (c.clone(), Judgement { version, verdicts: verdicts.clone(), decision: Decision::Approve });
            tokio::spawn(async move { c.onboarding().judge(operator(), id, judgement).await })
        };
        let all = futures::future::join_all((0..6).map(approve)).await;
        let codes: Vec<_> = all.into_iter().filter_map(|one| one.unwrap().err().map(|error| error.code())).collect();
        assert_eq!(codes.len(), 5);
        assert!(codes.iter().all(|code| matches!(code, ErrorCode::Conflict | ErrorCode::IllegalTransition)), "{codes:?}");
        assert_eq!(c.catalog().my_shops(who, Locale::En).await.unwrap().len(), 1);
    }

    async fn an_old_view_is_not_approved(shop: Shop) {
        let c = &shop.commerce;
        let who = person(c).await;
        let tea = category(c, "tea", 0).await;
        write(c, who, "qinglan", vec![tea]).await;
        c.onboarding().submit(who).await.unwrap();
        let id = mine(c, who).await.id.unwrap();
        let (version, verdicts) = verdicts(c, id, &[]).await;
        judge(c, id, &["shop_name"], Decision::Reject).await.unwrap();
        let renamed = Step::Shop { shop_name: "Another".into(), handle: "qinglan".into(), intro: String::new() };
        c.onboarding().save(who, renamed).await.unwrap();
        c.onboarding().submit(who).await.unwrap();
        let stale = Judgement { version, verdicts, decision: Decision::Approve };
        assert_eq!(c.onboarding().judge(operator(), id, stale).await.unwrap_err().code(), ErrorCode::Conflict);
    }

    async fn conditions_are_measured_and_have_dates(shop: Shop) {
        let c = &shop.commerce;
        let who = person(c).await;
        let o = c.onboarding();
        let named = |opening: &Opening| opening.conditions.iter().map(|one| (one.kind, one.current, one.wanted, one.met)).collect::<Vec<_>>();
        assert_eq!(named(&mine(c, who).await), [(RuleKind::RealName, 0, 1, false), (RuleKind::Violations, 0, 0, true)]);
        assert_eq!(o.verify_name(who, "许", "1").await.unwrap_err().fields(), ["real_name", "identity_number"]);
        o.verify_name(who, "许青岚", NUMBER).await.unwrap();

        let now = c.clock().now();
        let rule = |kind, mode, wanted, from| NewRule { kind, mode, wanted, from };
        o.set_rule(operator(), rule(RuleKind::Days, None, Some(3), now)).await.unwrap();
        o.set_rule(operator(), rule(RuleKind::Days, None, None, now + TimeDelta::days(30))).await.unwrap();
        o.set_rule(operator(), rule(RuleKind::Followers, Some(OpeningMode::Platform), Some(100), now)).await.unwrap();
        let asked = named(&mine(c, who).await);
        assert_eq!(asked, [(RuleKind::RealName, 1, 1, true), (RuleKind::Days, 0, 3, false), (RuleKind::Violations, 0, 0, true)]);
        shop.advance(TimeDelta::days(4));
        assert!(mine(c, who).await.conditions.iter().all(|one| one.met));
        o.save(who, Step::Mode { mode: OpeningMode::Platform, shop: Outside::default() }).await.unwrap();
        assert!(mine(c, who).await.conditions.iter().any(|one| (one.kind, one.met) == (RuleKind::Followers, false)));
        shop.advance(TimeDelta::days(40));
        assert!(mine(c, who).await.conditions.iter().all(|one| one.kind != RuleKind::Days), "its time is over");

        let met = async || mine(c, who).await.conditions.iter().find(|one| one.kind == RuleKind::Violations).unwrap().met;
        let new = crate::violation::NewViolation {
            target: ViolationTarget::Account, id: who.buyer().unwrap().0, kind: ViolationKind::Service,
            severity: Severity::Minor, effect: Effect::Warning, until: None, notice: text("Sold what it had not"),
        };
        let id = c.violation().draft(operator(), new).await.unwrap();
        c.violation().issue(operator(), id, 1).await.unwrap();
        assert!(!met().await);
        c.violation().lift(operator(), id, 2, "").await.unwrap();
        assert!(met().await);
    }

    async fn deposits_are_the_highest_or_the_sum(shop: Shop) {
        let c = &shop.commerce;
        let who = person(c).await;
        let categories = vec![category(c, "tea", 200_000).await, category(c, "outdoor", 300_000).await];
        c.onboarding().save(who, Step::Categories(categories)).await.unwrap();
        assert_eq!(mine(c, who).await.deposit.minor, 300_000);
        let policy = |deposit_by, least_minor| NewPolicy {
            deposit_by, least_minor, review_hours: 24, pay_hours: 24, from: c.clock().now(),
        };
        c.onboarding().set_policy(operator(), policy(DepositBy::Sum, 0)).await.unwrap();
        assert_eq!(mine(c, who).await.deposit.minor, 500_000);
        shop.advance(TimeDelta::seconds(1));
        c.onboarding().set_policy(operator(), policy(DepositBy::Sum, 900_000)).await.unwrap();
        assert_eq!(mine(c, who).await.deposit.minor, 900_000);
    }

    async fn a_new_version_is_signed_again(shop: Shop) {
        let c = &shop.commerce;
        let who = person(c).await;
        agreement(c, 1).await;
        let tea = category(c, "tea", 0).await;
        write(c, who, "qinglan", vec![tea]).await;
        let first = mine(c, who).await.agreements[0].clone();
        assert!(first.signed_at.is_some() && first.hash.len() == 64);
        agreement(c, 2).await;
        assert_eq!(c.onboarding().submit(who).await.unwrap_err().fields(), ["agreements"]);
        assert_eq!(c.onboarding().sign(who, vec![first.id]).await.unwrap_err().code(), ErrorCode::Conflict, "it is out of force");
        let second = mine(c, who).await.agreements[0].clone();
        assert_ne!(first.hash, second.hash);
        sign_all(c, who).await;
        c.onboarding().submit(who).await.unwrap();
    }

    async fn one_application_at_a_time_and_one_of_a_name(shop: Shop) {
        let c = &shop.commerce;
        let who = person(c).await;
        let step = || Step::Shop { shop_name: "Tea".into(), handle: "tea".into(), intro: String::new() };
        let begin = |_| {
            let c = c.clone();
            tokio::spawn(async move { c.onboarding().save(who, step()).await })
        };
        let begun = futures::future::join_all((0..4).map(begin)).await;
        assert!(begun.iter().any(|one| one.as_ref().unwrap().is_ok()));
        let tea = category(c, "tea", 0).await;
        write(c, who, "tea", vec![tea]).await;
        c.onboarding().submit(who).await.unwrap();
        let other = person(c).await;
        write(c, other, "tea", vec![tea]).await;
        assert_eq!(c.onboarding().submit(other).await.unwrap_err().fields(), ["handle"]);
        let first = mine(c, who).await.id;
        c.onboarding().withdraw(who).await.unwrap();
        c.onboarding().submit(other).await.unwrap();
        assert_eq!(c.onboarding().withdraw(who).await.unwrap_err().code(), ErrorCode::NotFound);
        c.onboarding().save(who, step()).await.unwrap();
        assert_ne!(mine(c, who).await.id, first, "a new one");
    }

    async fn a_late_decision_says_so(shop: Shop) {
        let c = &shop.commerce;
        let who = person(c).await;
        let tea = category(c, "tea", 0).await;
        write(c, who, "qinglan", vec![tea]).await;
        c.onboarding().submit(who).await.unwrap();
        let (version, verdicts) = verdicts(c, mine(c, who).await.id.unwrap(), &[]).await;
        shop.advance(TimeDelta::hours(49));
        c.timer().run_due(Actor::System).await.unwrap();
        c.timer().run_due(Actor::System).await.unwrap();
        assert_eq!(kinds(c, who).await, ["application.overdue", "application.submitted"]);
        assert_eq!(c.inbox().read(who).await.unwrap(), 2);
        assert_eq!(c.inbox().read(who).await.unwrap(), 0);
        let judgement = Judgement { version, verdicts, decision: Decision::Approve };
        c.onboarding().judge(operator(), mine(c, who).await.id.unwrap(), judgement).await.unwrap();
    }
}
