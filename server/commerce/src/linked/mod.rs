//! What has its master elsewhere: the kinds of shops that can be linked (kept by the operator, published to whoever
//! applies), the shops that are, and their products. Owns `platform`, `shop_link` and `product_link`. A shop's way of opening is the catalogue's.
//!
//! Invariant: an address that viewers are led to is `https` and at a host of the shop's platform, when it is written
//! and again each time it is shown; a connector to a platform would write through the same doors as a table does.

mod entity;
mod link;
mod platform;
mod product;
mod queries;
#[cfg(test)]
mod tests;

pub use link::NewLink;
pub(crate) use link::{Link, insert, link_of};
pub use platform::NewPlatform;
pub(crate) use platform::{Platform, choices, fits, platforms};
pub use product::Place;
pub(crate) use product::{forget, keep, numbered, place, places, require_own};
