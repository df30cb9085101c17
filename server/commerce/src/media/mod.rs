//! Pictures and clips: upload, check, re-encode, serve. Owns `media` and the object store.

mod entity;
mod picture;
mod queries;
mod service;
mod store;

pub(crate) use picture::{Picture, image, pictures};
pub use service::MediaFile;
pub use store::Store;
