//! `/studio/…`: the back office of creators and merchants; `/console/…`: the operator's desk. Plain forms first, as
//! everywhere; their stylesheet is their own, so that no viewer waits for it.

mod clips;
mod closing;
mod deposit;
mod elsewhere;
mod frame;
mod home;
mod inbox;
mod opening;
mod places;
pub mod products;
mod promotion;
mod selection;
mod staff;
mod today;
pub mod violations;
pub mod window;

pub use clips::{ClipPage, ClipsPage, NewClipPage};
pub use closing::ClosingPage;
pub use deposit::DepositPage;
pub use frame::{StudioFrame, StudioTab, my_shop};
pub use home::StudioPage;
pub use opening::OpeningPage;
pub use promotion::{AskedSamplesPage, PromotionPage};
pub use selection::{MySamplesPage, SelectionPage};
pub use staff::{JoinPage, LogPage, StaffPage};
pub use window::WindowPage;
