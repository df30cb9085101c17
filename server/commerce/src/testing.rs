//! A shop per test, on both databases.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta};
use sea_orm::{ConnectionTrait, Database};
use shared::{
    BasisPoints, BuyerId, Currency, ErrorCode, FreightRule, FreightTemplate, FreightUnit, IdempotencyKey, LocalText,
    MediaId, Money, ProductId, Role, ShopId, SkuId,
};
use tempfile::TempDir;
use tokio::sync::OnceCell;
use uuid::Uuid;

use crate::{
    Actor, Clock, Commerce, Config, Db, Error,
    catalog::{Content, NewCategory, NewProduct, NewShop, ProductDraft, SkuDraft},
    media, migrate, sandbox, shipping,
    showcase::NewCreator,
};

/// An empty shop whose clock stands at 2026-11-22 12:00 UTC until it is advanced.
pub struct Shop {
    pub commerce: Commerce,
    /// Where `sku` and `product` put their goods; made by the first of them.
    stall: OnceCell<Stall>,
    /// Holds the SQLite file for as long as the shop.
    _folder: Option<TempDir>,
}

/// A seller with one category (fee 2 %) and free delivery everywhere.
#[derive(Debug, Clone, Copy)]
pub struct Stall {
    pub shop: ShopId,
    pub category: shared::CategoryId,
    pub creator: shared::CreatorId,
}

impl Shop {
    pub async fn on_sqlite() -> Self {
        let folder = TempDir::new().unwrap();
        let url = format!("sqlite://{}/shop.db", folder.path().display());
        Self { commerce: open(&url).await, stall: OnceCell::new(), _folder: Some(folder) }
    }

    /// A database of its own on the cluster that `scripts/with-postgres` started.
    pub async fn on_postgres() -> Self {
        let server = std::env::var("TEST_POSTGRES_URL")
            .expect("TEST_POSTGRES_URL is not set: run the tests as `scripts/with-postgres cargo test`");
        let name = format!("shop_{}", Uuid::new_v4().simple());
        let admin = Database::connect(format!("{server}/postgres")).await.unwrap();
        admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
        admin.close().await.unwrap();
        Self { commerce: open(&format!("{server}/{name}")).await, stall: OnceCell::new(), _folder: None }
    }

    /// Moves the clock of this shop.
    pub fn advance(&self, delta: TimeDelta) {
        self.commerce.clock().advance(delta);
    }

    /// The seller that `sku` and `product` belong to; its creator's handle is `stall`.
    pub async fn stall(&self) -> Stall {
        *self.stall.get_or_init(|| self.another_stall("stall")).await
    }

    /// A further seller, whose creator is called `handle`.
    pub async fn another_stall(&self, handle: &str) -> Stall {
        let catalog = self.commerce.catalog();
        let everywhere =
            FreightRule { provinces: vec!["*".into()], first_units: 1, first_fen: 0, next_units: 1, next_fen: 0 };
        let free = FreightTemplate {
            by: FreightUnit::Piece,
            free_from_fen: None,
            rules: vec![everywhere],
            no_delivery: vec![],
        };
        let freight = catalog.add_freight(Actor::System, free).await.unwrap();
        let new = NewShop { name: text(handle), logo: None, score_pct: 480, phone: "4001234567".into(), freight };
        let shop = catalog.add_shop(Actor::System, new).await.unwrap();
        let new = NewCategory {
            parent: None,
            code: format!("goods-{handle}"),
            name: text("Goods"),
            attributes: vec![],
            fees: vec![(None, BasisPoints::try_from(200).unwrap())],
            deposit_minor: 0,
            confirm_days: 10,
            seven_day_return: true,
        };
        let category = catalog.add_category(Actor::System, new).await.unwrap();
        self.commerce.deposit().grant(Actor::System, shop, category).await.unwrap();
        let new = NewCreator {
            handle: handle.parse().unwrap(),
            shop: Some(shop),
            name: text(handle),
            bio: text("Sells what it shows"),
            avatar: MediaId(Uuid::new_v4()),
            cover: MediaId(Uuid::new_v4()),
            verified: true,
            followers: 7,
        };
        let creator = self.commerce.showcase().add_creator(Actor::System, new).await.unwrap();
        Stall { shop, category, creator }
    }

    /// What `product` would list, for tests that change it first.
    pub async fn draft(&self, title: &str, on_hand: i32) -> ProductDraft {
        ProductDraft {
            category: self.stall().await.category,
            title: text(title),
            subtitle: LocalText::default(),
            content: Content { pictures: vec![MediaId(Uuid::new_v4())], ..Content::default() },
            skus: vec![SkuDraft {
                code: "A".into(),
                choice: vec![],
                price: Money::new(100, Currency::Cny),
                market_price: None,
                stock: on_hand,
                weight_g: 500,
                picture: None,
            }],
            ship_within_hours: 48,
            freight: None,
            commission: BasisPoints::try_from(1_000).unwrap(),
        }
    }

