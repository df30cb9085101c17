//! Goods are listed where their shop may sell.

use shared::{
    EditState, ErrorCode, ProductEvent,
    dto::{CellFault, ReasonFault},
};

use super::*;
use crate::{
    catalog::{NewNode, ProductDraft},
    testing::on_both_databases,
};

async fn draft_in(shop: &Shop, category: CategoryId) -> ProductDraft {
    ProductDraft { category, ..shop.draft("Cup", 3).await }
}

async fn reasons(c: &Commerce, who: Actor, id: ProductId) -> Vec<(String, ReasonFault)> {
    let view = c.catalog().draft_view(who, id, Locale::En).await.unwrap();
    view.reasons.into_iter().map(|reason| (reason.field, reason.fault)).collect()
}

on_both_databases! {
    async fn a_draft_goes_online_where_its_shop_may_sell(shop: Shop) {
        let (c, catalog) = (&shop.commerce, shop.commerce.catalog());
        let (id, who) = shop_of(&shop).await;
        let tea = category(c, "tea", 0, false).await;
        let leaf = NewNode { parent: Some(tea), code: "leaf".into(), name: text("Leaf"), from: None };
        let leaf = catalog.add_node(operator(), leaf).await.unwrap();
        let choices = catalog.category_choices(who, id, Locale::En).await.unwrap();
        let held: Vec<_> = choices.iter().map(|choice| (choice.id, choice.held)).collect();
        assert!(held.contains(&(leaf, false)) && held.contains(&(shop.stall().await.category, true)), "{held:?}");

        let new = catalog.create_draft(who, id, draft_in(&shop, leaf).await).await.unwrap();
        assert_eq!(catalog.submit(who, new).await.unwrap(), EditState::Rejected);
        let not_held = [("category".to_owned(), ReasonFault::CategoryNotHeld)];
        assert_eq!(reasons(c, who, new).await, not_held);
        let bulk = catalog.bulk(who, vec![new], ProductEvent::List).await.unwrap();
        assert_eq!((bulk.done, bulk.refused), (0, vec![(new, ErrorCode::Validation)]));
        // What is on sale does not move there either; by the instance's own word it may be there, and stay.
        let cup = shop.product("Cup", 3).await;
        catalog.save_draft(who, cup, draft_in(&shop, leaf).await).await.unwrap();
        assert_eq!(catalog.submit(who, cup).await.unwrap(), EditState::Rejected);
        let given = shop.listed(draft_in(&shop, leaf).await).await;
        catalog.save_draft(who, given, ProductDraft { title: text("Mug"), ..draft_in(&shop, leaf).await }).await.unwrap();
        assert_eq!(catalog.submit(who, given).await.unwrap(), EditState::Passed);
        catalog.change_state(who, given, ProductEvent::Delist).await.unwrap();
        assert_eq!(catalog.submit(who, given).await.unwrap(), EditState::Rejected, "it would be listed anew");

        granted(c, who, id, tea).await;
        for product in [new, cup, given] {
            assert_eq!(catalog.submit(who, product).await.unwrap(), EditState::Passed);
        }
    }

    async fn a_table_names_lines_of_other_categories(shop: Shop) {
        let (c, catalog) = (&shop.commerce, shop.commerce.catalog());
        let (id, who) = shop_of(&shop).await;
        let tea = category(c, "tea", 0, false).await;
        let file = "product,category,title_zh,code,price,stock\na,tea,茶,A,20,1\nb,goods-stall,杯,B,20,1\n";
        let view = catalog.check_import(who, id, "x.csv", file.as_bytes(), false).await.unwrap();
        let found: Vec<_> = view.faults.iter().map(|fault| (fault.line, fault.column.as_str(), fault.fault)).collect();
        assert_eq!((view.products, found), (1, vec![(2, "category", CellFault::NotHeld)]));
        granted(c, who, id, tea).await;
        let view = catalog.check_import(who, id, "x.csv", file.as_bytes(), false).await.unwrap();
        assert_eq!((view.products, view.fault_count), (2, 0));
    }
}
