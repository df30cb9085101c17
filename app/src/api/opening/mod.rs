//! Opening a showcase: one function per step, and the operator's word on it.

mod deposit;
mod hand_in;
mod inbox;
mod judge;
mod name;
mod rules;
mod sign;
mod steps;

pub use deposit::pay_deposit;
pub use hand_in::{submit_opening, withdraw_opening};
pub use inbox::read_inbox;
pub use judge::{VerdictForm, judge_application};
pub use name::verify_name;
pub use rules::{set_policy, set_rule};
pub use sign::sign_agreements;
pub use steps::{save_categories, save_mode, save_shop, save_subject};
