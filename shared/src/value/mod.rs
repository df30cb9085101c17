//! Validated values, one per file: what holds one has been checked, in the browser or on the server.

mod address;
mod email;
mod handle;
mod host;
mod idempotency_key;
mod local_text;
mod phone;
mod quantity;
mod web_address;

pub use address::Address;
pub use email::Email;
pub use handle::Handle;
pub use host::Host;
pub use idempotency_key::IdempotencyKey;
pub use local_text::LocalText;
pub use phone::Phone;
pub use quantity::Quantity;
pub use web_address::WebAddress;
