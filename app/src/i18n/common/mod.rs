//! What every page has.

mod en;
mod zh_cn;

use shared::{ErrorCode, OrderState, PaymentState, ProductState, ShipmentState};

pub use en::EN;
pub use zh_cn::ZH_CN;

/// The texts of every page.
#[derive(Debug)]
#[expect(missing_docs, reason = "each field is its own text")]
pub struct Common {
    pub shop: &'static str,
    pub tagline: &'static str,
    pub skip: &'static str,
    pub main_nav: &'static str,
    pub home: &'static str,
    pub clips: &'static str,
    pub discover: &'static str,
    pub bag: &'static str,
    pub me: &'static str,
    pub orders: &'static str,
    pub search: &'static str,
    pub search_hint: &'static str,
    pub back: &'static str,
    pub close: &'static str,
    pub share: &'static str,
    pub copied: &'static str,
    pub more: &'static str,
    pub retry: &'static str,
    pub reload: &'static str,
    pub lost: &'static str,
    pub verified: &'static str,
    pub position: &'static str,
    pub sold_out: &'static str,
    pub theme: &'static str,
    pub theme_system: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub language: &'static str,
    pub not_found_title: &'static str,
    pub not_found_help: &'static str,
    pub gone_title: &'static str,
    pub gone_help: &'static str,
    pub closed_title: &'static str,
    pub closed_help: &'static str,
    pub broken_title: &'static str,
    pub broken_help: &'static str,
    pub to_home: &'static str,
    /// Names a field that cannot be accepted, by its name in the request.
    pub field: fn(&str) -> &'static str,
    pub(super) error: fn(ErrorCode) -> &'static str,
    pub(super) order_state: fn(OrderState) -> &'static str,
    pub(super) payment_state: fn(PaymentState) -> &'static str,
    pub(super) shipment_state: fn(ShipmentState) -> &'static str,
    pub(super) product_state: fn(ProductState) -> &'static str,
}

impl Common {
    /// What went wrong and, where there is something to do, what to do.
    pub fn error(&self, code: ErrorCode) -> &'static str {
        (self.error)(code)
    }

    /// The state of an order in words.
    pub fn order_state(&self, state: OrderState) -> &'static str {
        (self.order_state)(state)
    }

    /// The state of a payment in words.
    pub fn payment_state(&self, state: PaymentState) -> &'static str {
        (self.payment_state)(state)
    }

    /// The state of a parcel in words.
    pub fn shipment_state(&self, state: ShipmentState) -> &'static str {
        (self.shipment_state)(state)
    }

    /// The state of a product in words.
    pub fn product_state(&self, state: ProductState) -> &'static str {
        (self.product_state)(state)
    }
}
