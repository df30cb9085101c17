//! What is alive while buying: cashier, order page, the selects of an address.

#[cfg(feature = "hydrate")]
pub mod call;
mod cart_alive;
mod checkout_alive;
mod order_live;
mod pay_live;
#[cfg(feature = "hydrate")]
pub mod regions;

pub use cart_alive::CartAlive;
pub use checkout_alive::CheckoutAlive;
pub use order_live::OrderLive;
pub use pay_live::PayLive;
#[cfg(feature = "hydrate")]
pub use pay_live::pay_alive;
