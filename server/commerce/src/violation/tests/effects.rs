use chrono::TimeDelta;
use shared::{ErrorCode, ProductEvent, ProductId, ProductState, VideoState, ViolationState, dto::ShowcaseQuery};

use super::*;
use crate::{
    order::testing::{line, request},
    testing::{guest, key, on_both_databases},
    video::NewVideo,
};

async fn state(c: &Commerce, id: ProductId) -> ProductState {
    c.catalog().product(guest(), id, Locale::En).await.unwrap().card.state
}

async fn found(c: &Commerce, q: &str) -> usize {
    c.search().search(guest(), q, None, Locale::En).await.unwrap().products.len()
}

/// A clip that everybody sees.
async fn clip(shop: &Shop) -> shared::VideoId {
    let new = NewVideo {
        creator: shop.stall().await.creator,
        caption: text("Morning tea"),
        clip: shared::MediaId(Uuid::new_v4()),
        poster: shared::MediaId(Uuid::new_v4()),
        duration_ms: 12_000,
        likes: 0,
        plays: 0,
        published_at: None,
        cards: vec![],
        comments: vec![],
    };
    shop.commerce.video().add_video(Actor::System, new).await.unwrap()
}

on_both_databases! {
    async fn a_product_is_off_until_the_last_violation_is_gone(shop: Shop) {
        let c = &shop.commerce;
        let id = shop.product("Teapot", 5).await;
        let me = owner(c, shop.stall().await.shop).await;
        let first = record(&shop, ViolationTarget::Product, id.0, Effect::ProductOff).await.unwrap();
        assert_eq!((state(c, id).await, found(c, "teapot").await), (ProductState::Banned, 0));
        let second = record(&shop, ViolationTarget::Product, id.0, Effect::ProductOff).await.unwrap();
        for event in [ProductEvent::List, ProductEvent::Recycle, ProductEvent::Release] {
            assert_eq!(c.catalog().change_state(me, id, event).await.unwrap_err().code(), ErrorCode::Forbidden, "{event:?}");
        }
        lift(c, first).await.unwrap();
        assert_eq!(state(c, id).await, ProductState::Banned, "the second one is open");
        lift(c, second).await.unwrap();
        assert_eq!((state(c, id).await, found(c, "teapot").await), (ProductState::OnSale, 1), "as it was");
        assert_eq!(lift(c, second).await.unwrap_err().code(), ErrorCode::IllegalTransition);

        // What was off before stays off.
        c.catalog().change_state(me, id, ProductEvent::Delist).await.unwrap();
        let third = record(&shop, ViolationTarget::Product, id.0, Effect::ProductOff).await.unwrap();
        lift(c, third).await.unwrap();
        assert_eq!((state(c, id).await, found(c, "teapot").await), (ProductState::Delisted, 0));
        // What viewers cannot see cannot be taken off; nothing is recorded then.
        c.catalog().change_state(me, id, ProductEvent::Recycle).await.unwrap();
        let refused = record(&shop, ViolationTarget::Product, id.0, Effect::ProductOff).await.unwrap_err();
        assert_eq!(refused.code(), ErrorCode::IllegalTransition);
        assert_eq!(c.violation().mine(me, Locale::En).await.unwrap().len(), 3);
        assert!(c.audit().await.unwrap().is_empty());
    }

    async fn a_clip_is_off_and_takes_its_old_place_again(shop: Shop) {
        let c = &shop.commerce;
        let (old, new) = (clip(&shop).await, { shop.advance(TimeDelta::minutes(1)); clip(&shop).await });
        shop.advance(TimeDelta::minutes(1));
        let id = record(&shop, ViolationTarget::Clip, old.0, Effect::ClipOff).await.unwrap();
        assert_eq!(c.video().video(guest(), old, Locale::En).await.unwrap_err().code(), ErrorCode::NotFound);
        let me = owner(c, shop.stall().await.shop).await;
        assert_eq!(c.video().my_clip(me, old, Locale::En).await.unwrap().state, VideoState::Banned);
        for event in [shared::VideoEvent::Publish, shared::VideoEvent::Release, shared::VideoEvent::Recall] {
            let refused = c.video().move_on(me, old, event, None).await.unwrap_err();
            assert_eq!(refused.code(), ErrorCode::IllegalTransition, "{event:?}");
        }
        lift(c, id).await.unwrap();
        let feed = c.video().feed(guest(), None, None, Locale::En).await.unwrap().items;
        assert_eq!(feed.iter().map(|clip| clip.id).collect::<Vec<_>>(), [new, old]);
    }

    async fn what_was_changed_while_it_was_off_does_not_come_back_unseen(shop: Shop) {
        let c = &shop.commerce;
        let me = owner(c, shop.stall().await.shop).await;
        let clip = clip(&shop).await;
        let id = record(&shop, ViolationTarget::Clip, clip.0, Effect::ClipOff).await.unwrap();
        c.video().set_caption(me, clip, None, text("Another film")).await.unwrap();
        lift(c, id).await.unwrap();
        assert_eq!(c.video().my_clip(me, clip, Locale::En).await.unwrap().state, VideoState::Unlisted);
        assert_eq!(c.video().video(guest(), clip, Locale::En).await.unwrap_err().code(), ErrorCode::NotFound);

        let cup = shop.product("Cup", 5).await;
        let off = record(&shop, ViolationTarget::Product, cup.0, Effect::ProductOff).await.unwrap();
        record(&shop, ViolationTarget::Shop, shop.stall().await.shop.0, Effect::NoListing).await.unwrap();
        lift(c, off).await.unwrap();
        assert_eq!(state(c, cup).await, ProductState::Delisted, "its shop may list nothing now");
    }

    async fn a_suspended_shop_sells_nothing_until_its_time_is_over(shop: Shop) {
        let c = &shop.commerce;
        let id = shop.product("Cup", 5).await;
        let (sku, stall) = (shop.sku_of(id).await, shop.stall().await);
        let me = owner(c, stall.shop).await;
        let violation = record(&shop, ViolationTarget::Creator, stall.creator.0, Effect::Suspended).await.unwrap();
        assert_eq!(state(c, id).await, ProductState::Delisted);
        assert_eq!(found(c, "cup").await, 0);
        let buyer = guest();
        let placed = c.order().place(buyer, key("a"), request(vec![line(sku, 1)], 100), Locale::En).await;
        assert_eq!(placed.unwrap_err().code(), ErrorCode::NotOnSale);
        let listed = c.catalog().list(guest(), crate::catalog::ProductQuery::default(), Locale::En).await.unwrap();
        assert!(listed.items.is_empty());
        let showcase = c.showcase().showcase(guest(), &"stall".parse().unwrap(), ShowcaseQuery::default(), Locale::En).await;
        assert!(showcase.unwrap().items.is_empty());
        shop.advance(TimeDelta::days(30) - TimeDelta::seconds(1));
        c.timer().run_due(Actor::System).await.unwrap();
        assert_eq!(state(c, id).await, ProductState::Delisted);
        shop.advance(TimeDelta::seconds(1));
        c.timer().run_due(Actor::System).await.unwrap();
        assert_eq!(state(c, id).await, ProductState::OnSale);
        assert_eq!(c.violation().mine_one(me, violation, Locale::En).await.unwrap().row.state, ViolationState::Ended);
        assert_eq!(letters(c, me).await, ["violation.ended", "violation.recorded"]);
        c.order().place(buyer, key("b"), request(vec![line(sku, 1)], 100), Locale::En).await.unwrap();
    }

    async fn nothing_new_is_listed_by_any_road(shop: Shop) {
        let c = &shop.commerce;
        let on_sale = shop.product("Cup", 5).await;
        let seller = shop.stall().await.shop;
        let me = owner(c, seller).await;
        let catalog = c.catalog();
        let timed = catalog.create_draft(me, seller, shop.draft("Later", 3).await).await.unwrap();
        let start = c.clock().now() + TimeDelta::hours(1);
        catalog.schedule(me, timed, Some(start), None).await.unwrap();
        catalog.submit(me, timed).await.unwrap();
        let first = record(&shop, ViolationTarget::Shop, seller.0, Effect::NoListing).await.unwrap();
        let second = record(&shop, ViolationTarget::Product, on_sale.0, Effect::NoListing).await.unwrap();
        let fresh = catalog.create_draft(me, seller, shop.draft("Pot", 3).await).await.unwrap();
        assert_eq!(catalog.submit(me, fresh).await.unwrap_err().fields(), ["listing"]);
        shop.advance(TimeDelta::hours(2));
        c.timer().run_due(Actor::System).await.unwrap();
        assert_eq!(catalog.product(guest(), timed, Locale::En).await.unwrap_err().code(), ErrorCode::NotFound);
        // What is on sale may change.
        let mut draft = catalog.draft(me, on_sale).await.unwrap();
        draft.title = text("Mug");
        catalog.save_draft(me, on_sale, draft).await.unwrap();
        catalog.submit(me, on_sale).await.unwrap();
        assert_eq!(catalog.product(guest(), on_sale, Locale::En).await.unwrap().card.title, "Mug");
        lift(c, first).await.unwrap();
        assert_eq!(catalog.submit(me, fresh).await.unwrap_err().fields(), ["listing"], "the second one is open");
        lift(c, second).await.unwrap();
        catalog.submit(me, fresh).await.unwrap();
        assert_eq!(state(c, fresh).await, ProductState::OnSale);
    }

    async fn what_cannot_be_is_refused_by_its_field(shop: Shop) {
        let c = &shop.commerce;
        let product = shop.product("Cup", 5).await.0;
        let person = account_of(c).await;
        let good = || against(&shop, ViolationTarget::Product, product, Effect::Warning);
        let past = Some(c.clock().now());
        let cases = [
            (NewViolation { effect: Effect::ClipOff, ..good() }, "effect"),
            (NewViolation { target: ViolationTarget::Account, id: person.0, effect: Effect::Suspended, ..good() }, "effect"),
            (NewViolation { until: past, ..good() }, "until"),
            (NewViolation { effect: Effect::NoListing, until: None, ..good() }, "until"),
            (NewViolation { notice: text(" "), ..good() }, "notice_zh"),
            (NewViolation { notice: shared::LocalText { zh: "好".into(), en: "x".repeat(2_001) }, ..good() }, "notice_en"),
        ];
        for (new, field) in cases {
            assert_eq!(issue(c, new).await.unwrap_err().fields(), [field]);
        }
        for target in ViolationTarget::ALL {
            let refused = record(&shop, *target, Uuid::new_v4(), Effect::Warning).await.unwrap_err();
            assert_eq!(refused.code(), ErrorCode::NotFound, "{target:?}");
        }
        let accused = c.violation().accused_at(operator(), &format!("https://shop.test/p/{product}?from=feed"), Locale::En).await.unwrap();
        assert_eq!((accused.target, accused.name.as_str(), accused.shop.as_str()), (ViolationTarget::Product, "Cup", "stall"));
        let accused = c.violation().accused_at(operator(), "/c/stall/showcase", Locale::En).await.unwrap();
        assert_eq!(accused.target, ViolationTarget::Creator);
        assert_eq!(c.violation().accused_at(operator(), "/x/stall", Locale::En).await.unwrap_err().fields(), ["accused"]);
    }
}

async fn account_of(c: &Commerce) -> BuyerId {
    let email = format!("{}@demo.test", Uuid::new_v4().simple()).try_into().unwrap();
    c.identity().create_account(Actor::System, email, "a password", "Name", false).await.unwrap()
}
