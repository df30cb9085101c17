//! Goods whose master is another shop.

use shared::{
    Currency, ErrorCode, Locale, Money, OpeningMode, ProductEvent, ProductId, ProductState,
    dto::{Basket, CellFault, ImportView, QuoteRequest, ShelfQuery},
};

use super::picture;
use crate::{
    Actor, Commerce,
    catalog::{StockChange, testing::first_sku},
    linked::{NewLink, NewPlatform},
    order::testing::{line, request},
    testing::{Shop, guest, key, on_both_databases, owner, text},
};

const HEAD: &str = "category,title_zh,pictures,code,price,stock,commission,master_number,master_address\n";

/// The stall linked to a market at `market.test`, and its owner.
async fn linked(shop: &Shop, mode: OpeningMode) -> Actor {
    let (c, stall) = (&shop.commerce, shop.stall().await);
    let new = NewPlatform { known: None, mode, name: text("Market"), hosts: vec!["market.test".into()], open: true };
    let platform = c.linked().save_platform(Actor::System, new).await.unwrap();
    let link = NewLink { platform, name: "Our tea".into(), number: "77".into(), address: String::new() };
    c.linked().link_shop(Actor::System, stall.shop, link).await.unwrap();
    owner(c, stall.shop).await
}

async fn checked(shop: &Shop, who: Actor, lines: &str) -> ImportView {
    let file = format!("{HEAD}{lines}");
    let stall = shop.stall().await;
    shop.commerce.catalog().check_import(who, stall.shop, "goods.csv", file.as_bytes(), true).await.unwrap()
}

/// Imports and lists `lines`, all of which are good; how many of their products are new.
async fn imported(shop: &Shop, who: Actor, lines: &str) -> i32 {
    let view = checked(shop, who, lines).await;
    assert_eq!(view.fault_count, 0, "{:?}", view.faults);
    let catalog = shop.commerce.catalog();
    catalog.apply_import(who, view.id).await.unwrap();
    while catalog.run_imports(Actor::System).await.unwrap() > 0 {}
    view.new
}

async fn ids(shop: &Shop, who: Actor) -> Vec<ProductId> {
    let stall = shop.stall().await;
    let shelf = shop.commerce.catalog().shelf(who, stall.shop, ShelfQuery::default(), Locale::En).await.unwrap();
    shelf.rows.into_iter().map(|row| row.id).collect()
}

/// The product that is `number` at its master.
async fn numbered(shop: &Shop, who: Actor, number: &str) -> ProductId {
    for id in ids(shop, who).await {
        let place = shop.commerce.catalog().master_of(who, id).await.unwrap();
        if place.is_some_and(|place| place.number == number) {
            return id;
        }
    }
    panic!("no product {number}")
}

async fn sold_by(c: &Commerce, id: ProductId) -> Option<shared::dto::SoldBy> {
    c.catalog().product(Actor::Nobody, id, Locale::En).await.unwrap().sold_by
}

