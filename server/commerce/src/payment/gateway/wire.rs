//! The JSON of a provider that speaks like WeChat Pay v3, as far as the shop uses it.

use serde::{Deserialize, Serialize};
use shared::{Currency, Money};

/// Scheme of the `Authorization` header.
pub const SCHEME: &str = "VITRINE-HMAC-SHA256";
/// Where payments are created; queries and closings are below it.
pub const TRADES: &str = "/v3/pay/transactions";
/// Where refunds are created; queries are below it.
pub const REFUNDS: &str = "/v3/refund/domestic/refunds";
/// Where the provider's public keys are.
pub const CERTIFICATES: &str = "/v3/certificates";

#[derive(Debug, Serialize, Deserialize)]
pub struct Amount {
    pub total: i64,
    pub currency: String,
}

impl Amount {
    pub fn of(money: Money) -> Self {
        Self { total: money.minor, currency: code(money.currency).to_owned() }
    }

    /// `None` in a currency that we do not know.
    pub fn money(&self) -> Option<Money> {
        Some(Money::new(self.total, currency(&self.currency)?))
    }
}

pub const fn code(currency: Currency) -> &'static str {
    match currency {
        Currency::Cny => "CNY",
        Currency::Usd => "USD",
    }
}

pub fn currency(code: &str) -> Option<Currency> {
    [Currency::Cny, Currency::Usd].into_iter().find(|currency| self::code(*currency) == code)
}

#[derive(Debug, Serialize, Deserialize)]
pub struct CreateTrade {
    pub out_trade_no: String,
    pub description: String,
    pub time_expire: String,
    pub notify_url: String,
    /// `wechat`, `alipay` or `card`: the sandbox plays all of them.
    pub method: String,
    pub amount: Amount,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Created {
    pub code_url: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct TradeAnswer {
    pub out_trade_no: String,
    /// `NOTPAY`, `USERPAYING`, `SUCCESS`, `PAYERROR`, `CLOSED`, `REVOKED`, `REFUND`.
    pub trade_state: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transaction_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub success_time: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct CreateRefund {
    pub out_trade_no: String,
    pub out_refund_no: String,
    pub reason: String,
    pub amount: RefundAmount,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct RefundAmount {
    pub refund: i64,
    pub total: i64,
    pub currency: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct RefundStatus {
    pub out_refund_no: String,
    /// `PROCESSING`, `SUCCESS`, `CLOSED`, `ABNORMAL`; called `refund_status` in notifications.
    #[serde(alias = "refund_status")]
    pub status: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Failure {
    /// `ORDERPAID`, `RESOURCE_NOT_EXISTS`, …
    pub code: String,
    pub message: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Certificates {
    pub data: Vec<Certificate>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Certificate {
    pub serial_no: String,
    /// The public key, encrypted with the shared key: that is what makes it believable.
    pub encrypt_certificate: Sealed,
}

/// Something encrypted with AEAD_AES_256_GCM under the shared key.
#[derive(Debug, Serialize, Deserialize)]
pub struct Sealed {
    pub algorithm: String,
    /// Base64, tag at the end.
    pub ciphertext: String,
    #[serde(default)]
    pub associated_data: String,
    /// Twelve characters.
    pub nonce: String,
    #[serde(default)]
    pub original_type: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Notification {
    pub id: String,
    pub create_time: String,
    /// `TRANSACTION.SUCCESS`, `REFUND.SUCCESS`, …
    pub event_type: String,
    pub resource_type: String,
    pub summary: String,
    pub resource: Sealed,
}

pub const ALGORITHM: &str = "AEAD_AES_256_GCM";
