//! How fast a file becomes products on sale: `make bench` asks with
//! `scripts/with-postgres cargo test --release -p commerce csv_skus_per_s -- --ignored --nocapture`.

use std::time::Instant;

use crate::{Actor, testing::Shop};

/// SKUs of the file.
const SKUS: u32 = 10_000;

#[expect(clippy::print_stdout, reason = "the figure is what it is run for")]
async fn measure(database: &str, shop: Shop) {
    let catalog = shop.commerce.catalog();
    let stall = shop.stall().await;
    let mut file = String::from(
        "product,category,title_zh,title_en,pictures,option1_zh,option1_values_zh,choice,code,price,stock,weight_g\n",
    );
    let pictures = crate::media::testing::pictures(&shop.commerce, None, 2_000).await;
    for (product, picture) in (0..SKUS / 5).zip(pictures) {
        for sku in 1..=5 {
            let own =
                format!("天青釉盖碗 {product},Celadon gaiwan {product},{picture},釉色,天青|甜白|梅子青|影青|霁蓝");
            let own = if sku == 1 { own } else { ",,,,".to_owned() };
            let category = if sku == 1 { "goods-stall" } else { "" };
            file.push_str(&format!("p{product},{category},{own},{sku},S{sku},168.00,20,300\n"));
        }
    }
    let start = Instant::now();
    let view = catalog.check_import(Actor::System, stall.shop, "speed.csv", file.as_bytes(), true).await.unwrap();
    assert_eq!((view.skus, view.fault_count), (10_000, 0));
    let checked = start.elapsed();
    catalog.apply_import(Actor::System, view.id).await.unwrap();
    while catalog.run_imports(Actor::System).await.unwrap() > 0 {}
    let all = start.elapsed();
    assert_eq!(catalog.import(Actor::System, view.id).await.unwrap().done_skus, 10_000);
    let per_second = u128::from(SKUS) * 1_000 / all.as_millis().max(1);
    println!("csv_skus_per_s {database} {per_second} (check {} ms, all {} ms)", checked.as_millis(), all.as_millis());
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "a measurement"]
async fn csv_skus_per_s_sqlite() {
    measure("sqlite", Shop::on_sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "a measurement"]
async fn csv_skus_per_s_postgres() {
    measure("postgres", Shop::on_postgres().await).await;
}
