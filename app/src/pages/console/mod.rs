//! `/console/…`: the operator's desk.

mod application;
mod applications;
mod fields;
mod rules;

pub use application::ApplicationPage;
pub use applications::ApplicationsPage;
pub use rules::RulesPage;
