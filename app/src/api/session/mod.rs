//! Signing in and out.

mod code;
mod sign_in;
mod sign_out;

pub use code::send_code;
pub use sign_in::{SignInForm, sign_in};
pub use sign_out::sign_out;
