//! Violations: recorded and decided by the operator, appealed by whom they concern.

mod appeal;
mod decide;
mod record;
mod rule;

pub use appeal::{appeal_violation, withdraw_appeal};
pub use decide::decide_violation;
pub use record::{ViolationForm, record_violation};
pub use rule::set_appeal_days;
