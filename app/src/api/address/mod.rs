//! The buyer's book of addresses.

mod remove;
mod save;

pub use remove::remove_address;
pub use save::save_address;
