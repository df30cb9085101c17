//! The buying half: cart, checkout, cashier, orders, account.

mod addresses;
mod cart;
mod cart_line;
mod checkout;
mod login;
mod lookup;
mod me;
mod order;
mod order_body;
mod orders;
mod pay;

pub use addresses::AddressesPage;
pub use cart::CartPage;
pub use checkout::CheckoutPage;
pub use login::LoginPage;
pub use lookup::LookupPage;
pub use me::MePage;
pub use order::OrderPage;
pub use orders::OrdersPage;
pub use pay::PayPage;
