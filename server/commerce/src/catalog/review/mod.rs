//! A draft's way online: what the rules say of it, and where the operator's rule asks for it, the operator.

mod edit;
mod queue;
mod rules;
mod settings;
mod submit;
#[cfg(test)]
mod tests;

pub use edit::{DraftView, OnlineSku};
pub(crate) use rules::banned;
pub(super) use rules::{Rules, Stays};
pub(super) use submit::Place;
use submit::sent_back;
