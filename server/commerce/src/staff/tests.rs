mod watch;

use chrono::TimeDelta;
use shared::{BuyerId, ErrorCode, Locale, ProductEvent, Role};
use uuid::Uuid;

use super::LogQuery;
use crate::{
    Actor, Commerce,
    catalog::{self, StockChange},
    testing::{guest, on_both_databases, owner},
};

/// A signed-in account called Ann.
async fn ann(commerce: &Commerce) -> Actor {
    let email = format!("{}@demo.test", Uuid::new_v4().simple()).try_into().unwrap();
    let account = commerce.identity().create_account(Actor::System, email, "a password", "Ann", false).await.unwrap();
    Actor::Account(account)
}

fn token(url: &str) -> &str {
    url.rsplit('/').next().unwrap()
}

on_both_databases! {
    async fn whoever_holds_the_link_joins_once(shop: Shop) {
        let stall = shop.stall().await;
        let (c, staff) = (&shop.commerce, shop.commerce.staff());
        let (boss, ann, bob) = (owner(c, stall.shop).await, ann(c).await, ann(c).await);
        let offer = staff.invite(boss, stall.shop, Role::Warehouse, " Ann ").await.unwrap();
        let seen = staff.offered(Actor::Nobody, token(&offer.url), Locale::En).await.unwrap();
        assert_eq!((seen.shop.as_str(), seen.role), ("stall", Role::Warehouse));
        assert_eq!(staff.join(guest(), token(&offer.url)).await.unwrap_err().code(), ErrorCode::Unauthenticated);
        assert_eq!(staff.join(ann, token(&offer.url)).await.unwrap(), stall.shop);
        assert_eq!(staff.join(bob, token(&offer.url)).await.unwrap_err().code(), ErrorCode::NotFound);
        assert_eq!(c.identity().memberships(ann).await.unwrap(), [(stall.shop, Role::Warehouse)]);
        let people = staff.staff(boss, stall.shop).await.unwrap();
        assert_eq!(people.members.iter().map(|m| (m.name.as_str(), m.role, m.me)).collect::<Vec<_>>(),
            [("Owner", Role::Owner, true), ("Ann", Role::Warehouse, false)]);
        assert_eq!(people.invitations, []);
        for wrong in ["", "i_x", "g_1", "../etc"] {
            assert_eq!(staff.join(ann, wrong).await.unwrap_err().code(), ErrorCode::NotFound);
        }
    }

    async fn an_offer_ends_by_time_and_by_the_owner(shop: Shop) {
        let stall = shop.stall().await;
        let (c, staff) = (&shop.commerce, shop.commerce.staff());
        let (boss, ann) = (owner(c, stall.shop).await, ann(c).await);
        let late = staff.invite(boss, stall.shop, Role::Host, "Ann").await.unwrap();
        shop.advance(TimeDelta::days(7));
        assert_eq!(staff.join(ann, token(&late.url)).await.unwrap_err().code(), ErrorCode::NotFound);
        let back = staff.invite(boss, stall.shop, Role::Host, "Ann").await.unwrap();
        staff.uninvite(boss, stall.shop, back.id).await.unwrap();
        assert_eq!(staff.uninvite(boss, stall.shop, back.id).await.unwrap_err().code(), ErrorCode::NotFound);
        assert_eq!(staff.join(ann, token(&back.url)).await.unwrap_err().code(), ErrorCode::NotFound);
        for (role, note, field) in [(Role::Owner, "Ann", "role"), (Role::Host, " ", "whom"), (Role::Host, "A\u{7}", "whom")] {
            assert_eq!(staff.invite(boss, stall.shop, role, note).await.unwrap_err().fields(), [field]);
        }
    }

    async fn of_ten_who_take_one_link_one_joins(shop: Shop) {
        let stall = shop.stall().await;
        let (c, staff) = (&shop.commerce, shop.commerce.staff());
        let boss = owner(c, stall.shop).await;
        let offer = staff.invite(boss, stall.shop, Role::Service, "One").await.unwrap();
        let mut tasks = Vec::new();
        for _ in 0..10 {
            let (c, actor, url) = (c.clone(), ann(c).await, offer.url.clone());
            tasks.push(tokio::spawn(async move { c.staff().join(actor, token(&url)).await.is_ok() }));
        }
        let mut joined = 0;
        for task in tasks {
            joined += i32::from(task.await.unwrap());
        }
        assert_eq!((joined, staff.staff(boss, stall.shop).await.unwrap().members.len()), (1, 2));
    }

    async fn the_owner_changes_places_and_reads_what_was_done(shop: Shop) {
        let stall = shop.stall().await;
        let (c, staff) = (&shop.commerce, shop.commerce.staff());
        let (boss, ann) = (owner(c, stall.shop).await, ann(c).await);
        let (boss_id, ann_id) = (boss.buyer().unwrap(), ann.buyer().unwrap());
        let offer = staff.invite(boss, stall.shop, Role::Host, "Ann").await.unwrap();
        // Ids are made from the time: a clock that stands would give them no order.
        let tick = || shop.advance(TimeDelta::milliseconds(1));
        tick();
        staff.join(ann, token(&offer.url)).await.unwrap();
        tick();
        staff.change_role(boss, stall.shop, ann_id, Role::Finance).await.unwrap();
        assert_eq!(staff.change_role(boss, stall.shop, ann_id, Role::Owner).await.unwrap_err().fields(), ["role"]);
        assert_eq!(staff.change_role(boss, stall.shop, boss_id, Role::Host).await.unwrap_err().code(), ErrorCode::Conflict);
        assert_eq!(staff.remove(boss, stall.shop, boss_id).await.unwrap_err().code(), ErrorCode::Conflict);
        assert_eq!(staff.remove(boss, stall.shop, BuyerId(Uuid::new_v4())).await.unwrap_err().code(), ErrorCode::NotFound);
        tick();
        staff.remove(ann, stall.shop, ann_id).await.unwrap();
        assert_eq!(c.identity().memberships(ann).await.unwrap(), []);
        let log = staff.activity(boss, stall.shop, None, Locale::En).await.unwrap();
        let log: Vec<_> = log.items.iter().map(|entry| (entry.act.as_str(), entry.who.as_str(), entry.subject.as_str())).collect();
        assert_eq!(log, [("staff.left", "Ann", "Ann"), ("staff.changed", "Owner", "Ann"), ("staff.joined", "Ann", "Ann"), ("staff.invited", "Owner", "Ann")]);
        assert_eq!(staff.activity(boss, stall.shop, Some("x"), Locale::En).await.unwrap_err().fields(), ["cursor"]);
    }

    async fn only_the_owner_looks_after_the_people(shop: Shop) {
        let (stall, other) = (shop.stall().await, shop.another_stall("other").await);
        let (c, staff) = (&shop.commerce, shop.commerce.staff());
        let boss = owner(c, stall.shop).await;
        let mut actors = vec![Actor::Nobody, guest(), ann(c).await, owner(c, other.shop).await];
        for role in Role::ALL.into_iter().filter(|role| *role != Role::Owner) {
            let member = ann(c).await;
            c.identity().add_member(Actor::System, stall.shop, member.buyer().unwrap(), role).await.unwrap();
            actors.push(member);
        }
        let offer = staff.invite(boss, stall.shop, Role::Host, "Ann").await.unwrap();
        for actor in actors {
            for refused in [
                staff.staff(actor, stall.shop).await.map(drop),
                staff.invite(actor, stall.shop, Role::Host, "Me").await.map(drop),
                staff.uninvite(actor, stall.shop, offer.id).await,
                staff.change_role(actor, stall.shop, boss.buyer().unwrap(), Role::Host).await,
                staff.remove(actor, stall.shop, boss.buyer().unwrap()).await,
                staff.activity(actor, stall.shop, None, Locale::En).await.map(drop),
            ] {
                assert_eq!(refused.unwrap_err().code(), ErrorCode::Forbidden, "{actor:?}");
            }
        }
    }

    async fn acts_are_noted_with_who_did_them(shop: Shop) {
        let stall = shop.stall().await;
        let (c, staff) = (&shop.commerce, shop.commerce.staff());
        let boss = owner(c, stall.shop).await;
        let offer = staff.invite(boss, stall.shop, Role::Operator, "Ann").await.unwrap();
        let ann = ann(c).await;
        staff.join(ann, token(&offer.url)).await.unwrap();
        let cup = shop.product("Cup", 3).await;
        let sku = catalog::testing::first_sku(c, cup).await;
        shop.advance(TimeDelta::seconds(1));
        c.catalog().change_stock(ann, sku, StockChange::Add(2)).await.unwrap();
        shop.advance(TimeDelta::seconds(1));
        c.catalog().change_state(ann, cup, ProductEvent::Delist).await.unwrap();
        let refused = c.catalog().change_state(ann, cup, ProductEvent::Delist).await;
        assert_eq!(refused.unwrap_err().code(), ErrorCode::IllegalTransition);
        let window = "stall".parse().unwrap();
        shop.advance(TimeDelta::seconds(1));
        c.showcase().publish_window(boss, &window, None, "Winter").await.unwrap();
        let log = staff.activity(boss, stall.shop, None, Locale::En).await.unwrap().items;
        let log: Vec<_> = log.iter().map(|a| (a.who.as_str(), a.act.as_str(), a.subject.as_str())).collect();
        assert_eq!(log[..3], [
            ("Owner", "window.published", "2 Winter"),
            ("Ann", "product.delisted", "Cup"),
            ("Ann", "product.stock_changed", "Cup"),
        ]);
        let own = staff.activity(ann, stall.shop, None, Locale::En).await;
        assert_eq!(own.unwrap_err().code(), ErrorCode::Forbidden, "the log is the owner's");
    }

    async fn the_log_is_read_by_person_by_what_and_by_day(shop: Shop) {
        let stall = shop.stall().await;
        let (c, staff) = (&shop.commerce, shop.commerce.staff());
        let (boss, ann) = (owner(c, stall.shop).await, ann(c).await);
        c.identity().add_member(Actor::System, stall.shop, ann.buyer().unwrap(), Role::Operator).await.unwrap();
        let cup = shop.product("Cup", 3).await;
        let sku = catalog::testing::first_sku(c, cup).await;
        // 20:00 in China; the next act is on the day after.
        c.catalog().change_stock(ann, sku, StockChange::Add(1)).await.unwrap();
        shop.advance(TimeDelta::hours(4));
        c.catalog().set_threshold(boss, stall.shop, 5).await.unwrap();
        shop.advance(TimeDelta::seconds(1));
        c.showcase().publish_window(boss, &"stall".parse().unwrap(), None, "").await.unwrap();
        let read = async |query: LogQuery| {
            let found = staff.log(boss, stall.shop, query, Locale::En).await.unwrap();
            found.items.into_iter().map(|entry| entry.act).collect::<Vec<_>>()
        };
        let all = LogQuery::default;
        assert_eq!(read(all()).await, ["window.published", "product.threshold", "product.stock_changed"]);
        assert_eq!(read(LogQuery { who: ann.buyer(), ..all() }).await, ["product.stock_changed"]);
        let of = |subject: &str| LogQuery { subject: Some(subject.to_owned()), ..all() };
        assert_eq!(read(of("product")).await, ["product.threshold", "product.stock_changed"]);
        assert_eq!(read(of("clip")).await, Vec::<String>::new());
        let day = |text: &str| LogQuery { day: Some(text.parse().unwrap()), ..all() };
        assert_eq!(read(day("2026-11-21T16:00:00Z")).await, ["product.stock_changed"]);
        assert_eq!(read(day("2026-11-22T16:00:00Z")).await, ["window.published", "product.threshold"]);
        assert_eq!(read(LogQuery { who: boss.buyer(), ..of("product") }).await, ["product.threshold"]);
        let wrong = staff.log(boss, stall.shop, of("money"), Locale::En).await.unwrap_err();
        assert_eq!(wrong.fields(), ["subject"]);
        let doers = staff.doers(boss, stall.shop).await.unwrap();
        assert_eq!(doers.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>(), ["Ann", "Owner"]);
        for refused in [staff.log(ann, stall.shop, all(), Locale::En).await.map(drop), staff.doers(ann, stall.shop).await.map(drop)] {
            assert_eq!(refused.unwrap_err().code(), ErrorCode::Forbidden);
        }

        for n in 0..60 {
            shop.advance(TimeDelta::milliseconds(1));
            c.catalog().set_threshold(boss, stall.shop, n).await.unwrap();
        }
        let first = staff.log(boss, stall.shop, of("product"), Locale::En).await.unwrap();
        let rest = LogQuery { cursor: first.next.clone(), ..of("product") };
        let rest = staff.log(boss, stall.shop, rest, Locale::En).await.unwrap();
        assert_eq!((first.items.len(), rest.items.len(), rest.next), (50, 12, None));
        assert!(rest.items.iter().all(|entry| first.items.iter().all(|before| before.id != entry.id)));
    }
}
