use std::collections::BTreeSet;

use super::{super::*, *};
use crate::{linked::NewPlatform, testing::on_both_databases};

async fn platform(c: &Commerce, mode: OpeningMode) -> shared::PlatformId {
    let new = NewPlatform { known: None, mode, name: text("Market"), hosts: vec!["market.test".into()], open: true };
    c.linked().save_platform(operator(), new).await.unwrap()
}

on_both_databases! {
    async fn a_shop_elsewhere_is_named_checked_and_linked(shop: Shop) {
        let c = &shop.commerce;
        let (own, market) = (platform(c, OpeningMode::Component).await, platform(c, OpeningMode::Platform).await);
        let who = person(c).await;
        let tea = category(c, "tea", 0).await;
        write(c, who, "qinglan", vec![tea]).await;
        let choose = async |platform, address: &str| {
            let shop = Outside {
                platform, name: " Our tea ".into(), number: "77".into(), address: address.into(),
            };
            c.onboarding().save(who, Step::Mode { mode: OpeningMode::Platform, shop }).await.unwrap();
            mine(c, who).await
        };
        let names = |opening: &Opening| opening.platforms.iter().map(|one| one.id).collect::<BTreeSet<_>>();
        let wrong = async |platform, address| choose(platform, address).await.missing;
        assert_eq!(names(&choose(None, "").await), BTreeSet::from([own, market]));
        assert_eq!(wrong(None, "").await, ["platform", "documents"]);
        assert_eq!(wrong(Some(own), "").await, ["platform", "documents"], "that one is linked another way");
        assert_eq!(wrong(Some(market), "https://market.test@evil.test").await, ["outside_address", "documents"]);
        assert_eq!(wrong(Some(market), "https://shop.market.test/77").await, ["documents"]);
        c.onboarding().upload(who, DocumentKind::Outside, None, picture(7)).await.unwrap();

        // Closed meanwhile: nobody may hand it in, and whoever chose it still sees what they chose.
        let close = |version, open| NewPlatform {
            known: Some((market, version)), mode: OpeningMode::Platform, name: text("Market"),
            hosts: vec!["market.test".into()], open,
        };
        c.linked().save_platform(operator(), close(1, false)).await.unwrap();
        assert_eq!(c.onboarding().submit(who).await.unwrap_err().fields(), ["platform"]);
        assert_eq!(names(&mine(c, who).await), BTreeSet::from([own, market]));
        c.linked().save_platform(operator(), close(2, true)).await.unwrap();
        c.onboarding().submit(who).await.unwrap();

        let id = mine(c, who).await.id.unwrap();
        let review = c.onboarding().review(operator(), id, Locale::En).await.unwrap();
        let said = |field: &str| {
            let found = review.fields.iter().find(|one| one.field == field).unwrap();
            (found.value.clone(), found.about.clone())
        };
        assert_eq!(said("platform").1, "Market");
        assert_eq!((said("outside_name").0.as_str(), said("outside").0.as_str()), ("Our tea", "77"));
        judge(c, id, &[], Decision::Approve).await.unwrap();
        let mine = c.catalog().my_shops(who, Locale::En).await.unwrap().remove(0);
        assert_eq!((mine.mode, mine.master.as_str()), (OpeningMode::Platform, "Market"));
    }

    async fn nothing_of_a_shop_elsewhere_is_asked_of_a_direct_one(shop: Shop) {
        let c = &shop.commerce;
        let who = person(c).await;
        let tea = category(c, "tea", 0).await;
        write(c, who, "qinglan", vec![tea]).await;
        let shop = Outside { number: "typed before".into(), ..Outside::default() };
        c.onboarding().save(who, Step::Mode { mode: OpeningMode::Direct, shop }).await.unwrap();
        c.onboarding().submit(who).await.unwrap();
        let id = mine(c, who).await.id.unwrap();
        let review = c.onboarding().review(operator(), id, Locale::En).await.unwrap();
        assert!(review.fields.iter().all(|one| !one.field.starts_with("outside")));
        judge(c, id, &[], Decision::Approve).await.unwrap();
        assert_eq!(c.catalog().my_shops(who, Locale::En).await.unwrap()[0].mode, OpeningMode::Direct);
    }
}
