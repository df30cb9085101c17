//! What the shop and the browser agree on: money, ids, states and their transitions, validated
//! values, prices and fees, DTOs and error codes.
//!
//! Invariant: nothing here does I/O, reads a clock or draws a random number, so every function can
//! be tested by its arguments alone and compiles for WASM.

pub mod dto;
mod error;
mod fee;
mod freight;
mod id;
mod locale;
mod money;
mod opening;
mod plan;
mod role;
mod scene;
mod state;
mod term;
mod upload_fault;
mod upload_purpose;
mod value;
mod violation;
mod window;

pub use error::ErrorCode;
pub use fee::{BasisPoints, refund_share, spread};
pub use freight::{FreightRule, FreightTemplate, FreightUnit, NoDelivery};
pub use id::*;
pub use locale::Locale;
pub use money::{Currency, Money, MoneyError};
pub use opening::{
    AgreementKind, Blocker, DepositBy, DepositKind, DocumentKind, Matter, OpeningMode, RejectReason, RuleKind,
    SubjectType,
};
pub use plan::PlanKind;
pub use role::{Duty, Role};
pub use scene::{Scene, Source};
pub use state::*;
pub use term::{AttributeKind, AttributeName, Term, TermValue};
pub use upload_fault::UploadFault;
pub use upload_purpose::UploadPurpose;
pub use value::*;
pub use violation::{Effect, Severity, ViolationKind, ViolationTarget};
pub use window::{Arrangement, Difference, Placed, Topic, Vanished, WindowLook, WindowOp, differences};
