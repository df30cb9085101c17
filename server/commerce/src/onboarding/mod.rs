//! Opening a showcase: who may (rules with effective dates), the application with its papers, agreements and
//! rounds of review, and what follows from it. Owns `real_name`, `eligibility_rule`,
//! `opening_policy`, `agreement`, `application`, `application_round`, `document`,
//! `document_access`, `signature`.
//!
//! Invariants: a draft takes whatever is typed, only handing in checks it; papers and numbers are sealed before
//! they leave memory, and read by operators alone, each reading logged; every round keeps what was handed in and
//! what was said of it; one application per account that is not void.

mod agreements;
mod conditions;
mod decide;
mod deposits;
mod documents;
mod draft;
mod entity;
mod file;
mod form;
mod identity_number;
mod later;
mod open;
mod paper;
mod queries;
mod review;
mod rules;
mod submit;
#[cfg(test)]
mod tests;
mod vault;
mod view;

pub use agreements::{NewAgreement, NextAgreement};
pub use decide::{Decision, Judgement};
pub use draft::{Outside, Step};
pub use file::MOST_BYTES;
pub(crate) use file::checked;
pub(crate) use later::{File, blank_file, file_of, paper_later, paper_of};
pub(crate) use open::{all_due, due, expire, paid};
pub use paper::Paper;
pub use rules::{NewPolicy, NewRule};
pub(crate) use rules::{Policy, policy};
pub(crate) use vault::Vault;
pub(crate) use view::of_account;
