//! A shop's products and their review.

mod bulk;
mod create;
mod group;
mod import;
mod life;
mod price;
mod review;
mod rules;
mod schedule;
mod stock;

#[cfg(feature = "ssr")]
pub mod editor;
#[cfg(feature = "ssr")]
mod read;

pub use bulk::bulk_products;
pub use create::create_product;
pub use group::{add_group, change_group, group_products};
pub use import::{apply_import, cancel_import};
pub use life::{move_product, submit_product};
pub use price::set_price;
pub use review::{approve_product, reject_product};
pub use rules::{remove_product_rule, set_banned_words, set_product_rule};
pub use schedule::schedule_product;
pub use stock::{set_stock, set_threshold};
