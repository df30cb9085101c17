//! `/console/…`: the operator's desk.

mod application;
mod applications;
mod fields;
mod rules;
mod tables;

pub use application::ApplicationPage;
pub use applications::ApplicationsPage;
pub use rules::RulesPage;
pub use tables::{AgreementsPage, CategoriesPage, DepositsPage, FeesPage};
