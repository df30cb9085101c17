//! A shop gives a category up and gets back what is asked no more.

use chrono::TimeDelta;
use shared::{ErrorCode, ProductEvent, ProductState, Role};

use super::*;
use crate::{catalog::ProductDraft, testing::on_both_databases};

async fn top_up(c: &Commerce, who: Actor, shop: ShopId) {
    let due = c.deposit().top_up(who, shop).await.unwrap();
    pay(c, who, due).await;
    run(c).await;
}

/// Lets the provider return what is on its way.
async fn returned(shop: &Shop) {
    for _ in 0..2 {
        shop.advance(TimeDelta::minutes(10));
        run(&shop.commerce).await;
    }
}

async fn refused(c: &Commerce, who: Actor, shop: ShopId, category: CategoryId) -> Vec<&'static str> {
    let error = c.deposit().drop_category(who, shop, category).await.unwrap_err();
    error.fields().to_vec()
}

on_both_databases! {
    async fn what_is_asked_no_more_goes_back(shop: Shop) {
        let c = &shop.commerce;
        let (id, who) = shop_of(&shop).await;
        let [tea, books, pots] = [("tea", 300), ("books", 500), ("pots", 900)].map(|(code, minor)| category(c, code, minor, false));
        let (tea, books, pots) = (tea.await, books.await, pots.await);
        for category in [tea, books, pots] {
            granted(c, who, id, category).await;
            top_up(c, who, id).await;
        }
        let is = account(c, who, id).await;
        let mut back: Vec<_> = is.categories.iter().map(|row| row.back.minor).collect();
        back.sort_unstable();
        assert_eq!((is.held.minor, back), (900, vec![0, 0, 0, 400]));
        // Paid were 300, 200 and 400: some go back as a whole, of one a part.
        assert_eq!(c.deposit().drop_category(who, id, pots).await.unwrap().minor, 400);
        let is = account(c, who, id).await;
        assert_eq!((is.held.minor, is.required.minor, is.returning.minor, is.short), (500, 500, 400, false));
        assert_eq!(c.audit().await.unwrap(), []);
        returned(&shop).await;
        shop.advance(TimeDelta::seconds(1));
        assert_eq!(c.deposit().drop_category(who, id, books).await.unwrap().minor, 200);
        let less = crate::catalog::NewTerm { category: tea, scene: None, value: shared::TermValue::Deposit(100), from: None, seen: None };
        c.catalog().set_term(operator(), less).await.unwrap();
        granted(c, who, id, books).await;
        top_up(c, who, id).await;
        assert_eq!(c.deposit().drop_category(who, id, books).await.unwrap().minor, 400);
        assert_eq!(c.audit().await.unwrap(), []);
        returned(&shop).await;
        let is = account(c, who, id).await;
        assert_eq!((is.held.minor, is.returning.minor, is.categories.len()), (100, 0, 2));
        assert_eq!(c.audit().await.unwrap(), []);
        // What is left goes back at closing.
        c.closing().announce(who, id).await.unwrap();
        shop.advance(TimeDelta::days(30));
        run(c).await;
        returned(&shop).await;
        let is = account(c, who, id).await;
        assert_eq!((is.held.minor, is.returning.minor), (0, 0));
        assert_eq!(is.entries.iter().map(|entry| entry.amount.minor).sum::<i64>(), 0);
        assert_eq!(c.audit().await.unwrap(), []);
    }

    async fn what_the_shop_has_there_keeps_it(shop: Shop) {
        let (c, catalog) = (&shop.commerce, shop.commerce.catalog());
        let (id, who) = shop_of(&shop).await;
        let own = shop.stall().await.category;
        assert_eq!(refused(c, who, id, own).await, ["last"]);
        let tea = category(c, "tea", 0, false).await;
        let unknown = c.deposit().drop_category(who, id, tea).await.unwrap_err();
        assert_eq!(unknown.code(), ErrorCode::NotFound);
        granted(c, who, id, tea).await;
        let draft = ProductDraft { category: tea, ..shop.draft("Tea", 3).await };
        let product = catalog.create_draft(who, id, draft.clone()).await.unwrap();
        assert_eq!(refused(c, who, id, tea).await, ["goods"], "a draft");
        catalog.save_draft(who, product, shop.draft("Cup", 3).await).await.unwrap();
        c.deposit().drop_category(who, id, tea).await.unwrap();
        granted(c, who, id, tea).await;
        catalog.save_draft(who, product, draft).await.unwrap();
        catalog.submit(who, product).await.unwrap();
        assert_eq!(refused(c, who, id, tea).await, ["goods"], "on sale");
        let goods = async |category| account(c, who, id).await.categories.iter().find(|row| row.id == category).unwrap().goods;
        assert_eq!((goods(tea).await, goods(own).await), (1, 0));
        catalog.change_state(who, product, ProductEvent::Delist).await.unwrap();
        let later = c.clock().now() + TimeDelta::days(1);
        catalog.schedule(who, product, Some(later), None).await.unwrap();
        assert_eq!(refused(c, who, id, tea).await, ["goods"], "about to be listed");
        catalog.schedule(who, product, None, None).await.unwrap();
        c.deposit().drop_category(who, id, tea).await.unwrap();
        assert_eq!(catalog.submit(who, product).await.unwrap(), shared::EditState::Rejected);
        assert_eq!(kinds(c, who).await.iter().filter(|kind| *kind == "category.dropped").count(), 2);
    }

    async fn a_shortfall_and_a_top_up_that_waits_end_with_it(shop: Shop) {
        let c = &shop.commerce;
        let (id, who) = shop_of(&shop).await;
        let cup = shop.product("Cup", 3).await;
        let tea = category(c, "tea", 500, false).await;
        granted(c, who, id, tea).await;
        run(c).await;
        assert_eq!(state(c, cup).await, ProductState::DepositShort);
        let due = c.deposit().top_up(who, id).await.unwrap();
        let payment = start(c, who, due).await;
        assert_eq!(c.deposit().drop_category(who, id, tea).await.unwrap().minor, 0);
        run(c).await;
        assert_eq!(state(c, cup).await, ProductState::OnSale);
        assert!(account(c, who, id).await.due.is_none());
        assert_eq!(c.payment().state(Actor::System, payment).await.unwrap(), shared::PaymentState::Closed);
        assert_eq!(c.audit().await.unwrap(), []);
    }

    async fn twice_at_once_it_goes_back_once(shop: Shop) {
        let c = &shop.commerce;
        let (id, who) = shop_of(&shop).await;
        let tea = category(c, "tea", 500, false).await;
        granted(c, who, id, tea).await;
        top_up(c, who, id).await;
        let rooms = c.deposit();
        let (one, other) = tokio::join!(rooms.drop_category(who, id, tea), rooms.drop_category(who, id, tea));
        assert_ne!(one.is_ok(), other.is_ok(), "{one:?} {other:?}");
        returned(&shop).await;
        let is = account(c, who, id).await;
        assert_eq!((is.held.minor, is.returning.minor, is.entries.len()), (0, 0, 2));
        assert_eq!(c.audit().await.unwrap(), []);
    }

    async fn it_is_the_owners_to_do(shop: Shop) {
        let c = &shop.commerce;
        let (id, _) = shop_of(&shop).await;
        let Actor::Account(finance) = owner(c, shop.another_stall("other").await.shop).await else { unreachable!() };
        let own = shop.stall().await.category;
        let stranger = c.deposit().drop_category(Actor::Account(finance), id, own).await.unwrap_err();
        assert_eq!(stranger.code(), ErrorCode::Forbidden);
        c.identity().add_member(Actor::System, id, finance, Role::Finance).await.unwrap();
        let refused = c.deposit().drop_category(Actor::Account(finance), id, own).await.unwrap_err();
        assert_eq!(refused.code(), ErrorCode::Forbidden);
    }
}
