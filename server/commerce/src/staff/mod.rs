//! The people of a shop: who may join, who does what, what was done. Owns `shop_invitation` and
//! `activity`; who is a member is identity's.

mod activity;
mod entity;
mod queries;
mod service;
#[cfg(test)]
mod tests;

pub(crate) use activity::{act, record};
pub use service::NewInvitation;
