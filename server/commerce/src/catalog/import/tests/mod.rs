mod linked;
mod speed;

use std::collections::{HashMap, HashSet};

use chrono::TimeDelta;
use proptest::prelude::*;
use shared::{
    BasisPoints, CategoryId, Currency, EditState, ErrorCode, ImportState, LocalText, Locale, MediaId, Money, ProductId,
    ProductState,
    dto::{CellFault, LimitPeriod, Protection, PurchaseLimit, ReviewRule, ShelfQuery},
};
use uuid::Uuid;

use super::{
    columns::{join, plain, safe, split, unescape},
    decode::{Known, decode},
    encode,
    work::run,
};
use crate::{
    Actor,
    catalog::{Choice, Content, Fact, Part, ProductDraft, SkuDraft, categories::Categories, entity::category},
    testing::{on_both_databases, owner},
};

fn tree(id: CategoryId) -> Categories {
    let row = category::Model {
        id,
        parent_id: None,
        code: "tea".into(),
        name: LocalText::default(),
        attributes: serde_json::json!([]),
        deposit_minor: 0,
        confirm_days: 10,
        seven_day_return: true,
        position: 0,
        revision: 0,
    };
    Categories::new(vec![row], &[], vec![], chrono::DateTime::UNIX_EPOCH)
}

/// Texts of everything that a table could trip over.
fn text(least: usize) -> impl Strategy<Value = String> {
    proptest::collection::vec(
        prop::sample::select(vec!['a', '盖', '=', '+', '-', '@', '\'', '"', ',', '|', '\\', '\n', ' ', 'p', ':', '碗']),
        least..8,
    )
    .prop_map(|chars| chars.into_iter().collect::<String>())
}

fn local(least: usize) -> impl Strategy<Value = LocalText> {
    (text(least), text(0)).prop_map(|(zh, en)| LocalText { zh: format!("{zh}文"), en })
}

prop_compose! {
    fn drafts(id: CategoryId)(
        title in local(1), subtitle in local(0), pictures in prop::collection::vec(any::<u128>(), 1..4),
        facts in prop::collection::vec(local(1), 0..3), parts in prop::collection::vec(prop_oneof![local(1).prop_map(Ok), any::<u128>().prop_map(Err)], 0..4),
        values in prop::collection::vec(local(1), 1..4), has_option in any::<bool>(),
        price in 1_i64..1_000_000_000, more in prop::option::of(1_i64..1000), stock in 0..1_000_000,
        hours in 1..720, commission in 0..10_000, limit in prop::option::of(1..99), picture in any::<bool>(),
    ) -> ProductDraft {
        let options = if has_option { vec![Choice { name: title.clone(), values: values.clone() }] } else { vec![] };
        let count = if has_option { values.len() } else { 1 };
        let sku = |index: usize| SkuDraft {
            code: format!("C{index}"),
            choice: if has_option { vec![i32::try_from(index).unwrap()] } else { vec![] },
            price: Money::new(price, Currency::Cny),
            market_price: more.map(|more| Money::new(price + more, Currency::Cny)),
            stock,
            weight_g: hours,
            picture: picture.then_some(0),
        };
        ProductDraft {
            category: id,
            title,
            subtitle,
            skus: (0..count).map(sku).collect(),
            ship_within_hours: hours,
            freight: None,
            commission: BasisPoints::try_from(commission).unwrap(),
            content: Content {
                pictures: pictures.into_iter().map(|id| MediaId(Uuid::from_u128(id))).collect(),
                alts: Default::default(),
                description: parts.into_iter().map(|part| match part {
                    Ok(text) => Part::Text(text),
                    Err(id) => Part::Picture(MediaId(Uuid::from_u128(id))),
                }).collect(),
                attributes: facts.into_iter().enumerate().map(|(index, value)| Fact { key: format!("k{index}"), value }).collect(),
                options,
                protections: vec![Protection::SevenDayReturn, Protection::DamageGuarantee],
                limit: limit.map(|quantity| PurchaseLimit { per: LimitPeriod::Week, quantity }),
            },
        }
    }
}

