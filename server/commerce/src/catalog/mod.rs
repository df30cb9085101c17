//! What is for sale: categories with their rates, products with a draft and an online copy, SKUs and
//! the stock of each. Owns `category`, `fee_rate`, `shop`, `freight_template`, `product`, `sku`,
//! `stock`, `review`; nobody else reads or changes a price or a quantity.

mod admin;
mod cache;
mod categories;
mod content;
mod cursor;
mod draft;
pub(crate) mod entity;
mod glance;
mod manage;
mod mine;
mod offer;
mod publish;
mod queries;
mod record;
mod service;
mod shop;
mod stock;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
mod view;

pub use admin::NewReview;
pub use cache::Cache;
pub use content::{AttributeName, Choice, Content, Fact, Part};
pub use draft::{NewCategory, NewProduct, NewShop, ProductDraft, SkuDraft};
pub(crate) use glance::{Glance, cards, glances, terms};
pub(crate) use offer::{Offer, offers};
pub(crate) use queries::{all_stock, left, newest_of_shop, shop_of};
pub use service::ProductQuery;
pub(crate) use service::page_size;
use stock::NORMAL;
pub use stock::StockChange;
pub(crate) use stock::{hold, release, restock, sell};
