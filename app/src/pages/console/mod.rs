//! `/console/…`: the operator's desk.

mod application;
mod applications;
mod closing_rule;
mod fields;
mod rules;
mod wishes;

pub use application::ApplicationPage;
pub use applications::ApplicationsPage;
pub use rules::RulesPage;
pub use wishes::WishesPage;
