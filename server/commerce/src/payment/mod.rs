//! How orders and deposits are paid: payments, refunds, and the gateways that move the money. Owns `payment`,
//! `payment_order`, `refund`, `notification`.
//!
//! Invariants: the provider is never called inside a transaction; what is to be done there is written
//! down before, so that a crash in between is healed by the timer; only the exact amount pays.

mod close;
mod create;
pub(crate) mod entity;
mod gateway;
pub(crate) mod queries;
mod refund;
mod service;
mod settle;
#[cfg(test)]
mod tests;

pub(crate) use close::close;
pub use gateway::{
    Closing, GatewayError, HttpTransport, Notice, NoticeContent, NoticeHeaders, PaymentGateway, Prepaid, Prepay,
    RefundAnswer, Repay, SandboxGateway, Trade, TradeState, Transport,
};
pub(crate) use gateway::{crypto, wire};
pub(crate) use refund::{owe, owe_deposit, send as send_refund};
pub(crate) use service::sync;
pub use settle::Noticed;
#[cfg(test)]
pub(crate) use settle::polled;
