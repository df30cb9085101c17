//! The payment provider of the demo: the other side of `payment::SandboxGateway`, with books, a key
//! and messages of its own. Owns `sandbox_trade`, `sandbox_refund`, `sandbox_key`; reads no table of
//! the shop. It answers requests and makes messages; the server carries both over HTTP.

mod api;
mod entity;
mod key;
mod message;
mod queries;
mod service;
#[cfg(test)]
pub(crate) mod testing;

pub use api::Answer;
pub(crate) use key::Keys;
pub use message::Delivery;
pub use service::Outcome;
