use chrono::TimeDelta;
use shared::{AttributeKind, AttributeName, EditState, ErrorCode, LocalText, Term, TermValue, dto::ReasonFault};

use super::{super::*, *};
use crate::{
    catalog::Fact,
    testing::{on_both_databases, owner, text},
};

async fn desk(c: &Commerce, category: CategoryId) -> shared::dto::CategoryDesk {
    let table = c.catalog().category_table(operator(), Locale::En).await.unwrap();
    table.into_iter().find(|desk| desk.id == category).unwrap()
}

fn node(parent: Option<CategoryId>, code: &str) -> NewNode {
    NewNode { parent, code: code.into(), name: text(code), from: None }
}

on_both_databases! {
    async fn every_term_begins_by_itself(shop: Shop) {
        let c = &shop.commerce;
        let (category, start) = (shop.stall().await.category, c.clock().now());
        let later = Some(start + TimeDelta::days(1));
        let paper = Some(text("Food licence"));
        for value in [
            TermValue::Name(text("Crockery")),
            TermValue::Closed(true),
            TermValue::Protection { confirm_days: 7, seven_day_return: false },
            TermValue::Paper(paper.clone()),
            TermValue::Deposit(500_000),
        ] {
            set(c, new(category, value, later)).await.unwrap();
        }
        let desk_before = desk(c, category).await;
        assert_eq!((desk_before.name.en.as_str(), desk_before.closed, desk_before.deposit.minor, desk_before.revision), ("Goods", false, 0, 5));
        // What orders read goes the same way.
        assert_eq!(categories(c, c.db().read()).await.unwrap().confirm_days(category), 10);
        shop.advance(TimeDelta::days(1));
        assert_eq!(categories(c, c.db().read()).await.unwrap().confirm_days(category), 7);
        let desk = desk(c, category).await;
        assert_eq!((desk.name.en.as_str(), desk.closed, desk.deposit.minor), ("Crockery", true, 500_000));
        assert_eq!((desk.confirm_days, desk.seven_day_return, desk.paper), (7, false, paper));
        let said = history(c, &[Term::Deposit, Term::Name]).await;
        let said: Vec<_> = said.iter().map(|entry| (entry.term, entry.was.clone(), entry.planned)).collect();
        assert_eq!(said, [(Term::Deposit, Some(TermValue::Deposit(0)), false), (Term::Name, Some(TermValue::Name(text("Goods"))), false)]);
    }

    async fn a_term_is_taken_back_before_it_begins(shop: Shop) {
        let c = &shop.commerce;
        let (category, start) = (shop.stall().await.category, c.clock().now());
        set(c, new(category, TermValue::Deposit(100), None)).await.unwrap();
        set(c, new(category, TermValue::Deposit(900), Some(start + TimeDelta::days(1)))).await.unwrap();
        let entries = history(c, &[Term::Deposit]).await;
        assert_eq!((entries[0].planned, entries[1].planned), (true, false));
        c.catalog().withdraw_term(operator(), entries[0].id).await.unwrap();
        assert_eq!(c.catalog().withdraw_term(operator(), entries[1].id).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        shop.advance(TimeDelta::days(2));
        assert_eq!(desk(c, category).await.deposit.minor, 100);
    }

    async fn what_a_taken_back_term_had_replaced_is_planned_again(shop: Shop) {
        let c = &shop.commerce;
        let (category, start) = (shop.stall().await.category, c.clock().now());
        let at = |days| Some(start + TimeDelta::days(days));
        for minor in [100, 900, 700] {
            set(c, new(category, TermValue::Deposit(minor), at(1))).await.unwrap();
        }
        let planned = async || {
            let entries = history(c, &[Term::Deposit]).await;
            entries.into_iter().map(|entry| (entry.becomes, entry.planned, entry.withdrawn)).collect::<Vec<_>>()
        };
        let said = TermValue::Deposit;
        assert_eq!(planned().await, [(said(700), true, false), (said(900), false, false), (said(100), false, false)]);
        let ids: Vec<_> = history(c, &[Term::Deposit]).await.into_iter().map(|entry| entry.id).collect();
        let refused = c.catalog().withdraw_term(operator(), ids[1]).await.unwrap_err();
        assert_eq!(refused.code(), ErrorCode::IllegalTransition, "what was replaced is not in force");
        c.catalog().withdraw_term(operator(), ids[0]).await.unwrap();
        assert_eq!(planned().await, [(said(700), false, true), (said(900), true, false), (said(100), false, false)]);
        c.catalog().withdraw_term(operator(), ids[1]).await.unwrap();
        shop.advance(TimeDelta::days(2));
        assert_eq!(desk(c, category).await.deposit.minor, 100);

        // A category that was added ahead of time opens when that was to be, unless something else stands.
        let ahead = NewNode { from: at(5), ..node(None, "tea") };
        let tea = c.catalog().add_node(operator(), ahead).await.unwrap();
        set(c, new(tea, TermValue::Closed(true), at(5))).await.unwrap();
        let closed = history(c, &[Term::Closed]).await[0].id;
        c.catalog().withdraw_term(operator(), closed).await.unwrap();
        assert!(desk(c, tea).await.closed);
        shop.advance(TimeDelta::days(3));
        assert!(!desk(c, tea).await.closed);
    }

    async fn a_closed_category_keeps_what_it_has_and_takes_nothing_new(shop: Shop) {
        let c = &shop.commerce;
        let (stall, catalog) = (shop.stall().await, c.catalog());
        let seller = owner(c, stall.shop).await;
        let old = shop.product("Old cup", 3).await;
        let started = catalog.create_draft(seller, stall.shop, shop.draft("New cup", 3).await).await.unwrap();
        set(c, new(stall.category, TermValue::Closed(true), None)).await.unwrap();
        let refused = catalog.create_draft(seller, stall.shop, shop.draft("Newer cup", 3).await).await.unwrap_err();
        assert_eq!(refused.fields(), ["category"]);
        assert_eq!(catalog.submit(seller, started).await.unwrap(), EditState::Rejected);
        let reasons = catalog.draft_view(seller, started, Locale::En).await.unwrap().reasons;
        assert_eq!((reasons.len(), reasons[0].fault), (1, ReasonFault::ClosedCategory));
        catalog.save_draft(seller, old, shop.draft("Old cup, new words", 3).await).await.unwrap();
        assert_eq!(catalog.submit(seller, old).await.unwrap(), EditState::Passed);
        let choices = catalog.category_choices(seller, stall.shop, Locale::En).await.unwrap();
        assert!(choices.iter().all(|choice| choice.closed));
        shop.advance(TimeDelta::seconds(1));
        set(c, new(stall.category, TermValue::Closed(false), None)).await.unwrap();
        assert_eq!(catalog.submit(seller, started).await.unwrap(), EditState::Passed);
    }

    async fn attributes_are_asked_for_by_their_kind(shop: Shop) {
        let c = &shop.commerce;
        let (stall, catalog) = (shop.stall().await, c.catalog());
        let seller = owner(c, stall.shop).await;
        let glaze = AttributeName { key: "glaze".into(), name: text("Glaze"), kind: AttributeKind::Choice, required: true, options: vec![text("Matt"), text("Shiny")] };
        let weight = AttributeName { key: "weight".into(), name: text("Weight"), kind: AttributeKind::Number, ..AttributeName::default() };
        set(c, new(stall.category, TermValue::Attributes(vec![glaze, weight]), None)).await.unwrap();
        let id = catalog.create_draft(seller, stall.shop, shop.draft("Cup", 3).await).await.unwrap();
        let fact = |key: &str, value: &str| Fact { key: key.into(), value: LocalText { zh: value.into(), en: String::new() } };
        for (facts, fault) in [
            (vec![], Some(ReasonFault::MissingAttribute)),
            (vec![fact("glaze", "Rough")], Some(ReasonFault::WrongAttribute)),
            (vec![fact("glaze", "Matt"), fact("weight", "heavy")], Some(ReasonFault::WrongAttribute)),
            (vec![fact("glaze", "Matt"), fact("weight", "12.5")], None),
        ] {
            let mut draft = shop.draft("Cup", 3).await;
            draft.content.attributes = facts;
            catalog.save_draft(seller, id, draft).await.unwrap();
            catalog.submit(seller, id).await.unwrap();
            let reasons = catalog.draft_view(seller, id, Locale::En).await.unwrap().reasons;
            assert_eq!(reasons.first().map(|reason| reason.fault), fault);
        }
    }

    async fn the_tree_grows_and_is_put_in_order(shop: Shop) {
        let c = &shop.commerce;
        let catalog = c.catalog();
        let root = catalog.add_node(operator(), node(None, "tea")).await.unwrap();
        let [green, black, white] = ["green", "black", "white"].map(|code| node(Some(root), code));
        let green = catalog.add_node(operator(), green).await.unwrap();
        let black = catalog.add_node(operator(), black).await.unwrap();
        let later = NewNode { from: Some(c.clock().now() + TimeDelta::days(2)), ..white };
        let white = catalog.add_node(operator(), later).await.unwrap();
        catalog.move_node(operator(), white, true).await.unwrap();
        catalog.move_node(operator(), green, true).await.unwrap();
        let table = catalog.category_table(operator(), Locale::En).await.unwrap();
        let order: Vec<_> = table.iter().map(|desk| (desk.id, desk.depth, desk.closed)).collect();
        assert_eq!(order, [(root, 0, false), (green, 1, false), (white, 1, true), (black, 1, false)]);
        shop.advance(TimeDelta::days(2));
        assert!(!desk(c, white).await.closed);
        let taken = catalog.add_node(operator(), node(None, "green")).await.unwrap_err();
        assert_eq!(taken.fields(), ["code"]);
        let wrong = NewNode { parent: Some(CategoryId(Uuid::new_v4())), code: "A b".into(), name: text(""), from: Some(c.clock().now() - TimeDelta::days(1)) };
        assert_eq!(catalog.add_node(operator(), wrong).await.unwrap_err().fields(), ["code", "name", "parent", "from"]);
        let mut deepest = root;
        for code in ["two", "three", "four"] {
            deepest = catalog.add_node(operator(), node(Some(deepest), code)).await.unwrap();
        }
        assert_eq!(catalog.add_node(operator(), node(Some(deepest), "five")).await.unwrap_err().fields(), ["parent"]);
        let said: Vec<_> = history(c, &[Term::Added, Term::Order]).await.into_iter().map(|entry| entry.term).collect();
        assert_eq!(said.iter().filter(|term| **term == Term::Order).count(), 1);
    }
}
