//! `/console/…`: the operator's desk.

mod application;
mod applications;
mod fields;

pub use application::ApplicationPage;
pub use applications::ApplicationsPage;
