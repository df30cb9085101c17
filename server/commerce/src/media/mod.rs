//! Pictures and clips: upload, check, re-encode, serve. Owns `media` and the object store.

mod service;

pub use service::{MediaFile, Store};
