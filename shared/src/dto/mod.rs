//! What crosses the wire, in the words of the API. Texts are already in the reader's language, times
//! are RFC 3339 UTC as text (a date parser would be the largest part of the browser's code).

/// Records that the pages alone read: no part of the REST API, so without a description.
macro_rules! records {
    ($($(#[$attr:meta])* pub struct $name:ident { $($body:tt)* })+) => {$(
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        $(#[$attr])*
        pub struct $name { $($body)* }
    )+};
}

mod account;
mod cart;
mod checkout;
mod clip;
mod closing;
mod deposit;
mod inbox;
mod linked;
mod media;
mod opening;
mod order;
mod page;
mod payment;
mod problem;
mod product;
mod product_desk;
mod product_import;
mod shipment;
mod showcase;
mod staff;
mod tables;
mod today;
mod video;
mod violation;

pub use account::*;
pub use cart::*;
pub use checkout::*;
pub use clip::*;
pub use closing::*;
pub use deposit::*;
pub use inbox::*;
pub use linked::*;
pub use media::*;
pub use opening::*;
pub use order::*;
pub use page::*;
pub use payment::*;
pub use problem::*;
pub use product::*;
pub use product_desk::*;
pub use product_import::*;
pub use shipment::*;
pub use showcase::*;
pub use staff::*;
pub use tables::*;
pub use today::*;
pub use video::*;
pub use violation::*;

/// Derives what every DTO has.
macro_rules! dto {
    ($($(#[$attr:meta])* pub $kind:ident $name:ident { $($body:tt)* })+) => {$(
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        $(#[$attr])*
        pub $kind $name { $($body)* }
    )+};
}
use dto;
