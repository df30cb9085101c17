//! What the shop needs of a payment provider, in its own words.

pub(crate) mod crypto;
mod sandbox;
pub(crate) mod wire;

use std::fmt;

use chrono::{DateTime, Utc};
use futures::future::BoxFuture;
pub use sandbox::{HttpTransport, SandboxGateway, Transport};
use shared::{Money, PaymentId, RefundId, dto::PaymentMethod};

/// A payment provider: a stateless translation of six calls. Every call may be repeated with the same
/// ids and then means the same; none is made inside a database transaction.
///
/// Invariants: a state this crate does not know reads as "still waiting", never as success or failure;
/// amounts are whole minor units; the provider knows our ids and we keep its number of the money.
pub trait PaymentGateway: fmt::Debug + Send + Sync {
    /// Tells the provider to expect this payment. Repeating it with the same id is the same payment.
    /// `Unavailable` if it does not answer, `Refused` if it will never take this payment.
    fn create<'a>(&'a self, payment: &'a Prepay) -> BoxFuture<'a, Result<Prepaid, GatewayError>>;

    /// How a payment stands. One that the provider does not know is `Waiting`.
    fn query(&self, payment: PaymentId) -> BoxFuture<'_, Result<Trade, GatewayError>>;

    /// Makes sure nobody can pay it any more, or learns that somebody did. A payment that the provider
    /// does not know or has closed before is `Closed`.
    fn close(&self, payment: PaymentId) -> BoxFuture<'_, Result<Closing, GatewayError>>;

    /// Sends money of a succeeded payment back. Repeating it with the same id is the same refund.
    fn refund<'a>(&'a self, refund: &'a Repay) -> BoxFuture<'a, Result<RefundAnswer, GatewayError>>;

    /// How a refund stands; `None` if the provider has never heard of it.
    fn query_refund(&self, refund: RefundId) -> BoxFuture<'_, Result<Option<RefundAnswer>, GatewayError>>;

    /// Checks who sent a message and that it is fresh (5 minutes), then decrypts and reads it. `body`
    /// is what came over the wire, byte by byte. `Forged` for anything that is not certainly the
    /// provider's.
    fn parse_notification<'a>(
        &'a self,
        headers: &'a NoticeHeaders,
        body: &'a [u8],
    ) -> BoxFuture<'a, Result<Notice, GatewayError>>;
}

/// A payment to expect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepay {
    /// Our id, the provider's `out_trade_no`.
    pub payment: PaymentId,
    /// How the buyer pays.
    pub method: PaymentMethod,
    /// How much.
    pub amount: Money,
    /// What for, in a few words for the buyer's statement.
    pub description: String,
    /// Nobody should pay it after; `close` makes sure.
    pub pay_by: DateTime<Utc>,
    /// Where the provider reports to.
    pub notify_url: String,
}

/// The provider expects the payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepaid {
    /// What a QR code for the buyer's wallet holds.
    pub code_url: String,
}

/// How a payment stands at the provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trade {
    /// Our id.
    pub payment: PaymentId,
    /// Its state.
    pub state: TradeState,
    /// The provider's number of the money, once there is any.
    pub transaction_id: Option<String>,
    /// What was paid; `None` if it was nothing or in a currency that we do not know.
    pub amount: Option<Money>,
}

/// The provider's states, as far as they make a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TradeState {
    /// Nothing is decided; also for every state that we do not know.
    Waiting,
    /// The provider has the money.
    Succeeded,
    /// An attempt failed; another may follow.
    Failed,
    /// Nobody can pay it any more.
    Closed,
}

/// What closing a payment led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    /// Nobody can pay it any more.
    Closed,
    /// Somebody paid it already.
    Paid,
}

/// Money to send back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repay {
    /// Our id, the provider's `out_refund_no`.
    pub refund: RefundId,
    /// Of which payment.
    pub payment: PaymentId,
    /// How much.
    pub amount: Money,
    /// What the payment was in all.
    pub total: Money,
    /// Why, for the buyer's statement.
    pub reason: String,
}

/// How a refund stands at the provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefundAnswer {
    /// On its way; also for every state that we do not know.
    Processing,
    /// The buyer has it.
    Succeeded,
    /// The provider cannot return it; a person must help.
    Abnormal,
}

/// The headers that make a message believable.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NoticeHeaders {
    /// `Wechatpay-Timestamp`: seconds since 1970.
    pub timestamp: String,
    /// `Wechatpay-Nonce`.
    pub nonce: String,
    /// `Wechatpay-Signature`: base64 of RSA-SHA256 over timestamp, nonce and body, each with a line feed.
    pub signature: String,
    /// `Wechatpay-Serial`: which key signed.
    pub serial: String,
}

/// A message that is certainly the provider's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The provider's id of it; a repeated message has the same.
    pub id: String,
    /// What it says.
    pub content: NoticeContent,
}

/// What a message says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoticeContent {
    /// A payment moved.
    Trade(Trade),
    /// A refund moved.
    Refund(RefundId, RefundAnswer),
}

/// Why a call of the provider came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum GatewayError {
    /// No answer or none that makes sense: nothing is known, try again later.
    #[error("the payment provider does not answer")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// It said no, for good.
    #[error("the payment provider refuses: {0}")]
    Refused(String),
    /// The message is not certainly the provider's.
    #[error("not a message of the payment provider: {0}")]
    Forged(&'static str),
}

impl GatewayError {
    /// For `map_err`: nothing is known.
    pub(crate) fn unavailable<E: Into<Box<dyn std::error::Error + Send + Sync>>>(cause: E) -> Self {
        Self::Unavailable(cause.into())
    }
}

impl From<GatewayError> for crate::Error {
    fn from(error: GatewayError) -> Self {
        match error {
            GatewayError::Forged(why) => {
                tracing::warn!(why, "a payment notification was refused");
                Self::Refused(shared::ErrorCode::Unauthenticated)
            }
            other => {
                tracing::warn!(error = &other as &dyn std::error::Error, "payment provider");
                Self::Refused(shared::ErrorCode::Unavailable)
            }
        }
    }
}
