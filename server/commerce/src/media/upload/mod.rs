//! Files that arrive in parts: what is durable is counted in the database, and nothing else counts. A
//! part is written under a name of its own before the count moves, so that a process may be killed at
//! any byte, and the same bytes may come twice or to two processes at once.

mod claim;
mod entity;
mod queries;
mod service;
mod store;
mod sweep;
#[cfg(test)]
mod tests;

pub(crate) use claim::{Claim, accept, claim, of_shop, refuse};
pub use service::NewUpload;
pub(crate) use sweep::{expired, forget};
