//! What was bought.

mod cancel;
mod confirm;
mod find;
mod track;

pub use cancel::cancel_order;
pub use confirm::confirm_order;
pub use find::find_order;
pub use track::track_order;
