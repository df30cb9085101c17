//! How it is paid.

mod create;
mod sync;

pub use create::create_payment;
pub use sync::sync_payment;
