//! What a basket costs: lines by shop, freight, limits, invalid reasons. Owns no table.

mod limit;
mod price;
mod service;

pub(crate) use price::{Ask, PricedLine, PricedShop, price, total};
pub(crate) use service::lines_of;
