//! Validated values, one per file: what holds one has been checked, in the browser or on the server.

mod address;
mod email;
mod handle;
mod idempotency_key;
mod local_text;
mod phone;
mod quantity;

pub use address::Address;
pub use email::Email;
pub use handle::Handle;
pub use idempotency_key::IdempotencyKey;
pub use local_text::LocalText;
pub use phone::Phone;
pub use quantity::Quantity;