/// Every picture that a draft names.
fn pictures_of(draft: &ProductDraft) -> HashSet<MediaId> {
    let described = draft.content.description.iter().filter_map(|part| match part {
        Part::Picture(id) => Some(*id),
        Part::Text(_) => None,
    });
    draft.content.pictures.iter().copied().chain(described).collect()
}

/// A picture that every shop may use.
async fn picture(shop: &crate::testing::Shop) -> MediaId {
    crate::media::testing::pictures(&shop.commerce, None, 1).await[0]
}

/// A picture that `who` brought.
async fn own_picture(shop: &crate::testing::Shop, who: Actor) -> MediaId {
    crate::media::testing::pictures(&shop.commerce, who.buyer(), 1).await[0]
}

proptest! {
    #[test]
    fn what_goes_out_comes_in_as_it_was(draft in drafts(CategoryId(Uuid::from_u128(7)))) {
        let mut bytes = encode::head().unwrap();
        bytes.extend(encode::product("one", &draft, (None, None), &tree(draft.category)).unwrap());
        let text = String::from_utf8(bytes).unwrap();
        let known = Known {
            category: HashMap::from([("tea".to_owned(), (draft.category, true))]),
            freight: HashSet::new(),
            drafts: HashMap::new(),
            pictures: pictures_of(&draft),
            list: false,
            groups: HashMap::new(),
            master: None,
        };
        let decoded = decode(text.strip_prefix('\u{feff}').unwrap(), &known);
        let faults = draft.faults();
        if faults.iter().all(|fault| matches!(*fault, "title" | "pictures")) {
            prop_assert_eq!(decoded.fault_count, 0, "{:?}", decoded.faults);
            let named: HashSet<_> = super::decode::named(&text).pictures.into_iter().collect();
            prop_assert!(named.is_superset(&pictures_of(&draft)), "{:?} of {:?}", named, draft);
            prop_assert_eq!(&decoded.good[0].draft, &draft);
        }
    }

    #[test]
    fn no_cell_is_a_formula_and_every_cell_comes_back(cell in ".*") {
        let written = safe(&cell);
        prop_assert!(!written.starts_with(['=', '+', '-', '@', '\t', '\r']));
        prop_assert_eq!(plain(&written), cell);
    }

    #[test]
    fn lists_keep_their_items(items in prop::collection::vec("[a|\\\\]*", 2..5)) {
        let back: Vec<_> = split(&join(items.iter().map(String::as_str))).iter().map(|item| unescape(item)).collect();
        prop_assert_eq!(back, items);
    }
}

const HEAD: &str = "product,category,title_zh,pictures,option1_zh,option1_values_zh,choice,code,price,stock\n";

