//! All SQL of the catalogue.

mod live;
mod read;
mod stock;
mod write;

pub use live::{Live, of_products, of_skus};
pub use read::*;
pub use stock::*;
pub use write::*;
