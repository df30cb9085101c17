use std::time::Instant;

use chrono::TimeDelta;
use shared::{
    Difference, ErrorCode, GroupId, Handle, Locale, MediaId, ProductEvent, ProductId, Role, VideoId, WindowLook,
    WindowOp,
    dto::{ProductCard, ShowcaseQuery},
};
use uuid::Uuid;

use super::{super::NewArrangement, ClipPreview, PreviewState, Since, WindowNews};
use crate::{
    Actor,
    testing::{Shop, account, guest, on_both_databases, owner, text},
    video::NewVideo,
};

/// A stall that shows `count` products; its owner, its handle and the products in order.
async fn arranged(shop: &Shop, count: usize) -> (Actor, Handle, Vec<ProductId>) {
    let stall = shop.stall().await;
    let mut products = Vec::new();
    for n in 0..count {
        products.push(shop.product(&format!("Cup {n}"), 3).await);
    }
    let new = NewArrangement { products: products.clone(), ..NewArrangement::default() };
    shop.commerce.showcase().arrange(Actor::System, stall.creator, new).await.unwrap();
    (owner(&shop.commerce, stall.shop).await, "stall".parse().unwrap(), products)
}

fn ids(cards: &[ProductCard]) -> Vec<ProductId> {
    cards.iter().map(|card| card.id).collect()
}

async fn live(shop: &Shop, handle: &Handle) -> Vec<ProductId> {
    let query = ShowcaseQuery { limit: 100, ..ShowcaseQuery::default() };
    ids(&shop.commerce.showcase().showcase(guest(), handle, query, Locale::En).await.unwrap().items)
}

async fn draft(shop: &Shop, actor: Actor, handle: &Handle) -> Vec<ProductId> {
    let window = shop.commerce.showcase().window(actor, handle, Locale::En).await.unwrap();
    window.items.iter().map(|item| item.id).collect()
}

/// A published clip of twelve seconds.
async fn clip(shop: &Shop, cards: Vec<(ProductId, i64, i64)>) -> VideoId {
    let new = NewVideo {
        creator: shop.stall().await.creator,
        caption: text("Cups"),
        clip: MediaId(Uuid::new_v4()),
        poster: MediaId(Uuid::new_v4()),
        duration_ms: 12_000,
        likes: 0,
        plays: 0,
        published_at: None,
        cards,
        comments: vec![],
    };
    shop.commerce.video().add_video(Actor::System, new).await.unwrap()
}

fn to_front(item: ProductId, before: ProductId) -> WindowOp {
    WindowOp::Move { item, before: Some(before) }
}

