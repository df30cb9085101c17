//! What a buyer sets aside.

mod add;
mod change;
mod remove;

pub use add::add_to_cart;
pub use change::change_cart;
pub use remove::remove_from_cart;
