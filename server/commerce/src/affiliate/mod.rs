//! Goods that creators sell for others: commission plans of the merchants, what a creator was promised when they linked,
//! the choice they have, and samples. Owns `commission_product`, `commission_plan`, `commission_named`,
//! `commission_link` and `sample`. What a sale brings its creator is asked here; paying it out is not this room's.
//!
//! A rate rises at once. It falls, and a plan ends, only after the notice that the instance asks for: both are written
//! ahead into the plan with the moment from which they hold, so that a link earns what it was promised until then.

mod choose;
mod earn;
mod entity;
mod offer;
mod plan;
mod queries;
mod sample;
mod shown;
mod tell;
mod terms;
#[cfg(test)]
mod tests;
mod view;

pub use choose::{SelectionQuery, SelectionSort, Whose};
pub(crate) use earn::{Promise, Sale, Terms, earned, keep_promise, linkable, terms};
pub use offer::NewPlan;
pub use sample::SampleAct;
pub(crate) use sample::held;
pub use view::{Commission, Named, PlanView, Promotion, Sample, Selected, Selection};
