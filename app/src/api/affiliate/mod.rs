//! Commission plans and samples.

mod offer;
mod plan;
mod sample;

pub use offer::offer_plan;
pub use plan::change_plan;
pub use sample::{ask_sample, move_sample};
