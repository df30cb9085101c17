//! The shop's pages: rendered by `app`, and kept for a while where they are the same for everyone.

pub mod again;
mod cache;
mod gzip;
mod layer;
mod live_style;
mod personal;
mod site;
mod studio_style;
mod template;

pub use cache::PageCache;
pub use layer::layer;
pub use live_style::live_style;
pub use site::options;
pub use studio_style::studio_style;
