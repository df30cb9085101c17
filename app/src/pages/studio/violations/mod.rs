//! `/studio/violations…`: what is held against the caller and the shops they answer for.

mod list;
mod one;
mod parts;

pub use list::MyViolationsPage;
pub use one::MyViolationPage;
pub use parts::{facts, papers, paragraphs, rows, upload};