    /// Lists `draft` at the stall.
    pub async fn listed(&self, draft: ProductDraft) -> ProductId {
        let new = NewProduct { shop: self.stall().await.shop, draft, sold: 0, listed_at: None };
        self.commerce.catalog().add_product(Actor::System, new).await.unwrap()
    }

    /// A product with one SKU at ¥1.00 and `on_hand` pieces.
    pub async fn product(&self, title: &str, on_hand: i32) -> ProductId {
        self.listed(self.draft(title, on_hand).await).await
    }

    /// The only SKU of a product.
    pub async fn sku_of(&self, product: ProductId) -> SkuId {
        crate::catalog::testing::first_sku(&self.commerce, product).await
    }

    /// A SKU at ¥1.00 with `on_hand` pieces.
    pub async fn sku(&self, on_hand: i32) -> SkuId {
        self.sku_of(self.product("Cup", on_hand).await).await
    }
}

async fn open(url: &str) -> Commerce {
    migrate(url).await.unwrap();
    let noon = DateTime::from_timestamp(1_795_348_800, 0).unwrap();
    let config = Config::new("http://127.0.0.1:3000".into(), [7; 32], true);
    let store = media::Store::open("memory://").unwrap();
    let db = Db::connect(url).await.unwrap();
    let (provider, gateway) = sandbox::testing::Loopback::gateway(&config.secret);
    let carrier = Arc::new(shipping::SandboxCarrier);
    let commerce = Commerce::new(db, Clock::fixed(noon), config, store, Arc::new(gateway), carrier);
    provider.connect(&commerce);
    commerce
}

/// A guest nobody has met before.
pub fn guest() -> Actor {
    Actor::Guest(BuyerId(Uuid::new_v4()))
}

/// An account, without a row of its own.
pub fn account() -> Actor {
    Actor::Account(BuyerId(Uuid::new_v4()))
}

/// A new owner of a shop, called Owner.
pub async fn owner(commerce: &Commerce, shop: ShopId) -> Actor {
    let email = format!("{}@demo.test", Uuid::new_v4().simple()).try_into().unwrap();
    let account = commerce.identity().create_account(Actor::System, email, "a password", "Owner", false).await.unwrap();
    commerce.identity().add_member(Actor::System, shop, account, Role::Owner).await.unwrap();
    Actor::Account(account)
}

pub fn key(text: &str) -> IdempotencyKey {
    text.to_owned().try_into().unwrap()
}

/// The same words in both languages.
pub fn text(words: &str) -> LocalText {
    LocalText { zh: words.into(), en: words.into() }
}

/// Runs each test once per database.
macro_rules! on_both_databases {
    ($($(#[$doc:meta])* async fn $name:ident($shop:ident: Shop) $body:block)+) => {
        $(mod $name {
            #[allow(unused_imports, reason = "not every test uses every import of its file")]
            use super::*;

            $(#[$doc])*
            async fn body($shop: crate::testing::Shop) $body

            #[tokio::test(flavor = "multi_thread")]
            async fn sqlite() {
                body(crate::testing::Shop::on_sqlite().await).await;
            }

            #[tokio::test(flavor = "multi_thread")]
            async fn postgres() {
                body(crate::testing::Shop::on_postgres().await).await;
            }
        })+
    };
}
pub(crate) use on_both_databases;

/// What an answer says of the caller: `.` may, whatever else was wrong; `u` is asked to sign in; `f` must not;
/// `n` is told that there is nothing.
pub fn verdict<T>(answer: Result<T, Error>) -> char {
    match answer.map_err(|error| error.code()) {
        Err(ErrorCode::Unauthenticated) => 'u',
        Err(ErrorCode::Forbidden) => 'f',
        Err(ErrorCode::NotFound) => 'n',
        _ => '.',
    }
}

/// Calls each method as every actor, compares with the column before it and names every line that is not so.
macro_rules! table {
    ($actors:ident: $($expected:literal $call:expr;)+) => {{
        let mut wrong: Vec<String> = Vec::new();
        $(
            let mut verdicts = String::new();
            for actor in $actors {
                verdicts.push($crate::testing::verdict($call(actor).await));
            }
            if verdicts != $expected {
                wrong.push(format!("{verdicts} {}", stringify!($call)));
            }
        )+
        assert_eq!(wrong, Vec::<String>::new());
    }};
}
pub(crate) use table;
