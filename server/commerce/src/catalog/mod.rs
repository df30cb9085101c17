//! What is for sale: categories with their rates, products with a draft and an online copy, SKUs and
//! the stock of each. Owns `category`, `category_term`, `term_change`, `fee_rate`, `shop`, `freight_template`, `product`, `sku`,
//! `stock`, `review`, `shop_group`, `shop_group_product`, the rules for products and their imports; nobody else reads or changes a price or a quantity.

mod admin;
mod alike;
mod bulk;
mod busy;
mod cache;
mod categories;
mod content;
mod cursor;
mod differences;
mod draft;
pub(crate) mod entity;
mod found;
mod glance;
mod groups;
mod import;
mod listing;
mod manage;
mod mine;
mod mode;
mod offer;
mod preview;
mod publish;
mod queries;
mod record;
mod restrict;
mod review;
mod schedule;
mod service;
mod shelf;
mod shop;
mod stock;
mod tables;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
mod view;

pub use admin::NewReview;
pub(crate) use alike::{alike, on_sale_of};
pub use bulk::Bulk;
pub(crate) use busy::busy_goods;
pub use cache::Cache;
pub use content::{AttributeName, Choice, Content, Fact, Part};
pub use draft::{NewCategory, NewProduct, NewShop, ProductDraft, SkuDraft};
pub(crate) use found::{Root, found, roots, roots_at};
pub(crate) use glance::{Glance, cards, glances, terms};
pub use import::COLUMNS;
pub(crate) use listing::{end_shop, hold_shop, move_batch};
pub(crate) use mine::shop_name;
pub(crate) use mode::{mode_of, require_sales_here, set_mode, shops_by_mode, shops_of_mode};
pub(crate) use offer::{Offer, offers};
pub(crate) use queries::{all_stock, left, newest_of_shop, on_sale_among, running_imports, shop_of};
pub(crate) use restrict::{Restriction, ban, release_ban, restrict, title_of};
pub(crate) use review::banned;
pub use review::{DraftView, OnlineSku};
pub(crate) use schedule::{due as schedule_due, tell_low, turn};
pub use service::ProductQuery;
pub(crate) use service::page_size;
use stock::NORMAL;
pub use stock::StockChange;
pub(crate) use stock::{give, hold, release, restock, sell};
pub use tables::{NewNode, NewTerm};
pub(crate) use tables::{names_of_shops, overlaps};