on_both_databases! {
    async fn a_draft_is_apart_until_it_is_published(shop: Shop) {
        let (actor, handle, p) = arranged(&shop, 4).await;
        let rooms = shop.commerce.showcase();
        assert_eq!(rooms.change_window(actor, &handle, to_front(p[3], p[0])).await.unwrap(), 1);
        assert_eq!(rooms.change_window(actor, &handle, WindowOp::Hide { item: p[1], on: true }).await.unwrap(), 2);
        let group = GroupId(shop.commerce.clock().new_id());
        let open = WindowOp::AddGroup { group, name: text("Blue"), before: None };
        rooms.change_window(actor, &handle, open).await.unwrap();
        rooms.change_window(actor, &handle, WindowOp::Join { item: p[2], group, on: true }).await.unwrap();
        rooms.change_window(actor, &handle, WindowOp::Pin { item: p[0], before: None }).await.unwrap();
        rooms.change_window(actor, &handle, WindowOp::Look { look: WindowLook::Celadon }).await.unwrap();
        assert_eq!(live(&shop, &handle).await, p, "nothing is shown before it is published");

        let window = rooms.window(actor, &handle, Locale::En).await.unwrap();
        let kinds: Vec<_> = window.differences.iter().map(|(difference, _)| difference.clone()).collect();
        assert!(kinds.contains(&Difference::Moved { item: p[3], was: 4, is: 1 }), "{kinds:?}");
        assert_eq!((window.version, window.changed_by.as_str()), (6, "Owner"));

        assert_eq!(rooms.publish_window(actor, &handle, Some(5), "").await.unwrap_err().code(), ErrorCode::Conflict);
        let kept = shop.commerce.0.catalog.epoch();
        let before = *kept.borrow();
        assert_eq!(rooms.publish_window(actor, &handle, Some(6), "Winter").await.unwrap(), 2);
        assert!(*kept.borrow() > before, "no page kept from before is shown to whoever comes after the publication");
        let shown = rooms.showcase(guest(), &handle, ShowcaseQuery::default(), Locale::En).await.unwrap();
        assert_eq!((ids(&shown.pinned), ids(&shown.items)), (vec![p[0]], vec![p[3], p[2]]));
        assert_eq!((shown.groups.len(), shown.groups[0].products, shown.home.look), (1, 1, WindowLook::Celadon));
        let window = rooms.window(actor, &handle, Locale::En).await.unwrap();
        assert!(window.differences.is_empty(), "{:?}", window.differences);
        assert_eq!((window.history[0].note.as_str(), window.history[0].by.as_str(), window.history.len()), ("Winter", "Owner", 2));

        // The first publication kept what was shown before it.
        rooms.restore_window(actor, &handle, 1).await.unwrap();
        assert_eq!(draft(&shop, actor, &handle).await, p);
        rooms.publish_window(actor, &handle, None, "").await.unwrap();
        assert_eq!(live(&shop, &handle).await, p);
        assert_eq!(rooms.restore_window(actor, &handle, 9).await.unwrap_err().code(), ErrorCode::NotFound);
        assert_eq!(shop.commerce.audit().await.unwrap(), []);
    }

    async fn two_editors_merge_and_hear_of_what_is_gone(shop: Shop) {
        let (first, handle, p) = arranged(&shop, 5).await;
        let second = owner(&shop.commerce, shop.stall().await.shop).await;
        let rooms = shop.commerce.showcase();
        let (a, b) = (to_front(p[4], p[0]), WindowOp::Move { item: p[1], before: None });
        let (one, two) = tokio::join!(rooms.change_window(first, &handle, a), rooms.change_window(second, &handle, b));
        let mut versions = [one.unwrap(), two.unwrap()];
        versions.sort_unstable();
        assert_eq!(versions, [1, 2]);
        assert_eq!(draft(&shop, first, &handle).await, [p[4], p[0], p[2], p[3], p[1]]);
        rooms.change_window(first, &handle, WindowOp::Remove { item: p[2] }).await.unwrap();
        let stale = rooms.change_window(second, &handle, WindowOp::Pin { item: p[2], before: None }).await;
        assert_eq!(stale.unwrap_err().code(), ErrorCode::Conflict);
        assert_eq!(rooms.window_version(second, &handle).await.unwrap(), 3);
    }

    async fn an_editor_hears_of_what_was_touched_and_no_more(shop: Shop) {
        let (actor, handle, p) = arranged(&shop, 5).await;
        let rooms = shop.commerce.showcase();
        let since = async |seen| rooms.window_since(actor, &handle, seen, None, Locale::En).await.unwrap();
        let some = async |seen| match since(seen).await {
            Since::These(news) => *news,
            other => panic!("{other:?}"),
        };
        let touched = |news: &WindowNews| news.window.items.iter().map(|item| (item.id, item.place)).collect::<Vec<_>>();
        assert!(matches!(since(0).await, Since::Nothing));
        rooms.change_window(actor, &handle, to_front(p[4], p[0])).await.unwrap();
        let news = some(0).await;
        assert_eq!(touched(&news), [(p[4], 0)]);
        assert_eq!(news.window.order, [p[4], p[0], p[1], p[2], p[3]]);
        assert_eq!((news.window.version, news.window.different, news.window.dead), (1, 1, 0));
        assert!(!news.groups && !news.goods && !news.dress && news.gone.is_empty());
        assert!(news.changed.is_empty(), "it stands elsewhere and looks the same");
        assert!(matches!(since(1).await, Since::Nothing));

        // Whatever came between, also by others, and what was taken back.
        rooms.change_window(actor, &handle, WindowOp::Hide { item: p[1], on: true }).await.unwrap();
        rooms.undo_window(actor, &handle).await.unwrap();
        rooms.change_window(actor, &handle, WindowOp::Remove { item: p[2] }).await.unwrap();
        let news = some(1).await;
        assert_eq!((touched(&news), &news.gone), (vec![(p[1], 2)], &vec![p[2]]));
        assert!(news.goods && news.window.more.iter().any(|card| card.id == p[2]));
        assert!(news.changed.contains(&p[1]));

        // The rows of a topic say its name.
        let group = GroupId(shop.commerce.clock().new_id());
        rooms.change_window(actor, &handle, WindowOp::AddGroup { group, name: text("Blue"), before: None }).await.unwrap();
        rooms.change_window(actor, &handle, WindowOp::Join { item: p[0], group, on: true }).await.unwrap();
        let seen = rooms.change_window(actor, &handle, WindowOp::Join { item: p[3], group, on: true }).await.unwrap();
        rooms.change_window(actor, &handle, WindowOp::RenameGroup { group, name: text("Green") }).await.unwrap();
        let news = some(seen).await;
        assert_eq!(touched(&news), [(p[0], 1), (p[3], 3)]);
        assert_eq!(news.window.sizes.get(&group), Some(&2));
        let Since::These(news) = rooms.window_since(actor, &handle, seen, Some(p[4]), Locale::En).await.unwrap() else {
            panic!("something was done");
        };
        assert_eq!(touched(&news), [(p[4], 0), (p[0], 1), (p[3], 3)], "and the one whose topics are open");
        let alone = rooms.window_item(actor, &handle, p[0], Locale::En).await.unwrap();
        assert_eq!((alone.items.len(), alone.items[0].groups.len()), (1, 1));
        let gone = rooms.window_item(actor, &handle, p[2], Locale::En).await;
        assert_eq!(gone.unwrap_err().code(), ErrorCode::NotFound);
        rooms.change_window(actor, &handle, WindowOp::RemoveGroup { group }).await.unwrap();
        assert_eq!(touched(&some(seen + 1).await), [(p[0], 1), (p[3], 3)]);
        rooms.change_window(actor, &handle, WindowOp::Look { look: WindowLook::Clay }).await.unwrap();
        assert!(some(seen + 2).await.dress);

        rooms.publish_window(actor, &handle, None, "").await.unwrap();
        rooms.restore_window(actor, &handle, 1).await.unwrap();
        assert!(matches!(since(seen).await, Since::Much(version) if version == seen + 4));
        let stranger = rooms.window_since(guest(), &handle, 0, None, Locale::En).await;
        assert_eq!(stranger.unwrap_err().code(), ErrorCode::Unauthenticated);
    }

    async fn what_was_done_is_taken_back_and_done_again(shop: Shop) {
        let (actor, handle, p) = arranged(&shop, 3).await;
        let rooms = shop.commerce.showcase();
        assert_eq!(rooms.undo_window(actor, &handle).await.unwrap_err().code(), ErrorCode::Conflict);
        rooms.change_window(actor, &handle, to_front(p[2], p[0])).await.unwrap();
        rooms.change_window(actor, &handle, WindowOp::Remove { item: p[0] }).await.unwrap();
        rooms.undo_window(actor, &handle).await.unwrap();
        assert_eq!(draft(&shop, actor, &handle).await, [p[2], p[0], p[1]]);
        rooms.undo_window(actor, &handle).await.unwrap();
        assert_eq!(draft(&shop, actor, &handle).await, p);
        let window = rooms.window(actor, &handle, Locale::En).await.unwrap();
        assert_eq!((window.undo, window.redo), (None, Some(to_front(p[2], p[0]))));
        rooms.redo_window(actor, &handle).await.unwrap();
        assert_eq!(draft(&shop, actor, &handle).await, [p[2], p[0], p[1]]);
        rooms.redo_window(actor, &handle).await.unwrap();
        assert_eq!(draft(&shop, actor, &handle).await, [p[2], p[1]]);
        rooms.undo_window(actor, &handle).await.unwrap();
        // Something else is done: what was taken back stays so.
        rooms.change_window(actor, &handle, WindowOp::Hide { item: p[1], on: true }).await.unwrap();
        assert_eq!(rooms.redo_window(actor, &handle).await.unwrap_err().code(), ErrorCode::Conflict);
        for _ in 0..2 {
            rooms.undo_window(actor, &handle).await.unwrap();
        }
        assert_eq!(draft(&shop, actor, &handle).await, p);
    }

    async fn a_plan_is_carried_out_by_the_clock(shop: Shop) {
        let (actor, handle, p) = arranged(&shop, 3).await;
        let rooms = shop.commerce.showcase();
        let now = shop.commerce.clock().now();
        rooms.change_window(actor, &handle, to_front(p[2], p[0])).await.unwrap();
        let past = rooms.schedule_window(actor, &handle, Some(now)).await;
        assert_eq!(past.unwrap_err().code(), ErrorCode::Validation);
        rooms.schedule_window(actor, &handle, Some(now + TimeDelta::hours(2))).await.unwrap();
        shop.advance(TimeDelta::hours(1));
        shop.commerce.timer().run_due(Actor::System).await.unwrap();
        assert_eq!(live(&shop, &handle).await, p);
        rooms.schedule_window(actor, &handle, None).await.unwrap();
        shop.advance(TimeDelta::hours(2));
        shop.commerce.timer().run_due(Actor::System).await.unwrap();
        assert_eq!(live(&shop, &handle).await, p, "it was called off");
        rooms.schedule_window(actor, &handle, Some(shop.commerce.clock().now() + TimeDelta::minutes(5))).await.unwrap();
        shop.advance(TimeDelta::minutes(6));
        shop.commerce.timer().run_due(Actor::System).await.unwrap();
        assert_eq!(live(&shop, &handle).await, [p[2], p[0], p[1]]);
        let window = rooms.window(actor, &handle, Locale::En).await.unwrap();
        assert_eq!((window.publish_at, window.history[0].by.as_str(), window.history.len()), (None, "Owner", 2));
    }

    async fn a_preview_is_what_will_be_public(shop: Shop) {
        let (actor, handle, p) = arranged(&shop, 4).await;
        let rooms = shop.commerce.showcase();
        let elsewhere: Handle = { shop.another_stall("other").await; "other".parse().unwrap() };
        rooms.change_window(actor, &handle, WindowOp::Pin { item: p[3], before: None }).await.unwrap();
        rooms.change_window(actor, &handle, WindowOp::Remove { item: p[1] }).await.unwrap();
        let token = rooms.preview_token(actor, &handle, TimeDelta::hours(1)).await.unwrap();
        let look = async |handle: &Handle, token: &str, state| {
            rooms.preview(guest(), handle, token, state, ShowcaseQuery::default(), Locale::En).await
        };
        let seen = look(&handle, &token, PreviewState::Normal).await.unwrap();
        assert_eq!((ids(&seen.pinned), ids(&seen.items)), (vec![p[3]], vec![p[0], p[2]]));
        let sold = look(&handle, &token, PreviewState::SoldOut).await.unwrap();
        assert!(sold.items.iter().chain(&sold.pinned).all(|card| card.stock == 0) && sold.items.len() == 2);
        assert!(look(&handle, &token, PreviewState::Empty).await.unwrap().items.is_empty());
        assert_eq!(look(&elsewhere, &token, PreviewState::Normal).await.unwrap_err().code(), ErrorCode::NotFound);
        assert_eq!(look(&handle, "forged", PreviewState::Normal).await.unwrap_err().code(), ErrorCode::NotFound);
        rooms.publish_window(actor, &handle, None, "").await.unwrap();
        let shown = rooms.showcase(guest(), &handle, ShowcaseQuery::default(), Locale::En).await.unwrap();
        assert_eq!(shown, seen);
        shop.advance(TimeDelta::hours(1));
        assert_eq!(look(&handle, &token, PreviewState::Normal).await.unwrap_err().code(), ErrorCode::Gone);
    }

    /// The card that leads is that of what the draft puts first; the clip is one that has it, else the newest.
    async fn a_clip_shows_the_first_product_of_the_draft(shop: Shop) {
        let (actor, handle, p) = arranged(&shop, 4).await;
        let rooms = shop.commerce.showcase();
        let elsewhere: Handle = { shop.another_stall("other").await; "other".parse().unwrap() };
        let token = rooms.preview_token(actor, &handle, TimeDelta::hours(1)).await.unwrap();
        let look = async |state| rooms.preview_clip(guest(), &handle, &token, state, Locale::En).await.unwrap();
        let before = look(PreviewState::Normal).await;
        assert_eq!((before.clip.is_none(), before.lead.map(|card| card.id), before.linked), (true, Some(p[0]), false));

        let older = clip(&shop, vec![(p[1], 1_000, 4_000), (p[2], 2_000, 5_000)]).await;
        shop.advance(TimeDelta::seconds(1));
        let newer = clip(&shop, vec![(p[3], 0, 4_000)]).await;
        let cards = |seen: &ClipPreview| {
            let clip = seen.clip.as_ref().unwrap();
            let cards: Vec<_> = clip.cards.iter().map(|card| (card.product.id, card.from_ms, card.to_ms)).collect();
            (clip.id, seen.linked, cards)
        };
        // No clip has the first one: the newest lends it a card and keeps its own.
        let lent = cards(&look(PreviewState::Normal).await);
        assert_eq!(lent, (newer, false, vec![(p[0], 0, 12_000), (p[3], 0, 4_000)]));
        rooms.change_window(actor, &handle, WindowOp::Hide { item: p[0], on: true }).await.unwrap();
        let own = cards(&look(PreviewState::Normal).await);
        assert_eq!(own, (older, true, vec![(p[1], 0, 12_000), (p[2], 2_000, 5_000)]));
        rooms.change_window(actor, &handle, WindowOp::Pin { item: p[2], before: None }).await.unwrap();
        assert_eq!(look(PreviewState::Normal).await.lead.unwrap().id, p[2]);

        let sold = look(PreviewState::SoldOut).await.clip.unwrap();
        assert!(sold.cards.len() == 2 && sold.cards.iter().all(|card| card.product.stock == 0), "{sold:?}");
        let empty = look(PreviewState::Empty).await;
        assert!(empty.lead.is_none() && empty.clip.unwrap().cards.is_empty());
        let public = shop.commerce.video().video(guest(), older, Locale::En).await.unwrap();
        assert_eq!(public.cards.iter().map(|card| card.from_ms).collect::<Vec<_>>(), [1_000, 2_000], "nothing is public");

        // Whatever it is asked for, a token opens one draft, whole and in time.
        let refused = async |handle: &Handle, token: &str| {
            let error = rooms.preview_clip(actor, handle, token, PreviewState::Empty, Locale::En).await.unwrap_err();
            error.code()
        };
        assert_eq!(refused(&elsewhere, &token).await, ErrorCode::NotFound);
        assert_eq!(refused(&handle, &format!("{token}A")).await, ErrorCode::NotFound);
        assert_eq!(refused(&handle, "").await, ErrorCode::NotFound);
        shop.advance(TimeDelta::hours(1));
        assert_eq!(refused(&handle, &token).await, ErrorCode::Gone);
    }

    async fn dead_products_never_block(shop: Shop) {
        let (actor, handle, p) = arranged(&shop, 3).await;
        let rooms = shop.commerce.showcase();
        shop.commerce.catalog().change_state(Actor::System, p[1], ProductEvent::Delist).await.unwrap();
        rooms.change_window(actor, &handle, to_front(p[2], p[0])).await.unwrap();
        let window = rooms.window(actor, &handle, Locale::En).await.unwrap();
        assert_eq!(window.items.iter().filter(|item| !item.on_sale).map(|item| item.id).collect::<Vec<_>>(), [p[1]]);
        rooms.publish_window(actor, &handle, None, "").await.unwrap();
        assert_eq!(live(&shop, &handle).await, [p[2], p[0]]);
    }

    async fn only_own_goods_and_short_names_are_taken(shop: Shop) {
        let (actor, handle, p) = arranged(&shop, 2).await;
        let rooms = shop.commerce.showcase();
        let fresh = shop.product("New", 1).await;
        let window = rooms.window(actor, &handle, Locale::En).await.unwrap();
        assert_eq!(ids(&window.more), [fresh]);
        rooms.change_window(actor, &handle, WindowOp::Add { item: fresh, before: Some(p[0]) }).await.unwrap();
        assert_eq!(draft(&shop, actor, &handle).await, [fresh, p[0], p[1]]);
        let group = GroupId(Uuid::new_v4());
        for (op, field) in [
            (WindowOp::Add { item: ProductId(Uuid::new_v4()), before: None }, "item"),
            (WindowOp::AddGroup { group, name: text(" "), before: None }, "name"),
            (WindowOp::AddGroup { group, name: text(&"x".repeat(21)), before: None }, "name"),
            (WindowOp::Cover { media: shared::MediaId(Uuid::new_v4()) }, "media"),
        ] {
            assert_eq!(rooms.change_window(actor, &handle, op).await.unwrap_err().fields(), [field]);
        }
    }

    async fn every_call_knows_who_may(shop: Shop) {
        let (seller, handle, p) = arranged(&shop, 2).await;
        let stall = shop.stall().await;
        let rival = { let other = shop.another_stall("other").await; owner(&shop.commerce, other.shop).await };
        let mut actors = vec![Actor::Nobody, guest(), account(), rival];
        for role in Role::ALL {
            let email = format!("{}@demo.test", Uuid::new_v4().simple()).try_into().unwrap();
            let identity = shop.commerce.identity();
            let id = identity.create_account(Actor::System, email, "a password", "N", false).await.unwrap();
            identity.add_member(Actor::System, stall.shop, id, role).await.unwrap();
            actors.push(Actor::Account(id));
        }
        actors.extend([seller, Actor::Operator(shared::BuyerId(Uuid::new_v4())), Actor::System]);
        let rooms = shop.commerce.showcase();
        let mut table = String::new();
        for actor in actors {
            let hour = TimeDelta::hours(1);
            let calls = [
                rooms.window(actor, &handle, Locale::En).await.map(drop),
                rooms.change_window(actor, &handle, WindowOp::Hide { item: p[0], on: false }).await.map(drop),
                rooms.undo_window(actor, &handle).await.map(drop),
                rooms.redo_window(actor, &handle).await.map(drop),
                rooms.window_version(actor, &handle).await.map(drop),
                rooms.preview_token(actor, &handle, hour).await.map(drop),
                rooms.publish_window(actor, &handle, None, "").await.map(drop),
                rooms.restore_window(actor, &handle, 1).await.map(drop),
                rooms.schedule_window(actor, &handle, None).await.map(drop),
            ];
            let verdicts = calls.map(|call| match call.map_err(|error| error.code()) {
                Err(ErrorCode::Unauthenticated) => 'u',
                Err(ErrorCode::Forbidden) => 'f',
                _ => '.',
            });
            let one = verdicts[0];
            assert!(verdicts.iter().all(|verdict| *verdict == one), "{actor:?} {verdicts:?}");
            table.push(one);
        }
        // Nobody, guest, a stranger, another seller; owner, operator, service, warehouse, finance, host; another owner,
        // the instance's operator, the system.
        assert_eq!(table, "uuff..ffff...");
    }

    /// A visitor who looks while windows are published sees one arrangement or the other.
    async fn publishing_is_all_or_nothing(shop: Shop) {
        let (actor, handle, p) = arranged(&shop, 6).await;
        let rooms = shop.commerce.showcase();
        let reversed: Vec<_> = p.iter().rev().copied().collect();
        let reader = async {
            for _ in 0..40 {
                let db = shop.commerce.db().snapshot().await.unwrap();
                let creator = crate::showcase::queries::creator_by_handle(&db, &handle).await.unwrap().unwrap();
                let seen: Vec<_> =
                    crate::showcase::window::live::read(&db, &creator).await.unwrap().items.iter().map(|item| item.id).collect();
                assert!(seen == p || seen == reversed, "{seen:?}");
                db.commit().await.unwrap();
            }
        };
        let writer = async {
            for turn in 0..10 {
                let order = if turn % 2 == 0 { &reversed } else { &p };
                for item in order {
                    rooms.change_window(actor, &handle, WindowOp::Move { item: *item, before: None }).await.unwrap();
                }
                rooms.publish_window(actor, &handle, None, "").await.unwrap();
            }
        };
        tokio::join!(reader, writer);
    }

    async fn a_thousand_products_are_published_at_once(shop: Shop) {
        let (actor, handle, mut products) = arranged(&shop, 1).await;
        let rooms = shop.commerce.showcase();
        let stall = shop.stall().await;
        for n in 1..1_000 {
            products.push(shop.product(&format!("Cup {n}"), 3).await);
        }
        let group = GroupId(Uuid::new_v4());
        let mut whole = rooms.window(actor, &handle, Locale::En).await.map(|window| shared::Arrangement {
            items: products.iter().map(|id| shared::Placed::new(*id)).collect(),
            pins: vec![products[7]],
            groups: vec![shared::Topic { id: group, name: text("All") }],
            cover: window.cover.id,
            look: window.look,
        }).unwrap();
        for item in &mut whole.items {
            item.groups.insert(group);
        }
        let op = WindowOp::Replace { with: Box::new(whole) };
        let at = shop.commerce.clock().now();
        shop.commerce.db().write(move |tx| Box::pin(crate::showcase::window::edit::act(tx, stall.creator, op.clone(), None, at))).await.unwrap();
        let started = Instant::now();
        rooms.publish_window(actor, &handle, None, "").await.unwrap();
        let all_new = started.elapsed();
        // The worst change: every product has another place.
        rooms.change_window(actor, &handle, WindowOp::Move { item: products[999], before: Some(products[0]) }).await.unwrap();
        let started = Instant::now();
        rooms.publish_window(actor, &handle, None, "").await.unwrap();
        eprintln!("publish_1000: all new {all_new:?}, all moved {:?}", started.elapsed());
        let query = ShowcaseQuery { limit: 3, ..ShowcaseQuery::default() };
        let shown = rooms.showcase(guest(), &handle, query, Locale::En).await.unwrap();
        assert_eq!((ids(&shown.items), shown.total), (vec![products[999], products[0], products[1]], 1_000));
    }
}
