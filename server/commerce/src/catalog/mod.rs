//! What is for sale: categories with their rates, products with a draft and an online copy, SKUs and
//! the stock of each. Owns `category`, `fee_rate`, `shop`, `freight_template`, `product`, `sku`,
//! `stock`, `review`; nobody else reads or changes a price or a quantity.

mod cache;
pub(crate) mod entity;
mod offer;
mod queries;
mod service;
mod stock;
#[cfg(test)]
mod tests;

pub use cache::Cache;
pub(crate) use offer::{Offer, offers};
pub use service::ProductQuery;
pub(crate) use stock::{hold, release, restock, sell};
pub use stock::StockChange;