on_both_databases! {
    async fn the_same_number_again_updates(shop: Shop) {
        let (c, who) = (&shop.commerce, linked(&shop, OpeningMode::Component).await);
        let picture = picture(&shop).await;
        let tea = |title: &str, price: &str, stock: i32| {
            format!("goods-stall,{title},{picture},A,{price},{stock},500,8001,https://item.market.test/8001\n")
        };
        let cup = format!("goods-stall,杯,{picture},A,20,9,,8002,\n");
        assert_eq!(imported(&shop, who, &format!("{}{cup}", tea("茶", "168.00", 5))).await, 2);
        assert_eq!(ids(&shop, who).await.len(), 2);
        let id = numbered(&shop, who, "8001").await;
        let sku = first_sku(c, id).await;
        // Somebody holds three of five; the master says that one is left.
        let request = request(vec![line(sku, 3)], 3 * 16_800);
        c.order().place(guest(), key("three"), request, Locale::En).await.unwrap();
        assert_eq!(imported(&shop, who, &tea("新茶", "178", 1)).await, 0);
        assert_eq!(ids(&shop, who).await.len(), 2, "nothing came twice");
        let now = c.catalog().product(Actor::Nobody, id, Locale::ZhCn).await.unwrap();
        assert_eq!((now.card.title.as_str(), now.card.price.minor, now.card.stock), ("新茶", 17_800, 0));
        assert_eq!(imported(&shop, who, &tea("新茶", "178", 8)).await, 0);
        let now = c.catalog().product(Actor::Nobody, id, Locale::ZhCn).await.unwrap();
        assert_eq!(now.card.stock, 5, "three of eight are held");
        assert_eq!(now.sold_by, None, "an own shop's goods are bought here");

        // Out and in again changes nothing; it names products by our ids and their numbers.
        let stall = shop.stall().await;
        let (bytes, _) = c.catalog().export(who, stall.shop, None, Locale::En).await.unwrap();
        assert!(String::from_utf8_lossy(&bytes).contains("8001,https://item.market.test/8001"));
        let again = c.catalog().check_import(who, stall.shop, "again.csv", &bytes, false).await.unwrap();
        assert_eq!((again.products, again.new, again.fault_count), (2, 0, 0), "{:?}", again.faults);
        assert_eq!(c.audit().await.unwrap(), []);
    }

    async fn a_number_is_free_again_once_its_product_is_gone(shop: Shop) {
        let (c, who) = (&shop.commerce, linked(&shop, OpeningMode::Component).await);
        let tea = format!("goods-stall,茶,{},A,20,9,,8001,\n", picture(&shop).await);
        assert_eq!(imported(&shop, who, &tea).await, 1);
        let id = ids(&shop, who).await[0];
        for event in [ProductEvent::Delist, ProductEvent::Recycle, ProductEvent::Purge] {
            c.catalog().change_state(who, id, event).await.unwrap();
        }
        assert_eq!(imported(&shop, who, &tea).await, 1);
    }

    async fn what_is_wrong_with_a_link_is_named(shop: Shop) {
        let who = linked(&shop, OpeningMode::Platform).await;
        let p = picture(&shop).await;
        let found = checked(&shop, who, &format!(
            "goods-stall,茶,{p},A,20,9,,,https://market.test/1\n\
             goods-stall,茶,{p},A,20,9,,1,\n\
             goods-stall,茶,{p},A,20,9,,2,https://market.test.evil.test/2\n\
             goods-stall,茶,{p},A,20,9,,3,javascript:alert(1)\n\
             goods-stall,茶,{p},A,20,9,,4,http://market.test/4\n\
             goods-stall,茶,{p},A,20,9,,5,https://market.test/5\n"
        )).await;
        let told: Vec<_> = found.faults.iter().map(|one| (one.line, one.column.as_str(), one.fault)).collect();
        let address = "master_address";
        assert_eq!(told, [
            (2, "master_number", CellFault::Empty), (3, address, CellFault::Empty), (4, address, CellFault::Elsewhere),
            (5, address, CellFault::Elsewhere), (6, address, CellFault::Elsewhere),
        ]);
        assert_eq!(found.products, 1);
        let stall = shop.stall().await;
        let bare = "category,title_zh,code,price\ngoods-stall,茶,A,20\n";
        let bare = shop.commerce.catalog().check_import(who, stall.shop, "x.csv", bare.as_bytes(), false).await.unwrap();
        assert_eq!((bare.faults[0].column.as_str(), bare.faults[0].fault), ("master_number", CellFault::NoColumn));

        // Nobody else's goods have a place elsewhere.
        let other = shop.another_stall("other").await;
        let them = owner(&shop.commerce, other.shop).await;
        let file = format!("{HEAD}goods-other,茶,{p},A,20,9,,1,https://market.test/1\n");
        let theirs = shop.commerce.catalog().check_import(them, other.shop, "x.csv", file.as_bytes(), false).await.unwrap();
        assert!(theirs.faults.iter().all(|one| one.fault == CellFault::NotLinked) && theirs.fault_count == 2);
    }

    async fn what_the_master_owns_is_changed_there(shop: Shop) {
        let (c, who) = (&shop.commerce, linked(&shop, OpeningMode::Component).await);
        imported(&shop, who, &format!("goods-stall,茶,{},A,20,9,,8001,\n", picture(&shop).await)).await;
        let (catalog, id) = (c.catalog(), ids(&shop, who).await[0]);
        let sku = first_sku(c, id).await;
        let elsewhere = |result: Result<(), crate::Error>| assert_eq!(result.unwrap_err().code(), ErrorCode::MasterElsewhere);
        let yuan = |minor| Money::new(minor, Currency::Cny);
        elsewhere(catalog.set_price(who, sku, yuan(2_000), yuan(1_000)).await);
        elsewhere(catalog.change_stock(who, sku, StockChange::Add(1)).await);
        elsewhere(catalog.set_stock(who, sku, 9, 9, 4).await);
        let draft = catalog.draft(who, id).await.unwrap();
        let mut other = draft.clone();
        other.title = text("Another");
        elsewhere(catalog.save_draft(who, id, other).await);
        let mut other = draft.clone();
        other.skus[0].price = yuan(1);
        elsewhere(catalog.save_draft(who, id, other).await);
        let mut other = draft.clone();
        other.content.pictures.clear();
        elsewhere(catalog.save_draft(who, id, other).await);
        // The rest is ours, and the editor brings back what is not in its form.
        let mut ours = draft.clone();
        (ours.subtitle, ours.commission) = (text("Ours"), 900.try_into().unwrap());
        (ours.title, ours.skus) = (text("Not ours"), vec![]);
        catalog.save_draft(who, id, ours.mastered_by(&draft, true)).await.unwrap();
        let kept = catalog.draft(who, id).await.unwrap();
        assert_eq!((kept.title, kept.subtitle, kept.skus), (draft.title, text("Ours"), draft.skus));
        let place = catalog.draft_view(who, id, Locale::En).await.unwrap().master.unwrap();
        assert_eq!((place.number.as_str(), place.pictures), ("8001", true));
    }

    async fn what_another_shop_sells_is_bought_there(shop: Shop) {
        let (c, who) = (&shop.commerce, linked(&shop, OpeningMode::Platform).await);
        imported(&shop, who, &format!("goods-stall,茶,{},A,20,9,,8001,https://item.market.test/8001?a=1\n", picture(&shop).await)).await;
        let id = ids(&shop, who).await[0];
        let shown = c.catalog().product(Actor::Nobody, id, Locale::En).await.unwrap();
        assert_eq!((shown.card.state, shown.card.only_sku), (ProductState::OnSale, None), "no button puts it into a bag");
        let there = shown.sold_by.unwrap();
        assert_eq!((there.platform.as_str(), there.host.as_str()), ("Market", "item.market.test"));
        assert_eq!(there.address.as_deref(), Some("https://item.market.test/8001?a=1"));

        let (buyer, sku) = (guest(), first_sku(c, id).await);
        assert_eq!(c.cart().add(buyer, line(sku, 1)).await.unwrap_err().code(), ErrorCode::SoldElsewhere);
        let basket = Basket { lines: vec![line(sku, 1)], cart: false };
        let quote = c.checkout().quote(buyer, QuoteRequest { basket, address: None }, Locale::En).await.unwrap();
        assert_eq!((quote.total.minor, quote.orders[0].lines[0].invalid), (0, Some(ErrorCode::SoldElsewhere)));
        let request = request(vec![line(sku, 1)], 2_000);
        let placed = c.order().place(buyer, key("there"), request, Locale::En).await;
        assert_eq!(placed.unwrap_err().code(), ErrorCode::SoldElsewhere);

        // The operator takes the host away: nobody is led there any more.
        let desk = c.linked().desk(Actor::System, OpeningMode::Platform, Locale::En).await.unwrap();
        let (known, name) = ((desk.platforms[0].id, desk.platforms[0].version), text("Market"));
        let moved = NewPlatform {
            known: Some(known), mode: OpeningMode::Platform, name, hosts: vec!["other.test".into()], open: true,
        };
        c.linked().save_platform(Actor::System, moved).await.unwrap();
        let there = sold_by(c, id).await.unwrap();
        assert_eq!((there.address, there.host.as_str(), there.platform.as_str()), (None, "", "Market"));
    }
}
