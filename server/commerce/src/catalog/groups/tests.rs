use shared::{ErrorCode, Locale, ProductEvent, dto::ShelfQuery};
use uuid::Uuid;

use crate::{
    Actor,
    testing::{account, guest, on_both_databases, owner, table},
};

on_both_databases! {
    async fn two_levels_that_can_be_ordered_and_emptied(shop: Shop) {
        let (c, stall) = (shop.commerce.catalog(), shop.stall().await);
        let who = owner(&shop.commerce, stall.shop).await;
        let (green, cup) = (shop.product("Green", 9).await, shop.product("Cup", 9).await);
        let tea = c.add_group(who, stall.shop, None, " Tea ").await.unwrap();
        let ware = c.add_group(who, stall.shop, None, "Ware").await.unwrap();
        let fresh = c.add_group(who, stall.shop, Some(tea), "Green tea").await.unwrap();
        for (parent, name, field) in
            [(None, "Tea", "name"), (None, "", "name"), (None, "a/b", "name"), (Some(fresh), "Third", "parent")]
        {
            assert_eq!(c.add_group(who, stall.shop, parent, name).await.unwrap_err().fields(), [field], "{name}");
        }
        let names = async || {
            let (groups, none) = c.groups(who, stall.shop).await.unwrap();
            (groups.into_iter().map(|group| (group.name, group.products)).collect::<Vec<_>>(), none)
        };
        let of = |all: &[(&str, i64)]| all.iter().map(|(name, n)| ((*name).to_owned(), *n)).collect::<Vec<_>>();
        assert_eq!(names().await, (of(&[("Tea", 0), ("Green tea", 0), ("Ware", 0)]), 2));
        c.move_group(who, ware, true).await.unwrap();
        c.move_group(who, ware, true).await.unwrap();
        c.rename_group(who, ware, "Cups").await.unwrap();
        assert_eq!(c.rename_group(who, ware, "Tea").await.unwrap_err().fields(), ["name"]);
        c.group_products(who, stall.shop, vec![green, cup], Some(ware)).await.unwrap();
        c.group_products(who, stall.shop, vec![green, green], Some(fresh)).await.unwrap();
        assert_eq!(names().await, (of(&[("Cups", 1), ("Tea", 0), ("Green tea", 1)]), 0));
        assert_eq!(c.group_members(who, tea).await.unwrap(), [green], "with what is within it");

        let listed = async |group, ungrouped| {
            let query = ShelfQuery { group, ungrouped, ..ShelfQuery::default() };
            let rows = c.shelf(who, stall.shop, query, Locale::En).await.unwrap().rows;
            rows.into_iter().map(|row| row.id).collect::<Vec<_>>()
        };
        assert_eq!((listed(Some(tea), false).await, listed(Some(ware), false).await), (vec![green], vec![cup]));
        c.remove_group(who, tea).await.unwrap();
        assert_eq!(listed(None, true).await, [green], "it stays, in none");
        assert_eq!(listed(Some(tea), false).await, []);
        assert_eq!(names().await, (of(&[("Cups", 1)]), 1));
        c.group_products(who, stall.shop, vec![cup], None).await.unwrap();
        for event in [ProductEvent::Delist, ProductEvent::Recycle] {
            c.change_state(who, cup, event).await.unwrap();
        }
        assert_eq!(names().await, (of(&[("Cups", 0)]), 1));
    }

    async fn a_table_names_groups_by_their_paths(shop: Shop) {
        let (c, stall) = (shop.commerce.catalog(), shop.stall().await);
        let who = owner(&shop.commerce, stall.shop).await;
        let tea = c.add_group(who, stall.shop, None, "Tea").await.unwrap();
        let green = c.add_group(who, stall.shop, Some(tea), "Green").await.unwrap();
        let run = async |file: &str| {
            let view = c.check_import(who, stall.shop, "x.csv", file.as_bytes(), true).await.unwrap();
            if view.fault_count == 0 {
                c.apply_import(who, view.id).await.unwrap();
                while c.run_imports(Actor::System).await.unwrap() > 0 {}
            }
            view.faults.into_iter().map(|one| (one.line, one.column)).collect::<Vec<_>>()
        };
        let p = crate::media::testing::pictures(&shop.commerce, None, 1).await[0];
        let head = "category,title_zh,pictures,code,price,stock,group\n";
        let unknown = run(&format!("{head}goods-stall,杯,{p},C,20,9,Tea/Black\n")).await;
        assert_eq!(unknown, [(2, "group".to_owned())]);
        let lines = format!("{head}goods-stall,绿,{p},C,20,9,Tea/Green\ngoods-stall,杯,{p},C,20,9,\n");
        assert_eq!(run(&lines).await, []);
        assert_eq!(c.group_members(who, green).await.unwrap().len(), 1);
        let (bytes, _) = c.export(who, stall.shop, None, Locale::En).await.unwrap();
        let out = String::from_utf8(bytes).unwrap();
        assert_eq!(out.matches("Tea/Green").count(), 1);
        assert_eq!(run(&out.replace("Tea/Green", "Tea")).await, []);
        assert_eq!(c.group_members(who, green).await.unwrap(), []);
        assert_eq!(c.group_members(who, tea).await.unwrap().len(), 1);
    }

    async fn groups_are_the_business_of_whoever_looks_after_products(shop: Shop) {
        let (c, stall, other) = (&shop.commerce, shop.stall().await, shop.another_stall("other").await);
        let (who, rival) = (owner(c, stall.shop).await, owner(c, other.shop).await);
        let product = shop.product("Tea", 1).await;
        let group = c.catalog().add_group(who, stall.shop, None, "Tea").await.unwrap();
        let theirs = c.catalog().add_group(rival, other.shop, None, "Tea").await.unwrap();
        let name = || Uuid::new_v4().simple().to_string()[..8].to_owned();
        let actors = [Actor::Nobody, guest(), account(), rival, who];
        table! { actors:
            "ffff." async |a| c.catalog().groups(a, stall.shop).await;
            "ffff." async |a| c.catalog().add_group(a, stall.shop, None, &name()).await;
            "ffff." async |a| c.catalog().rename_group(a, group, &name()).await;
            "ffff." async |a| c.catalog().move_group(a, group, true).await;
            "ffff." async |a| c.catalog().group_products(a, stall.shop, vec![product], None).await;
            "ffff." async |a| c.catalog().group_members(a, group).await;
            "ffff." async |a| c.catalog().remove_group(a, group).await;
        }
        let foreign = c.catalog().group_products(who, stall.shop, vec![product], Some(theirs)).await;
        assert_eq!(foreign.unwrap_err().code(), ErrorCode::NotFound);
        let foreign = c.catalog().group_products(rival, other.shop, vec![product], Some(theirs)).await;
        assert_eq!(foreign.unwrap_err().code(), ErrorCode::NotFound);
    }
}
