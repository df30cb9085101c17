//! Pictures and clips: upload, check, re-encode, serve. Owns `media` and the object store.

mod entity;
mod paper;
mod picture;
mod picture_file;
mod plain;
mod queries;
mod service;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use paper::reencoded;
pub(crate) use picture::{Picture, pictures};
pub(crate) use plain::plain;
pub use service::{MediaFile, NewClip};
pub use store::Store;
