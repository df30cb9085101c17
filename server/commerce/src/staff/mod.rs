//! The people of a shop: who may join, who does what, what was done. Owns `shop_invitation` and
//! `activity`; who is a member is identity's.

mod activity;
mod entity;
mod log;
mod queries;
mod service;
#[cfg(test)]
mod tests;

pub use activity::{ACTS, SUBJECTS, subject_of};
pub(crate) use activity::{Deed, act, plain};
pub use log::LogQuery;
pub use service::NewInvitation;
