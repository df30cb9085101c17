//! Shops elsewhere in the demo: the list of what can be linked, and one shop whose goods come by a table and are
//! bought on another platform. The platform at `market.example` is made up, and its addresses lead nowhere.

use anyhow::Context;
use commerce::{
    Actor, Commerce,
    catalog::NewShop,
    linked::{NewLink, NewPlatform},
    showcase::{NewArrangement, NewCreator},
};
use shared::{FreightRule, FreightTemplate, FreightUnit, LocalText, Locale, OpeningMode, PlatformId, dto::ShelfQuery};

use super::{Made, catalog::Catalog, people};

/// What can be linked, as an operator may begin; the last one is the demo's.
const PLATFORMS: [(OpeningMode, &str, &str, &[&str]); 4] = [
    (OpeningMode::Component, "小程序商店", "Mini-program shop", &["weixin.qq.com"]),
    (OpeningMode::Platform, "京东", "JD", &["jd.com"]),
    (OpeningMode::Platform, "拼多多", "Pinduoduo", &["yangkeduo.com", "pinduoduo.com"]),
    (OpeningMode::Platform, "样本集市", "Sample market", &["market.example"]),
];

/// The platforms, a linked shop, and its goods by a table. Gives its owner, who leaves the deposit with the others.
pub async fn linked(commerce: &Commerce, catalogue: &Catalog, made: &Made) -> anyhow::Result<Actor> {
    let market = platforms(commerce).await?.context("a platform")?;
    let freight = FreightTemplate {
        by: FreightUnit::Piece,
        free_from_fen: None,
        rules: vec![FreightRule {
            provinces: vec!["*".into()],
            first_units: 1,
            first_fen: 0,
            next_units: 1,
            next_fen: 0,
        }],
        no_delivery: Vec::new(),
    };
    let freight = commerce.catalog().add_freight(Actor::System, freight).await?;
    let name = text("林间好物（样本）", "Woodland finds (sample)");
    let new = NewShop { name: name.clone(), logo: None, score_pct: 470, phone: "4001230000".into(), freight };
    let shop = commerce.catalog().add_shop(Actor::System, new).await?;
    let picture = |name: &str| made.pictures.get(name).copied().with_context(|| format!("picture {name}"));
    let new = NewCreator {
        handle: "market".parse()?,
        shop: Some(shop),
        name,
        bio: text("只推荐，在样本集市下单。", "We recommend; the sample market sells."),
        avatar: picture("avatar-outdoor")?,
        cover: picture("cover-outdoor")?,
        verified: true,
        followers: 320,
    };
    let creator = commerce.showcase().add_creator(Actor::System, new).await?;
    let link = NewLink {
        platform: market,
        name: "林间好物旗舰店".into(),
        number: "60018".into(),
        address: "https://market.example/shop/60018".into(),
    };
    commerce.linked().link_shop(Actor::System, shop, link).await?;
    let owner = people::owner(commerce, "market@demo.test", "林间好物", shop).await?;
    // Before the table: goods are listed where their shop may sell.
    for code in ["gaiwan", "play"] {
        let root = catalogue.root(code);
        let root = *made.categories.get(root).with_context(|| format!("category {root}"))?;
        commerce.deposit().grant(Actor::System, shop, root).await?;
    }

    let (gaiwan, crayon) = (picture("tea-gaiwan")?, picture("book-crayon")?);
    let table = format!(
        "category,title_zh,title_en,pictures,code,price,stock,master_number,master_address\n\
         gaiwan,旅行快客杯（样本）,Travel gaiwan (sample),{gaiwan},T1,69.00,24,9001,https://item.market.example/9001.html\n\
         play,手工蜡笔十二色（样本）,Twelve crayons (sample),{crayon},C1,39.00,40,9002,https://item.market.example/9002.html\n"
    );
    let catalog = commerce.catalog();
    let import = catalog.check_import(Actor::System, shop, "market.csv", table.as_bytes(), true).await?;
    // A sample that a rule of the shop refuses must not keep the demo from starting.
    if import.fault_count > 0 {
        tracing::warn!(faults = ?import.faults, "the table of the linked shop");
    }
    if import.products > 0 {
        catalog.apply_import(Actor::System, import.id).await?;
        while catalog.run_imports(Actor::System).await? > 0 {}
    }
    let rows = catalog.shelf(Actor::System, shop, ShelfQuery::default(), Locale::ZhCn).await?.rows;
    let products = rows.into_iter().map(|row| row.id).collect();
    let window = NewArrangement { products, pinned: Vec::new(), hidden: Vec::new(), groups: Vec::new() };
    commerce.showcase().arrange(Actor::System, creator, window).await?;
    Ok(owner)
}

async fn platforms(commerce: &Commerce) -> anyhow::Result<Option<PlatformId>> {
    let mut last = None;
    for (mode, zh, en, hosts) in PLATFORMS {
        let hosts = hosts.iter().map(|host| (*host).to_owned()).collect();
        let new = NewPlatform { known: None, mode, name: text(zh, en), hosts, open: true };
        last = Some(commerce.linked().save_platform(Actor::System, new).await?);
    }
    Ok(last)
}

fn text(zh: &str, en: &str) -> LocalText {
    LocalText { zh: zh.to_owned(), en: en.to_owned() }
}
