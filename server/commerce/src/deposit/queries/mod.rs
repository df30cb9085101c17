//! All SQL of deposits: what was paid, where shops sell, whether it is enough.

mod deposit;
mod request;
mod standing;

pub use deposit::*;
pub use request::*;
pub use standing::*;
