//! Pictures and films: receive, check, re-encode, serve. Owns `media`, `upload`, `upload_part` and the
//! object store.

mod entity;
mod file;
pub(crate) mod film;
mod intake;
mod paper;
mod picture;
mod picture_file;
mod picture_mixed;
mod plain;
mod queries;
mod service;
mod store;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
pub(crate) mod upload;

pub use file::{MediaFile, Part, Reach};
pub(crate) use paper::reencoded;
pub(crate) use picture::{Picture, pictures};
pub(crate) use plain::plain;
pub(crate) use queries::pictures_of;
pub use service::NewClip;
pub(crate) use service::{as_poster, forget, insert_row};
pub use store::Store;
pub use upload::NewUpload;
