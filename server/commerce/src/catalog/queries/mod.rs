//! All SQL of the catalogue.

mod groups;
mod import;
mod live;
mod mode;
mod read;
mod review;
mod shelf;
mod stock;
mod tables;
mod write;

pub use groups::*;
pub use import::*;
pub use live::{Live, Summary, of_products, of_skus, summaries};
pub use mode::*;
pub use read::*;
pub use review::*;
pub use shelf::*;
pub use stock::*;
pub use tables::*;
pub use write::*;
