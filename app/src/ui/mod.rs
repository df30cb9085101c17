//! The pieces pages are made of. `icon` and `price` also run in islands; the rest is the server's.

mod icon;
mod price;

#[cfg(feature = "ssr")]
mod bar;
#[cfg(feature = "ssr")]
mod clips;
#[cfg(feature = "ssr")]
mod dock;
#[cfg(feature = "ssr")]
mod foot;
#[cfg(feature = "ssr")]
mod frame;
#[cfg(feature = "ssr")]
mod good_card;
#[cfg(feature = "ssr")]
mod logo;
#[cfg(feature = "ssr")]
mod picture;
#[cfg(feature = "ssr")]
mod stock;
#[cfg(feature = "ssr")]
mod when;

pub use icon::{icon, icon_of};
pub use price::full_price;

#[cfg(feature = "ssr")]
pub use bar::Bar;
#[cfg(feature = "ssr")]
pub use clips::clips;
#[cfg(feature = "ssr")]
pub use dock::{Dock, Tab};
#[cfg(feature = "ssr")]
pub use foot::Foot;
#[cfg(feature = "ssr")]
pub use frame::Frame;
#[cfg(feature = "ssr")]
pub use good_card::{Scene, goods, product_href};
#[cfg(feature = "ssr")]
pub use logo::{logo, verified};
#[cfg(feature = "ssr")]
pub use picture::{Loading, face, picture};
#[cfg(feature = "ssr")]
pub use price::{cents, parts, price};
#[cfg(feature = "ssr")]
pub use stock::stock_words;
#[cfg(feature = "ssr")]
pub use when::ago;
