//! The operator's tables: one function per term of a category, each from a day on or at once.

mod agreement;
mod attributes;
mod category;
mod money;
mod platform;
mod tree;
mod withdraw;

#[cfg(feature = "ssr")]
pub mod read;

pub use agreement::publish_agreement;
pub use attributes::{AttributeForm, set_attributes};
pub use category::{close_category, name_category, protect_category, set_paper};
pub use money::{set_deposit, set_fee};
pub use platform::save_platform;
pub use tree::{add_category, move_category};
pub use withdraw::withdraw_term;
