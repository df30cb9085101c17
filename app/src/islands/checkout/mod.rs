//! The checkout as a layer of the sheet: address, sum, pay, paid, with the clip still playing behind.
//!
//! Its program is fetched at the tap on "buy"; if it does not come, the page `/checkout` opens.

mod layer;
mod panel;

pub use layer::open;
