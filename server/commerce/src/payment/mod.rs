//! How orders are paid: payments, refunds, and the gateways that move the money. Owns `payment`,
//! `payment_order`, `refund`, `notification`.

mod gateway;
mod service;

pub use gateway::PaymentGateway;
