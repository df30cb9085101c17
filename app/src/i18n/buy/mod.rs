//! Buying: cart, checkout, cashier, orders, account.

mod en;
mod zh_cn;

pub use en::EN;
pub use zh_cn::ZH_CN;

/// The texts of buying.
#[derive(Debug)]
#[expect(missing_docs, reason = "each field is its own text")]
pub struct Buy {
    pub cart: &'static str,
    pub checkout: &'static str,
    pub pay: &'static str,
    pub order: &'static str,
    pub orders: &'static str,
    pub login: &'static str,
    pub me: &'static str,
    pub addresses: &'static str,
    pub lookup: &'static str,
}
