use shared::{CategoryRequestState, ErrorCode, RejectReason};

use super::*;
use crate::testing::on_both_databases;

on_both_databases! {
    async fn a_category_with_a_paper_is_asked_for_reviewed_and_granted(shop: Shop) {
        let c = &shop.commerce;
        let (id, who) = shop_of(&shop).await;
        let food = category(c, "food", 100, true).await;
        let d = c.deposit();
        let wish = d.ask(who, id, food).await.unwrap();
        assert_eq!(d.ask(who, id, food).await.unwrap_err().code(), ErrorCode::Conflict, "one wish of a kind");
        assert_eq!(d.submit(who, wish).await.unwrap_err().fields(), ["documents"]);
        assert!(d.queue(operator(), Locale::En).await.unwrap().is_empty());
        let paper = d.attach(who, wish, picture()).await.unwrap();
        d.submit(who, wish).await.unwrap();
        assert_eq!(d.attach(who, wish, picture()).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        let queue = d.queue(operator(), Locale::En).await.unwrap();
        assert_eq!((queue[0].document, queue[0].required.minor, queue[0].held.minor), (Some(paper), 100, 0));
        assert_eq!(c.onboarding().paper(operator(), paper).await.unwrap().content_type, "image/webp");
        assert_eq!(c.onboarding().paper(who, paper).await.unwrap_err().code(), ErrorCode::NotFound);

        let reject = |words: &str| Word::Reject { reason: RejectReason::Other, words: words.into() };
        let version = queue[0].version;
        assert_eq!(d.decide(operator(), wish, version, reject(" ")).await.unwrap_err().fields(), ["words"]);
        assert_eq!(d.decide(operator(), wish, version + 1, Word::Approve).await.unwrap_err().code(), ErrorCode::Conflict);
        d.decide(operator(), wish, version, reject("Too small")).await.unwrap();
        let asked = account(c, who, id).await.requests.remove(0);
        assert_eq!((asked.state, asked.words.as_str(), asked.file), (CategoryRequestState::Rejected, "Too small", None));
        assert_eq!(d.submit(who, wish).await.unwrap_err().fields(), ["documents"], "the same paper is not looked at twice");
        shop.advance(chrono::TimeDelta::seconds(1));
        d.attach(who, wish, picture()).await.unwrap();
        d.submit(who, wish).await.unwrap();
        approve(c, wish).await;
        let is = account(c, who, id).await;
        assert_eq!((is.categories.len(), is.choices.iter().any(|choice| choice.id == food)), (2, false));
        assert_eq!(d.categories(who, id, Locale::En).await.unwrap(), ["Goods", "food"]);
        assert_eq!(d.withdraw(who, wish).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        assert_eq!(kinds(c, who).await, ["category.approved", "category.rejected", "deposit.short"]);
    }

    async fn a_wish_can_be_given_up_and_made_again(shop: Shop) {
        let c = &shop.commerce;
        let (id, who) = shop_of(&shop).await;
        let food = category(c, "food", 0, false).await;
        let wish = c.deposit().ask(who, id, food).await.unwrap();
        c.deposit().withdraw(who, wish).await.unwrap();
        granted(c, who, id, food).await;
        assert_eq!(c.deposit().ask(who, id, food).await.unwrap_err().code(), ErrorCode::Conflict, "it has it");
        let other = shop.another_stall("other").await.category;
        let unknown = c.deposit().ask(who, id, shared::CategoryId(Uuid::new_v4())).await;
        assert_eq!(unknown.unwrap_err().fields(), ["category"]);
        assert!(c.deposit().ask(who, id, other).await.is_ok(), "a root like any other");
    }

    async fn of_two_operators_one_decides(shop: Shop) {
        let c = &shop.commerce;
        let (id, who) = shop_of(&shop).await;
        let wish = c.deposit().ask(who, id, category(c, "food", 100, false).await).await.unwrap();
        let d = c.deposit();
        let reject = Word::Reject { reason: RejectReason::Expired, words: String::new() };
        let (one, other) = tokio::join!(d.decide(operator(), wish, 1, Word::Approve), d.decide(operator(), wish, 1, reject));
        assert_ne!(one.is_ok(), other.is_ok());
        assert_eq!(c.audit().await.unwrap(), []);
    }
}
