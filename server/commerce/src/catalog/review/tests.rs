use chrono::TimeDelta;
use shared::{
    Currency, EditState, ErrorCode, Locale, Money, ProductEvent, ProductState, Role,
    dto::{ProductRule, ReasonFault, ReviewRule, ShelfQuery, ShelfTab},
};
use uuid::Uuid;

use crate::{
    Actor,
    catalog::StockChange,
    testing::{Shop, account, guest, on_both_databases, owner, text},
};

fn yuan(minor: i64) -> Money {
    Money::new(minor, Currency::Cny)
}

fn operator() -> Actor {
    Actor::Operator(shared::BuyerId(Uuid::new_v4()))
}

async fn rule(shop: &Shop, review: ReviewRule, floor_minor: Option<i64>, required: &[&str]) {
    let required = required.iter().map(|key| (*key).to_owned()).collect();
    let rule = ProductRule { category: None, review, floor_minor, required };
    shop.commerce.catalog().set_product_rule(operator(), rule).await.unwrap();
}

on_both_databases! {
    async fn without_rules_a_good_draft_is_listed_by_its_submission(shop: Shop) {
        let catalog = shop.commerce.catalog();
        let stall = shop.stall().await;
        let member = owner(&shop.commerce, stall.shop).await;
        let id = catalog.create_draft(member, stall.shop, shop.draft("Pot", 3).await).await.unwrap();
        let view = catalog.draft_view(member, id, Locale::En).await.unwrap();
        assert_eq!((view.edit, view.state, view.listed), (EditState::Editing, ProductState::Draft, false));
        assert_eq!(catalog.submit(member, id).await.unwrap(), EditState::Passed);
        let view = catalog.draft_view(member, id, Locale::En).await.unwrap();
        assert_eq!((view.edit, view.state, view.differences.len()), (EditState::Passed, ProductState::OnSale, 0));
        let mut draft = view.draft;
        draft.title = text("Teapot");
        draft.skus[0].price = yuan(150);
        catalog.edit(member, id, Some(view.version), draft, vec![]).await.unwrap();
        let view = catalog.draft_view(member, id, Locale::En).await.unwrap();
        let found: Vec<_> = view.differences.iter().map(|d| (d.field.as_str(), d.at_once)).collect();
        assert_eq!(found, [("title", false), ("price", true)]);
        assert_eq!(view.edit, EditState::Editing);
    }

    async fn a_rule_of_a_category_is_taken_back(shop: Shop) {
        let catalog = shop.commerce.catalog();
        let stall = shop.stall().await;
        let member = owner(&shop.commerce, stall.shop).await;
        rule(&shop, ReviewRule::None, Some(50), &[]).await;
        let own = ProductRule { category: Some(stall.category), review: ReviewRule::NewProducts, floor_minor: Some(500), required: vec![] };
        catalog.set_product_rule(operator(), own).await.unwrap();
        let id = catalog.create_draft(member, stall.shop, shop.draft("Pot", 3).await).await.unwrap();
        assert_eq!(catalog.submit(member, id).await.unwrap(), EditState::Rejected);
        catalog.remove_product_rule(operator(), Some(stall.category)).await.unwrap();
        let again = catalog.remove_product_rule(operator(), Some(stall.category)).await.unwrap_err();
        assert_eq!(again.code(), ErrorCode::NotFound);
        assert_eq!(catalog.product_rules(operator()).await.unwrap().len(), 1);
        assert_eq!(catalog.submit(member, id).await.unwrap(), EditState::Passed, "as all categories");
    }

    async fn what_a_picture_shows_is_said_in_the_draft_and_stays_with_it(shop: Shop) {
        let (catalog, media) = (shop.commerce.catalog(), shop.commerce.media());
        let stall = shop.stall().await;
        let member = owner(&shop.commerce, stall.shop).await;
        let mut draft = shop.draft("Pot", 3).await;
        let mut pictures = Vec::new();
        for shade in [10, 200] {
            let mut bytes = std::io::Cursor::new(Vec::new());
            image::RgbImage::from_pixel(300, 300, image::Rgb([shade, 90, 90])).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
            pictures.push(media.upload(member, bytes.into_inner().into(), "as uploaded").await.unwrap().id);
        }
        draft.content.pictures = pictures.clone();
        let id = catalog.create_draft(member, stall.shop, draft.clone()).await.unwrap();
        catalog.submit(member, id).await.unwrap();
        let shown = async || {
            let product = catalog.product(guest(), id, Locale::En).await.unwrap();
            let gallery: Vec<_> = product.gallery.into_iter().map(|image| image.alt).collect();
            (product.card.image.alt, gallery)
        };
        assert_eq!(shown().await, ("as uploaded".into(), vec!["as uploaded".to_owned(); 2]));

        // Said later: a difference that waits for its submission, as every other text.
        draft.content.alts.insert(pictures[1], text("A lid"));
        draft.content.alts.insert(shared::MediaId(Uuid::new_v4()), text("of a picture that is not there"));
        catalog.edit(member, id, None, draft.clone(), vec![]).await.unwrap();
        let view = catalog.draft_view(member, id, Locale::En).await.unwrap();
        let found: Vec<_> = view.differences.iter().map(|d| (d.field.as_str(), d.online.as_deref(), d.draft.as_deref())).collect();
        assert_eq!(found, [("alts", None, Some("A lid"))]);
        assert_eq!((view.alts[&pictures[0]].zh.as_str(), view.pictures[&pictures[1]].alt.as_str()), ("as uploaded", "A lid"));
        assert_eq!(shown().await.1[1], "as uploaded");
        assert_eq!(catalog.preview(member, id, Locale::En).await.unwrap().product.gallery[1].alt, "A lid");
        catalog.submit(member, id).await.unwrap();
        assert_eq!(shown().await.1, ["as uploaded", "A lid"]);

        // Another order: each keeps its own.
        draft.content.pictures.reverse();
        catalog.edit(member, id, None, draft.clone(), vec![]).await.unwrap();
        catalog.submit(member, id).await.unwrap();
        assert_eq!(shown().await, ("A lid".into(), vec!["A lid".to_owned(), "as uploaded".to_owned()]));

        // The same words as the picture's own are no difference; nothing at all is one.
        draft.content.alts.insert(pictures[0], shared::LocalText { zh: "as uploaded".into(), en: String::new() });
        catalog.edit(member, id, None, draft.clone(), vec![]).await.unwrap();
        assert!(catalog.draft_view(member, id, Locale::En).await.unwrap().differences.is_empty());
        draft.content.alts.insert(pictures[0], shared::LocalText::default());
        catalog.edit(member, id, None, draft.clone(), vec![]).await.unwrap();
        assert_eq!(catalog.draft_view(member, id, Locale::En).await.unwrap().differences.len(), 1);
        draft.content.alts.insert(pictures[0], text(&"x".repeat(201)));
        catalog.edit(member, id, None, draft.clone(), vec![]).await.unwrap();
        assert_eq!(catalog.submit(member, id).await.unwrap_err().fields(), ["alts"]);
        catalog.set_banned_words(operator(), vec!["best".into()]).await.unwrap();
        draft.content.alts.insert(pictures[0], text("The best lid"));
        catalog.edit(member, id, None, draft, vec![]).await.unwrap();
        assert_eq!(catalog.submit(member, id).await.unwrap(), EditState::Rejected);
        assert_eq!(catalog.draft_view(member, id, Locale::En).await.unwrap().reasons[0].field, "alts");
    }

    async fn the_rules_name_field_and_reason(shop: Shop) {
        let catalog = shop.commerce.catalog();
        let stall = shop.stall().await;
        let member = owner(&shop.commerce, stall.shop).await;
        rule(&shop, ReviewRule::None, Some(500), &["glaze"]).await;
        catalog.set_banned_words(operator(), vec![" BEST ".into(), String::new(), "best".into()]).await.unwrap();
        assert_eq!(catalog.banned_words(operator()).await.unwrap(), ["best"]);
        let id = catalog.create_draft(member, stall.shop, shop.draft("The Best Pot", 3).await).await.unwrap();
        assert_eq!(catalog.submit(member, id).await.unwrap(), EditState::Rejected);
        let view = catalog.draft_view(member, id, Locale::En).await.unwrap();
        let reasons: Vec<_> = view.reasons.iter().map(|r| (r.field.as_str(), r.fault, r.words.as_str())).collect();
        assert_eq!(reasons, [
            ("title", ReasonFault::BannedWord, "best"),
            ("price", ReasonFault::BelowFloor, "¥5.00"),
            ("attributes", ReasonFault::MissingAttribute, "glaze"),
        ]);
        assert_eq!(catalog.publish(member, id).await.unwrap_err().fields(), ["review"], "no way around");
        assert_eq!(catalog.product(guest(), id, Locale::En).await.unwrap_err().code(), ErrorCode::NotFound);
        let mut draft = view.draft;
        draft.skus.clear();
        catalog.save_draft(member, id, draft).await.unwrap();
        assert_eq!(catalog.submit(member, id).await.unwrap_err().fields(), ["skus"]);
        let typed = vec![("sku.0.price".to_owned(), "ten".to_owned())];
        catalog.edit(member, id, None, shop.draft("Pot", 3).await, typed).await.unwrap();
        assert_eq!(catalog.submit(member, id).await.unwrap_err().fields(), ["price"]);
        catalog.publish(Actor::System, id).await.unwrap();
    }

    async fn the_operator_sees_what_their_rule_asks_for(shop: Shop) {
        let catalog = shop.commerce.catalog();
        let stall = shop.stall().await;
        let member = owner(&shop.commerce, stall.shop).await;
        rule(&shop, ReviewRule::EveryChange, None, &[]).await;
        let id = catalog.create_draft(member, stall.shop, shop.draft("Pot", 3).await).await.unwrap();
        assert_eq!(catalog.submit(member, id).await.unwrap(), EditState::InReview);
        assert_eq!(catalog.submit(member, id).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        let queue = catalog.waiting(operator(), None, Locale::En).await.unwrap().items;
        assert_eq!((queue.len(), queue[0].id, queue[0].is_new), (1, id, true));
        let seen = queue[0].version;
        assert_eq!(catalog.reject(operator(), id, seen, vec![("title".into(), " ".into())]).await.unwrap_err().fields(), ["reasons"]);
        catalog.reject(operator(), id, seen, vec![("title".into(), "Say what it is".into())]).await.unwrap();
        assert_eq!(catalog.approve(operator(), id, seen).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        catalog.edit(member, id, None, shop.draft("Teapot", 3).await, vec![]).await.unwrap();
        catalog.submit(member, id).await.unwrap();
        assert_eq!(catalog.approve(operator(), id, seen).await.unwrap_err().code(), ErrorCode::Conflict);
        let seen = catalog.waiting(operator(), None, Locale::En).await.unwrap().items[0].version;
        catalog.approve(operator(), id, seen).await.unwrap();
        assert_eq!(catalog.product(guest(), id, Locale::En).await.unwrap().card.title, "Teapot");

        // A price takes effect at once, the rest waits; a price alone needs nobody.
        let mut draft = shop.draft("Big teapot", 3).await;
        draft.content = catalog.draft(member, id).await.unwrap().content;
        draft.skus[0].price = yuan(200);
        catalog.save_draft(member, id, draft.clone()).await.unwrap();
        assert_eq!(catalog.submit(member, id).await.unwrap(), EditState::InReview);
        let card = catalog.product(guest(), id, Locale::En).await.unwrap().card;
        assert_eq!((card.title.as_str(), card.price), ("Teapot", yuan(200)));
        draft.title = text("Teapot");
        draft.skus[0].price = yuan(300);
        catalog.save_draft(member, id, draft).await.unwrap();
        assert!(catalog.waiting(operator(), None, Locale::En).await.unwrap().items.is_empty(), "it came back by the change");
        assert_eq!(catalog.submit(member, id).await.unwrap(), EditState::Passed);
        assert_eq!(catalog.product(guest(), id, Locale::En).await.unwrap().card.price, yuan(300));
        // Off and on again: what has passed needs no second look.
        catalog.change_state(member, id, ProductEvent::Delist).await.unwrap();
        catalog.change_state(member, id, ProductEvent::List).await.unwrap();
        catalog.change_state(operator(), id, ProductEvent::Ban).await.unwrap();
        assert_eq!(catalog.submit(member, id).await.unwrap_err().code(), ErrorCode::Forbidden);
    }

    async fn two_editors_do_not_overwrite_each_other(shop: Shop) {
        let catalog = shop.commerce.catalog();
        let id = shop.product("Cup", 8).await;
        let member = owner(&shop.commerce, shop.stall().await.shop).await;
        let view = catalog.draft_view(member, id, Locale::En).await.unwrap();
        let (first, second) = (shop.draft("One", 1).await, shop.draft("Two", 1).await);
        catalog.edit(member, id, Some(view.version), first, vec![]).await.unwrap();
        let late = catalog.edit(member, id, Some(view.version), second, vec![]).await.unwrap_err();
        assert_eq!(late.code(), ErrorCode::Conflict);
        assert_eq!(catalog.draft(member, id).await.unwrap().title.en, "One");
    }

    async fn stale_edits_in_the_list_are_told_and_sales_are_none(shop: Shop) {
        let catalog = shop.commerce.catalog();
        let id = shop.product("Cup", 8).await;
        let (sku, seller) = (shop.sku_of(id).await, shop.stall().await.shop);
        let member = owner(&shop.commerce, seller).await;
        let row = catalog.shelf(member, seller, ShelfQuery::default(), Locale::En).await.unwrap().rows.remove(0);
        let seen = &row.skus[0];
        shop.commerce.db().write(move |tx| Box::pin(crate::catalog::hold(tx, sku, 2))).await.unwrap();
        catalog.set_stock(member, sku, seen.received, seen.stock, 20).await.unwrap();
        assert_eq!(crate::catalog::testing::stock(&shop.commerce, sku).await, (20, 2, 0));
        let late = catalog.set_stock(member, sku, seen.received, seen.stock, 30).await.unwrap_err();
        assert_eq!(late.code(), ErrorCode::Conflict);
        let none = catalog.set_stock(member, sku, 20, 20, 0).await.unwrap_err();
        assert_eq!(none.code(), ErrorCode::OutOfStock);
        catalog.set_price(member, sku, yuan(100), yuan(120)).await.unwrap();
        assert_eq!(catalog.set_price(member, sku, yuan(100), yuan(130)).await.unwrap_err().code(), ErrorCode::Conflict);
        // The draft went along, so that publishing it does not bring the old price back.
        assert_eq!(catalog.draft(member, id).await.unwrap().skus[0].price, yuan(120));
    }

    async fn the_list_has_every_heap_and_goes_on_where_it_stopped(shop: Shop) {
        let catalog = shop.commerce.catalog();
        let seller = shop.stall().await.shop;
        let member = owner(&shop.commerce, seller).await;
        for n in 0..5 {
            shop.product(&format!("Cup_{n}"), 4 + n * 10).await;
            shop.advance(TimeDelta::seconds(1));
        }
        catalog.create_draft(member, seller, shop.draft("100%", 3).await).await.unwrap();
        let other = shop.another_stall("other").await;
        let query = |tab, q: &str, low| ShelfQuery { tab, q: Some(q.into()), low, ..ShelfQuery::default() };
        let all = catalog.shelf(member, seller, ShelfQuery::default(), Locale::En).await.unwrap();
        assert_eq!((all.rows.len(), all.low, all.threshold), (6, 1, 10));
        let count = |tab| all.counts.iter().find(|(known, _)| *known == tab).unwrap().1;
        assert_eq!((count(ShelfTab::All), count(ShelfTab::OnSale), count(ShelfTab::Draft)), (6, 5, 1));
        for (tab, q, low, found) in [
            (ShelfTab::All, "cup_3", false, 1), (ShelfTab::All, "cup%", false, 0), (ShelfTab::All, "0%", false, 1),
            (ShelfTab::Draft, "", false, 1), (ShelfTab::All, "", true, 1), (ShelfTab::Recycled, "", false, 0),
        ] {
            let shelf = catalog.shelf(member, seller, query(tab, q, low), Locale::En).await.unwrap();
            assert_eq!(shelf.rows.len(), found, "{tab:?} {q} {low}");
        }
        let (mut seen, mut cursor) = (Vec::new(), None);
        loop {
            let page = ShelfQuery { limit: 4, cursor, ..ShelfQuery::default() };
            let page = catalog.shelf(member, seller, page, Locale::En).await.unwrap();
            seen.extend(page.rows.into_iter().map(|row| row.id));
            cursor = page.next;
            if cursor.is_none() {
                break;
            }
        }
        assert_eq!(seen, all.rows.iter().map(|row| row.id).collect::<Vec<_>>());
        let before = shop.commerce.db().queries();
        catalog.shelf(member, seller, ShelfQuery::default(), Locale::En).await.unwrap();
        assert!(shop.commerce.db().queries() - before <= 9, "not one per row");
        let stranger = catalog.shelf(member, other.shop, ShelfQuery::default(), Locale::En).await;
        assert_eq!(stranger.unwrap_err().code(), ErrorCode::Forbidden);
    }

    async fn sales_begin_and_end_by_themselves_and_low_stock_is_told_once(shop: Shop) {
        let catalog = shop.commerce.catalog();
        let seller = shop.stall().await.shop;
        let member = owner(&shop.commerce, seller).await;
        let id = catalog.create_draft(member, seller, shop.draft("Pot", 30).await).await.unwrap();
        let now = shop.commerce.clock().now();
        let (start, end) = (now + TimeDelta::hours(1), now + TimeDelta::hours(2));
        assert_eq!(catalog.schedule(member, id, Some(now), Some(now)).await.unwrap_err().fields(), ["list_at", "delist_at"]);
        catalog.schedule(member, id, Some(start), Some(end)).await.unwrap();
        assert_eq!(catalog.submit(member, id).await.unwrap(), EditState::Passed);
        assert_eq!(catalog.draft_view(member, id, Locale::En).await.unwrap().state, ProductState::Draft);
        for (hours, state) in [(0, ProductState::Draft), (1, ProductState::OnSale), (1, ProductState::Delisted)] {
            shop.advance(TimeDelta::hours(hours));
            shop.commerce.timer().run_due(Actor::System).await.unwrap();
            assert_eq!(catalog.draft_view(member, id, Locale::En).await.unwrap().state, state);
        }
        catalog.change_state(member, id, ProductEvent::List).await.unwrap();
        let sku = shop.sku_of(id).await;
        let told = async || {
            shop.advance(TimeDelta::minutes(2));
            shop.commerce.timer().run_due(Actor::System).await.unwrap();
            let rows = crate::outbox::queries::after(shop.commerce.db().read(), 0, 1_000).await.unwrap();
            rows.iter().filter(|row| row.kind == "catalog.stock_low").count()
        };
        assert_eq!(told().await, 0);
        catalog.change_stock(member, sku, StockChange::Remove(25)).await.unwrap();
        assert_eq!((told().await, told().await), (1, 1));
        catalog.set_threshold(member, seller, 3).await.unwrap();
        assert_eq!(told().await, 1);
        catalog.change_stock(member, sku, StockChange::Remove(4)).await.unwrap();
        assert_eq!(told().await, 2);
    }

    /// Method × actor: `.` may, `f` must not, `n` is told that there is nothing.
    async fn every_door_knows_who_may(shop: Shop) {
        let catalog = shop.commerce.catalog();
        let (stall, other) = (shop.stall().await, shop.another_stall("other").await);
        let id = shop.product("Cup", 9).await;
        let sku = shop.sku_of(id).await;
        let helper = account();
        let email = format!("{}@demo.test", Uuid::new_v4().simple()).try_into().unwrap();
        let packer = shop.commerce.identity().create_account(Actor::System, email, "a password", "Packer", false).await.unwrap();
        shop.commerce.identity().add_member(Actor::System, stall.shop, packer, Role::Warehouse).await.unwrap();
        let (member, rival) = (owner(&shop.commerce, stall.shop).await, owner(&shop.commerce, other.shop).await);
        for (actor, manages, operates) in [
            (Actor::Nobody, false, false), (guest(), false, false), (helper, false, false),
            (Actor::Account(packer), false, false), (member, true, false), (rival, false, false),
            (operator(), true, true), (Actor::System, true, true),
        ] {
            let is_refused = |outcome: Result<(), crate::Error>| matches!(outcome.map_err(|e| e.code()), Err(ErrorCode::Forbidden));
            let draft = shop.draft("Cup", 9).await;
            for outcome in [
                catalog.shelf(actor, stall.shop, ShelfQuery::default(), Locale::En).await.map(drop),
                catalog.draft_view(actor, id, Locale::En).await.map(drop),
                catalog.edit(actor, id, Some(-1), draft, vec![]).await,
                catalog.submit(actor, id).await.map(drop),
                catalog.set_stock(actor, sku, -1, 1, 1).await,
                catalog.schedule(actor, id, None, None).await,
                catalog.set_threshold(actor, stall.shop, 10).await,
                catalog.category_choices(actor, stall.shop, Locale::En).await.map(drop),
                catalog.freight_choices(actor, stall.shop).await.map(drop),
            ] {
                assert_eq!(is_refused(outcome), !manages, "{actor:?}");
            }
            for outcome in [
                catalog.waiting(actor, None, Locale::En).await.map(drop),
                catalog.approve(actor, id, 1).await,
                catalog.reject(actor, id, 1, vec![("title".into(), "no".into())]).await,
                catalog.product_rules(actor).await.map(drop),
                catalog.remove_product_rule(actor, None).await,
                catalog.set_product_rule(actor, ProductRule { category: None, review: ReviewRule::None, floor_minor: None, required: vec![] }).await,
                catalog.banned_words(actor).await.map(drop),
                catalog.set_banned_words(actor, vec![]).await,
            ] {
                assert_eq!(is_refused(outcome), !operates, "{actor:?}");
            }
        }
    }
}
