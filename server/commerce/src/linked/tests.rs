use shared::{BuyerId, ErrorCode, Host, Locale, OpeningMode, PlatformId};
use uuid::Uuid;

use super::{NewLink, NewPlatform};
use crate::{
    Actor, Commerce, Error,
    testing::{account, guest, on_both_databases, owner, table, text},
};

fn operator() -> Actor {
    Actor::Operator(BuyerId(Uuid::nil()))
}

fn platform(mode: OpeningMode, hosts: &[&str]) -> NewPlatform {
    let hosts = hosts.iter().map(|host| (*host).to_owned()).collect();
    NewPlatform { known: None, mode, name: text("Market"), hosts, open: true }
}

/// A platform at `market.test`.
pub(crate) async fn market(c: &Commerce, mode: OpeningMode) -> PlatformId {
    c.linked().save_platform(operator(), platform(mode, &["market.test"])).await.unwrap()
}

fn link(platform: PlatformId, address: &str) -> NewLink {
    NewLink { platform, name: "Our tea".into(), number: "77".into(), address: address.into() }
}

async fn saved(c: &Commerce, new: NewPlatform) -> Result<PlatformId, Error> {
    c.linked().save_platform(operator(), new).await
}

on_both_databases! {
    async fn the_operator_keeps_the_list(shop: Shop) {
        let c = &shop.commerce;
        let odd = NewPlatform { name: text(" "), ..platform(OpeningMode::Direct, &["market.test", "http://x"]) };
        assert_eq!(saved(c, odd).await.unwrap_err().fields(), ["mode", "name", "hosts"]);
        assert_eq!(saved(c, platform(OpeningMode::Platform, &[" "])).await.unwrap_err().fields(), ["hosts"]);

        let id = market(c, OpeningMode::Platform).await;
        let desk = async || c.linked().desk(operator(), OpeningMode::Direct, Locale::En).await.unwrap();
        let first = desk().await.platforms.remove(0);
        assert_eq!((first.id, first.version, first.open, first.shops), (id, 1, true, 0));
        let closed = || NewPlatform {
            known: Some((id, 1)), open: false, ..platform(OpeningMode::Component, &["Market.test", "", "m.test"])
        };
        saved(c, closed()).await.unwrap();
        assert_eq!(saved(c, closed()).await.unwrap_err().code(), ErrorCode::Conflict, "somebody looked at the first");
        let unknown = NewPlatform { known: Some((PlatformId(Uuid::nil()), 1)), ..closed() };
        assert_eq!(saved(c, unknown).await.unwrap_err().code(), ErrorCode::NotFound);
        let second = desk().await.platforms.remove(0);
        assert_eq!((second.mode, second.version, second.open), (OpeningMode::Platform, 2, false), "its way stays");
        assert_eq!(second.hosts.iter().map(Host::as_str).collect::<Vec<_>>(), ["market.test", "m.test"]);
    }

    async fn a_link_decides_the_way_of_a_shop(shop: Shop) {
        let (c, stall) = (&shop.commerce, shop.stall().await);
        let who = owner(c, stall.shop).await;
        let mine = async || c.catalog().my_shops(who, Locale::En).await.unwrap().remove(0);
        assert_eq!((mine().await.mode, mine().await.master.as_str()), (OpeningMode::Direct, ""));

        let id = market(c, OpeningMode::Platform).await;
        let elsewhere = c.linked().link_shop(Actor::System, stall.shop, link(id, "https://evil.test/")).await;
        assert_eq!(elsewhere.unwrap_err().fields(), ["address"]);
        c.linked().link_shop(Actor::System, stall.shop, link(id, "https://shop.market.test/77")).await.unwrap();
        assert_eq!((mine().await.mode, mine().await.master.as_str()), (OpeningMode::Platform, "Market"));
        let desk = c.linked().desk(operator(), OpeningMode::Platform, Locale::En).await.unwrap();
        assert_eq!(desk.counts, [(OpeningMode::Component, 0), (OpeningMode::Platform, 1), (OpeningMode::Direct, 0)]);
        let found = desk.shops[0].link.as_ref().unwrap();
        assert_eq!((found.number.as_str(), found.address.as_str()), ("77", "https://shop.market.test/77"));
        assert_eq!(desk.platforms[0].shops, 1);

        // A host that the operator took away leads nobody there any more, from now on.
        let moved = NewPlatform { known: Some((id, 1)), ..platform(OpeningMode::Platform, &["other.test"]) };
        saved(c, moved).await.unwrap();
        let desk = c.linked().desk(operator(), OpeningMode::Platform, Locale::En).await.unwrap();
        assert_eq!(desk.shops[0].link.as_ref().unwrap().address, "");
    }

    async fn what_comes_from_elsewhere_is_not_made_here(shop: Shop) {
        let (c, stall) = (&shop.commerce, shop.stall().await);
        let who = owner(c, stall.shop).await;
        let product = shop.product("Tea", 9).await;
        let plan = || crate::affiliate::NewPlan {
            product, kind: shared::PlanKind::Ordinary, rate: 1_000.try_into().unwrap(), creators: vec![],
        };
        let id = market(c, OpeningMode::Platform).await;
        c.linked().link_shop(Actor::System, stall.shop, link(id, "")).await.unwrap();
        let made = c.catalog().create_draft(who, stall.shop, shop.draft("More tea", 1).await).await;
        assert_eq!(made.unwrap_err().code(), ErrorCode::MasterElsewhere);
        assert_eq!(c.affiliate().offer(who, plan()).await.unwrap_err().code(), ErrorCode::SoldElsewhere);
        // An own shop stays master of its goods too, but they are sold here.
        let own = shop.another_stall("own").await;
        let id = market(c, OpeningMode::Component).await;
        c.linked().link_shop(Actor::System, own.shop, link(id, "")).await.unwrap();
        let made = c.catalog().create_draft(owner(c, own.shop).await, own.shop, shop.draft("Tea", 1).await).await;
        assert_eq!(made.unwrap_err().code(), ErrorCode::MasterElsewhere);
    }

    async fn only_the_operator_says_what_can_be_linked(shop: Shop) {
        let (c, stall) = (&shop.commerce, shop.stall().await);
        let id = market(c, OpeningMode::Platform).await;
        let actors = [Actor::Nobody, guest(), account(), owner(c, stall.shop).await, operator(), Actor::System];
        table! { actors:
            "ffff.." async |a| c.linked().desk(a, OpeningMode::Direct, Locale::En).await;
            "ffff.." async |a| c.linked().save_platform(a, platform(OpeningMode::Platform, &["x.test"])).await;
            "fffff." async |a| c.linked().link_shop(a, stall.shop, link(id, "")).await;
        }
    }
}
