//! All SQL of applications: the applications themselves, their papers, the operator's rules.

mod application;
mod document;
mod rule;

pub use application::*;
pub use document::*;
pub use rule::*;
