//! Violations: recorded and decided by the operator, appealed by whom they concern.

mod appeal;
mod contact;
mod decide;
mod draft;
mod issue;
mod rule;

pub use appeal::{appeal_violation, withdraw_appeal};
pub use contact::read_contact;
pub use decide::decide_violation;
pub use draft::{ViolationForm, draft_violation};
pub use issue::issue_violation;
pub use rule::set_appeal_days;
