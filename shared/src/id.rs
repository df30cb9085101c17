//! Typed ids, so that a SKU can never be passed where a product is meant.
//!
//! Opaque to callers (a counter would tell competitors the number of orders) and strings on the
//! wire (JavaScript loses integers above 2^53). Made on the server as UUIDv7.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "db", derive(sea_orm::DeriveValueType))]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        /// Asked of every primary key, used only where a database numbers its rows.
        #[cfg(feature = "db")]
        impl sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }
    )+};
}

id! {
    /// Whoever buys: a signed-in account, or a guest known only by the token they hold.
    BuyerId,
    /// A saved delivery address.
    AddressId,
    /// A selling subject: owns products, receives orders.
    ShopId,
    /// An offer to join the people of a shop.
    InvitationId,
    /// An entry of a shop's log.
    ActivityId,
    /// A creator with a home page and a showcase.
    CreatorId,
    /// A node of the category tree.
    CategoryId,
    /// A change of the operator's tables.
    TermChangeId,
    /// One product (an SPU).
    ProductId,
    /// One buyable variant of a product.
    SkuId,
    /// A freight template of a shop.
    FreightId,
    /// A group of a shop's own products.
    ShelfGroupId,
    /// A picture or clip with its renditions.
    MediaId,
    /// A group of showcase items.
    GroupId,
    /// A file on its way into the shop.
    UploadId,
    /// A short video.
    VideoId,
    /// One line of a cart.
    CartLineId,
    /// One order: one buyer, one shop.
    OrderId,
    /// One line of an order.
    OrderLineId,
    /// One attempt to pay one or several orders together.
    PaymentId,
    /// Money going back to a buyer.
    RefundId,
    /// One parcel.
    ShipmentId,
    /// An application for a showcase.
    ApplicationId,
    /// A paper that an application is founded on.
    DocumentId,
    /// One version of an agreement.
    AgreementId,
    /// A deposit that a shop owes or has paid.
    DepositId,
    /// A shop's wish for another category.
    CategoryRequestId,
    /// One closing of a shop.
    ClosingId,
    /// A message in somebody's inbox.
    MessageId,
    /// A kind of shop elsewhere that can be linked.
    PlatformId,
    /// One violation that the operator has recorded.
    ViolationId,
    /// One import of products from a file.
    ImportId,
    /// A commission plan of a product.
    PlanId,
    /// A creator's request for a sample.
    SampleId,
}
