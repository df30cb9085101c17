//! The schema, one small step per file. A step runs before the code that needs it and must suit the
//! code that still runs: add first, remove a release later.

mod m0001_identity;
mod m0002_media;
mod m0003_catalog;
mod m0004_showcase;
mod m0005_video;
mod m0006_search;
mod m0007_cart;
mod m0008_order;
mod m0009_payment;
mod m0010_shipping;
mod m0011_ledger;
mod m0012_outbox;
mod m0013_role;
mod m0014_onboarding;
mod m0015_product_review;
mod m0016_window;
mod m0017_clip_upload;
mod m0018_staff;
mod m0019_affiliate;
mod m0020_tables;
mod m0021_closing;
mod m0022_violation;
mod m0023_order_shop;
mod m0024_shop_ground;
mod m0026_linked;
mod m0027_clip;
mod m0028_standing;
mod m0029_shop_group;
mod schema;

use sea_orm_migration::prelude::*;

use crate::db::connect_writer;
pub use schema::{Schema, is_current, schema};

struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_identity::Step),
            Box::new(m0002_media::Step),
            Box::new(m0003_catalog::Step),
            Box::new(m0004_showcase::Step),
            Box::new(m0005_video::Step),
            Box::new(m0006_search::Step),
            Box::new(m0007_cart::Step),
            Box::new(m0008_order::Step),
            Box::new(m0009_payment::Step),
            Box::new(m0010_shipping::Step),
            Box::new(m0011_ledger::Step),
            Box::new(m0012_outbox::Step),
            Box::new(m0013_role::Step),
            Box::new(m0014_onboarding::Step),
            Box::new(m0015_product_review::Step),
            Box::new(m0016_window::Step),
            Box::new(m0017_clip_upload::Step),
            Box::new(m0018_staff::Step),
            Box::new(m0019_affiliate::Step),
            Box::new(m0020_tables::Step),
            Box::new(m0021_closing::Step),
            Box::new(m0022_violation::Step),
            Box::new(m0023_order_shop::Step),
            Box::new(m0024_shop_ground::Step),
            Box::new(m0026_linked::Step),
            Box::new(m0027_clip::Step),
            Box::new(m0028_standing::Step),
            Box::new(m0029_shop_group::Step),
        ]
    }
}

/// Brings the database at `url` up to date; `DbErr` if a step fails.
pub async fn migrate(url: &str) -> Result<(), DbErr> {
    let connection = connect_writer(url).await?;
    Migrator::up(&connection, None).await?;
    connection.close().await
}
