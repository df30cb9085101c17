//! Pictures and clips: upload, check, re-encode, serve. Owns `media` and the object store.

mod entity;
mod picture;
mod picture_file;
mod queries;
mod service;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use picture::{Picture, pictures};
pub use service::{MediaFile, NewClip};
pub use store::Store;
