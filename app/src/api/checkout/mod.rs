//! What a basket costs, and placing its orders.

mod open;
mod place;
mod regions;

pub use open::open_checkout;
pub use place::{PlaceForm, place_order};
pub use regions::list_regions;
