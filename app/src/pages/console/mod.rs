//! `/console/…`: the operator's desk.

mod accuse;
mod application;
mod applications;
mod charge;
mod clips;
mod closing_rule;
mod draft;
mod fields;
mod platforms;
mod rules;
mod tables;
mod user;
mod users;
mod violation;
mod violations;
mod wishes;

pub use accuse::AccusePage;
pub use application::ApplicationPage;
pub use applications::ApplicationsPage;
pub use clips::ClipReviewPage;
pub use platforms::PlatformsPage;
pub use rules::RulesPage;
pub use tables::{AgreementsPage, CategoriesPage, DepositsPage, FeesPage};
pub use user::UserPage;
pub use users::UsersPage;
pub use violation::ViolationPage;
pub use violations::ViolationsPage;
pub use wishes::WishesPage;
