//! `/studio/…`: the back office of creators and merchants; `/console/…`: the operator's desk. Plain forms first, as
//! everywhere; their stylesheet is their own, so that no viewer waits for it.

mod frame;
mod home;
mod window;

pub use frame::{StudioFrame, StudioTab, my_shop};
pub use home::StudioPage;
pub use window::WindowPage;
