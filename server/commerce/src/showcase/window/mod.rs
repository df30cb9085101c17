//! A creator's window while it is arranged: a draft apart from what is live, acts on it that can be taken back, preview,
//! publication and history. Owns `window_draft`, `window_change`, `window_version`.

mod edit;
mod entity;
mod live;
mod preview;
mod publish;
mod queries;
#[cfg(test)]
mod tests;
mod token;
mod view;

pub(crate) use live::drafted;
pub use preview::PreviewState;
pub(crate) use publish::publish_due;
pub(crate) use queries::due;
pub use view::{Window, WindowItem, WindowVersion};