on_both_databases! {
    async fn a_file_is_checked_then_written_then_listed(shop: Shop) {
        let catalog = shop.commerce.catalog();
        let stall = shop.stall().await;
        let member = owner(&shop.commerce, stall.shop).await;
        let picture = picture(&shop).await;
        let file = format!(
            "\u{feff}{HEAD}a,goods-stall,\"盖碗, 白\",{picture},釉色,白|青,1,W,168.00,5\na,,,,,,2,B,178,6\nb,goods-stall,杯,{picture},,,,C,20,9\n"
        );
        let view = catalog.check_import(member, stall.shop, "tea.csv", file.as_bytes(), true).await.unwrap();
        assert_eq!((view.products, view.skus, view.new, view.fault_count), (2, 3, 2, 0), "{:?}", view.faults);
        assert!(catalog.shelf(member, stall.shop, ShelfQuery::default(), Locale::En).await.unwrap().rows.is_empty());
        assert_eq!(catalog.run_imports(Actor::System).await.unwrap(), 0, "nobody has asked for it");
        catalog.apply_import(member, view.id).await.unwrap();
        assert_eq!(catalog.apply_import(member, view.id).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        while catalog.run_imports(Actor::System).await.unwrap() > 0 {}
        let view = catalog.import(member, view.id).await.unwrap();
        assert_eq!((view.state, view.done, view.done_skus, view.waiting), (ImportState::Done, 2, 3, 0));
        let rows = catalog.shelf(member, stall.shop, ShelfQuery::default(), Locale::En).await.unwrap().rows;
        assert_eq!(rows.iter().map(|row| row.skus.len()).sum::<usize>(), 3);
        assert!(rows.iter().all(|row| row.state == ProductState::OnSale && row.edit == EditState::Passed));
        let found = catalog.list(Actor::Nobody, crate::catalog::ProductQuery { q: Some("盖碗".into()), ..Default::default() }, Locale::ZhCn).await.unwrap();
        assert_eq!((found.items.len(), found.items[0].stock), (1, 11));

        // Out and in again changes nothing.
        let (bytes, next) = catalog.export(member, stall.shop, None, Locale::En).await.unwrap();
        assert!(next.is_none());
        let again = catalog.check_import(member, stall.shop, "again.csv", &bytes, false).await.unwrap();
        assert_eq!((again.products, again.new, again.fault_count), (2, 0, 0), "{:?}", again.faults);
        catalog.apply_import(member, again.id).await.unwrap();
        while catalog.run_imports(Actor::System).await.unwrap() > 0 {}
        let after = catalog.shelf(member, stall.shop, ShelfQuery::default(), Locale::En).await.unwrap().rows;
        assert_eq!(after, rows);
        assert_eq!(shop.commerce.audit().await.unwrap(), []);
    }

    async fn an_import_stops_when_it_is_told_and_goes_on_when_a_process_dies(shop: Shop) {
        let catalog = shop.commerce.catalog();
        let stall = shop.stall().await;
        let member = owner(&shop.commerce, stall.shop).await;
        let (mut file, p) = (HEAD.to_owned(), picture(&shop).await);
        for n in 0..1_200 {
            file.push_str(&format!("p{n},goods-stall,杯 {n},{p},,,,C,20,9\n"));
        }
        let view = catalog.check_import(member, stall.shop, "cups.csv", file.as_bytes(), true).await.unwrap();
        catalog.apply_import(member, view.id).await.unwrap();
        assert_eq!(run(&shop.commerce, 1).await.unwrap(), 500);
        // Another process that died with its lease.
        let (db, now) = (shop.commerce.db(), shop.commerce.clock().now());
        let id = view.id;
        db.write(move |tx| Box::pin(crate::catalog::queries::lease_import(tx, id, now, now + TimeDelta::seconds(60)))).await.unwrap();
        assert_eq!(run(&shop.commerce, 1).await.unwrap(), 0);
        shop.advance(TimeDelta::seconds(61));
        assert_eq!(run(&shop.commerce, 1).await.unwrap(), 500);
        assert_eq!(catalog.import(member, id).await.unwrap().done, 1_000);
        catalog.cancel_import(member, id).await.unwrap();
        assert_eq!(run(&shop.commerce, 1).await.unwrap(), 0);
        let view = catalog.import(member, id).await.unwrap();
        assert_eq!((view.state, view.done), (ImportState::Cancelled, 1_000));
        let counts = catalog.shelf(member, stall.shop, ShelfQuery::default(), Locale::En).await.unwrap().counts;
        assert_eq!(counts[0].1, 1_000);
    }

    async fn two_processes_write_every_product_once(shop: Shop) {
        let catalog = shop.commerce.catalog();
        let stall = shop.stall().await;
        let (mut file, p) = (HEAD.to_owned(), picture(&shop).await);
        for n in 0..700 {
            file.push_str(&format!("p{n},goods-stall,杯 {n},{p},,,,C,20,9\n"));
        }
        let view = catalog.check_import(Actor::System, stall.shop, "cups.csv", file.as_bytes(), true).await.unwrap();
        catalog.apply_import(Actor::System, view.id).await.unwrap();
        for _ in 0..4 {
            let (a, b) = tokio::join!(run(&shop.commerce, 9), run(&shop.commerce, 9));
            a.unwrap();
            b.unwrap();
        }
        let view = catalog.import(Actor::System, view.id).await.unwrap();
        assert_eq!((view.state, view.done), (ImportState::Done, 700));
        let counts = catalog.shelf(Actor::System, stall.shop, ShelfQuery::default(), Locale::En).await.unwrap().counts;
        assert_eq!(counts[0].1, 700);
    }

    async fn what_is_wrong_is_named_by_line_and_column(shop: Shop) {
        let catalog = shop.commerce.catalog();
        let (stall, other) = (shop.stall().await, shop.another_stall("other").await);
        let member = owner(&shop.commerce, stall.shop).await;
        let theirs = catalog.create_draft(Actor::System, other.shop, shop.draft("Theirs", 1).await).await.unwrap();
        let p = picture(&shop).await;
        let long = "x".repeat(70_000);
        let lines = [
            format!("a,nowhere,杯,{p},,,,C,20,1"),
            format!("b,goods-stall,杯,{p},,,,C,cheap,1"),
            format!("c,goods-stall,杯,{p},,,,C,20,many"),
            format!("d,goods-stall,杯,{p},釉,白|青,1,C,20,1"),
            "d,,,,,,2,C,20,1".to_owned(),
            format!("{theirs},goods-stall,杯,{p},,,,C,20,1"),
            format!("e,goods-stall,{long},{p},,,,C,20,1"),
            "f,goods-stall".to_owned(),
            format!("g,goods-stall,,{p},,,,C,20,1"),
            format!("h,goods-stall,杯,{p},釉,白,1,,20,1"),
            format!("i,goods-stall,杯,{p},釉,白,3,C,20,1"),
            format!("j,goods-stall,杯,{p},,,,C,=1+1,1"),
            format!("k,goods-stall,杯,{p},,,,C,20,1"),
            "k,,碗,,,,,D,20,1".to_owned(),
        ];
        let file = format!("{HEAD}{}\n", lines.join("\n"));
        let view = catalog.check_import(member, stall.shop, "bad.csv", file.as_bytes(), true).await.unwrap();
        let mut found: Vec<_> = view.faults.iter().map(|fault| (fault.line, fault.column.as_str(), fault.fault)).collect();
        found.sort_by_key(|(line, ..)| *line);
        found.dedup();
        for expected in [
            (2, "category", CellFault::Unknown), (3, "price", CellFault::NoAmount), (4, "stock", CellFault::NoNumber),
            (6, "code", CellFault::Twice), (7, "product", CellFault::NotYours), (8, "title_zh", CellFault::TooLong),
            (9, "", CellFault::Unreadable), (10, "title_zh", CellFault::Refused), (11, "code", CellFault::Empty),
            (12, "choice", CellFault::Refused), (13, "price", CellFault::NoAmount), (15, "title_zh", CellFault::Differs),
        ] {
            assert!(found.contains(&expected), "{expected:?} in {found:?}");
        }
        assert_eq!((view.products, view.state), (0, ImportState::Checked));
        assert_eq!(catalog.apply_import(member, view.id).await.unwrap_err().fields(), ["file"]);
        assert!(view.faults.iter().all(|fault| fault.value.chars().count() <= 60));
        for (bytes, code) in [(b"\xff\xfe\x00".to_vec(), ErrorCode::Validation), (vec![], ErrorCode::Validation), (vec![b'a'; 9 << 20], ErrorCode::TooLarge)] {
            assert_eq!(catalog.check_import(member, stall.shop, "x", &bytes, false).await.unwrap_err().code(), code);
        }
        let headless = catalog.check_import(member, stall.shop, "x", b"product,colour\na,b\n", false).await.unwrap();
        assert_eq!(headless.faults.iter().filter(|fault| fault.fault == CellFault::NoColumn).count(), 2);
        let rival = owner(&shop.commerce, other.shop).await;
        assert_eq!(catalog.import(rival, view.id).await.unwrap_err().code(), ErrorCode::Forbidden);
        assert_eq!(catalog.check_import(rival, stall.shop, "x", b"a", false).await.unwrap_err().code(), ErrorCode::Forbidden);
        assert_eq!(catalog.export(rival, stall.shop, None, Locale::En).await.unwrap_err().code(), ErrorCode::Forbidden);
        assert_eq!(catalog.run_imports(member).await.unwrap_err().code(), ErrorCode::Forbidden);
        let _: ProductId = theirs;
    }

    async fn a_file_names_pictures_that_the_shop_has(shop: Shop) {
        let catalog = shop.commerce.catalog();
        let (stall, other) = (shop.stall().await, shop.another_stall("other").await);
        let member = owner(&shop.commerce, stall.shop).await;
        let rival = owner(&shop.commerce, other.shop).await;
        let (ours, free) = (own_picture(&shop, member).await, picture(&shop).await);
        let (theirs, none) = (own_picture(&shop, rival).await, Uuid::new_v4());
        let head = "product,category,title_zh,pictures,description_zh,code,price,stock\n";
        let line = |n: i32, pictures: String, described: String| format!("p{n},goods-stall,杯 {n},{pictures},{described},C,20,9\n");
        let file = [
            line(1, format!("{ours}|{free}"), format!("好|\\pic:{ours}")),
            line(2, format!("{ours}|{theirs}"), String::new()),
            line(3, none.to_string(), String::new()),
            line(4, ours.to_string(), format!("好|\\pic:{none}|\\pic:{theirs}")),
        ];
        let file = format!("{head}{}", file.concat());
        let view = catalog.check_import(member, stall.shop, "cups.csv", file.as_bytes(), false).await.unwrap();
        let found: Vec<_> = view.faults.iter().map(|fault| (fault.line, fault.column.as_str(), fault.fault)).collect();
        let (pictures, described) = ("pictures", "description_zh");
        let no = CellFault::NoPicture;
        assert_eq!(found, [(3, pictures, no), (4, pictures, no), (5, described, no), (5, described, no)]);
        assert_eq!(view.products, 1);
        // What a product shows already may stay, whoever brought it.
        let draft = shop.draft("Old", 1).await;
        let (old, shown) = (catalog.create_draft(member, stall.shop, draft.clone()).await.unwrap(), draft.content.pictures[0]);
        let file = format!("{head}{old},goods-stall,旧,{shown},,A,1,9\n");
        let view = catalog.check_import(member, stall.shop, "old.csv", file.as_bytes(), false).await.unwrap();
        assert_eq!((view.fault_count, view.products), (0, 1), "{:?}", view.faults);
    }

    async fn the_rules_hold_for_files_too(shop: Shop) {
        let catalog = shop.commerce.catalog();
        let stall = shop.stall().await;
        let rule = shared::dto::ProductRule { category: None, review: ReviewRule::NewProducts, floor_minor: Some(500), required: vec![] };
        catalog.set_product_rule(Actor::System, rule).await.unwrap();
        let p = picture(&shop).await;
        let file = format!("{HEAD}a,goods-stall,杯,{p},,,,C,20,1\nb,goods-stall,碗,{p},,,,C,2,1\n");
        let view = catalog.check_import(Actor::System, stall.shop, "x.csv", file.as_bytes(), true).await.unwrap();
        catalog.apply_import(Actor::System, view.id).await.unwrap();
        while catalog.run_imports(Actor::System).await.unwrap() > 0 {}
        assert_eq!(catalog.import(Actor::System, view.id).await.unwrap().waiting, 2);
        let rows = catalog.shelf(Actor::System, stall.shop, ShelfQuery::default(), Locale::En).await.unwrap().rows;
        let mut states: Vec<_> = rows.iter().map(|row| (row.title.as_str(), row.edit)).collect();
        states.sort_by_key(|(title, _)| *title);
        assert_eq!(states, [("杯", EditState::InReview), ("碗", EditState::Rejected)]);
    }
}
