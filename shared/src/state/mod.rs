//! The lives of things, each one table that code, tests and documentation share.

mod application;
mod category_request;
mod closing;
mod deposit;
mod edit;
mod import;
mod machine;
mod order;
mod payment;
mod product;
mod refund;
mod sample;
mod shipment;
mod upload;
mod video;
mod violation;

pub use application::{ApplicationEvent, ApplicationState};
pub use category_request::{CategoryRequestEvent, CategoryRequestState};
pub use closing::{ClosingEvent, ClosingState};
pub use deposit::{DepositEvent, DepositState};
pub use edit::{EditEvent, EditState};
pub use import::{ImportEvent, ImportState};
pub use machine::IllegalTransition;
pub use order::{OrderEvent, OrderState};
pub use payment::{PaymentEvent, PaymentState};
pub use product::{ProductEvent, ProductState};
pub use refund::{RefundEvent, RefundState};
pub use sample::{SampleEvent, SampleState};
pub use shipment::{ShipmentEvent, ShipmentState};
pub use upload::{UploadEvent, UploadState};
pub use video::{VideoEvent, VideoState};
pub use violation::{ViolationEvent, ViolationState};
