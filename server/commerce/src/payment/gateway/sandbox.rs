use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, OnceLock, PoisonError, RwLock},
    time::Duration,
};

use aws_lc_rs::error::Unspecified;
use futures::{FutureExt, future::BoxFuture};
use serde::{Serialize, de::DeserializeOwned};
use shared::{PaymentId, RefundId, dto::PaymentMethod};

use super::{
    Closing, GatewayError, Notice, NoticeContent, NoticeHeaders, PaymentGateway, Prepaid, Prepay, RefundAnswer, Repay,
    Trade, TradeState,
    crypto::{self, ApiKey},
    wire,
};
use crate::Clock;

/// How old a notification may be, or how far ahead: against replay.
const FRESH_SECONDS: i64 = 300;
const TIMEOUT: Duration = Duration::from_secs(5);

/// How requests reach the provider.
pub trait Transport: fmt::Debug + Send + Sync {
    /// Sends one request to `path` (with query, without host) and returns status and body.
    fn send<'a>(
        &'a self,
        method: &'static str,
        path: &'a str,
        authorization: String,
        body: String,
    ) -> BoxFuture<'a, Result<(u16, Vec<u8>), GatewayError>>;
}

/// Over HTTP.
#[derive(Debug)]
pub struct HttpTransport {
    /// Where the provider is, without a slash at the end.
    base: String,
    /// Made with the first call: a start should not wait for it.
    client: OnceLock<reqwest::Client>,
}

impl HttpTransport {
    /// To the provider at `base` (`http://127.0.0.1:3000/sandbox`).
    pub fn new(base: impl Into<String>) -> Self {
        Self { base: base.into(), client: OnceLock::new() }
    }

    fn client(&self) -> Result<&reqwest::Client, GatewayError> {
        if let Some(client) = self.client.get() {
            return Ok(client);
        }
        let client = reqwest::Client::builder().timeout(TIMEOUT).tcp_nodelay(true).no_proxy().build();
        let client = client.map_err(GatewayError::unavailable)?;
        Ok(self.client.get_or_init(|| client))
    }
}

impl Transport for HttpTransport {
    fn send<'a>(
        &'a self,
        method: &'static str,
        path: &'a str,
        authorization: String,
        body: String,
    ) -> BoxFuture<'a, Result<(u16, Vec<u8>), GatewayError>> {
        async move {
            let method = if method == "GET" { reqwest::Method::GET } else { reqwest::Method::POST };
            let request = self.client()?.request(method, format!("{}{path}", self.base));
            let request = request.header("authorization", authorization).header("content-type", "application/json");
            let answer = request.body(body).send().await.map_err(GatewayError::unavailable)?;
            let status = answer.status().as_u16();
            let body = answer.bytes().await.map_err(GatewayError::unavailable)?;
            Ok((status, body.to_vec()))
        }
        .boxed()
    }
}

/// The sandbox provider's client: WeChat-Pay-v3-like JSON, requests authenticated by HMAC-SHA256 with
/// the shared key, messages signed with RSA-SHA256 and encrypted with AES-256-GCM.
#[derive(Debug)]
pub struct SandboxGateway {
    transport: Arc<dyn Transport>,
    key: ApiKey,
    /// The time of the wire, never the shop's: two parties have to agree on it.
    clock: Clock,
    /// Public keys by serial; fetched when a message names an unknown one.
    keys: RwLock<HashMap<String, Vec<u8>>>,
}

impl SandboxGateway {
    /// A client over `transport` with the key that is derived from the instance's `secret`.
    pub fn new(transport: Arc<dyn Transport>, secret: &[u8; 32]) -> Self {
        Self { transport, key: ApiKey::derive(secret), clock: Clock::system(), keys: RwLock::default() }
    }

    /// The same over HTTP to the provider at `base` (`http://127.0.0.1:3000/sandbox`).
    pub fn over_http(base: impl Into<String>, secret: &[u8; 32]) -> Self {
        Self::new(Arc::new(HttpTransport::new(base)), secret)
    }

    async fn call<A: DeserializeOwned>(
        &self,
        method: &'static str,
        path: &str,
        body: Option<&(impl Serialize + Sync)>,
    ) -> Result<Result<A, wire::Failure>, GatewayError> {
        let body = body.map(serde_json::to_string).transpose().map_err(GatewayError::unavailable)?.unwrap_or_default();
        let timestamp = self.clock.now().timestamp().to_string();
        let nonce = crypto::nonce().map_err(random)?;
        let tag = self.key.tag(&crypto::request(method, path, &timestamp, &nonce, &body));
        let authorization = format!("{} {timestamp}.{nonce}.{tag}", wire::SCHEME);
        let (status, answer) = self.transport.send(method, path, authorization, body).await?;
        let read = |answer: &[u8]| if answer.is_empty() { b"null".to_vec() } else { answer.to_vec() };
        match status {
            200..300 => serde_json::from_slice(&read(&answer)).map(Ok).map_err(GatewayError::unavailable),
            400..500 => serde_json::from_slice(&answer).map(Err).map_err(GatewayError::unavailable),
            _ => Err(GatewayError::unavailable(format!("status {status}"))),
        }
    }

    async fn public_key(&self, serial: &str) -> Result<Vec<u8>, GatewayError> {
        let known = || self.keys.read().unwrap_or_else(PoisonError::into_inner).get(serial).cloned();
        if let Some(key) = known() {
            return Ok(key);
        }
        let answer = self.call::<wire::Certificates>("GET", wire::CERTIFICATES, None::<&()>).await?;
        let certificates = answer.map_err(|failure| GatewayError::Refused(failure.code))?;
        for wire::Certificate { serial_no, encrypt_certificate: sealed } in certificates.data {
            let key = self.open(&sealed)?;
            self.keys.write().unwrap_or_else(PoisonError::into_inner).insert(serial_no, key);
        }
        known().ok_or(GatewayError::Forged("no such key"))
    }

    fn open(&self, sealed: &wire::Sealed) -> Result<Vec<u8>, GatewayError> {
        let wire::Sealed { ciphertext, associated_data, nonce, .. } = sealed;
        self.key.open(nonce, associated_data, ciphertext).map_err(|_| GatewayError::Forged("cannot be decrypted"))
    }
}

fn random(_: Unspecified) -> GatewayError {
    GatewayError::unavailable("no random numbers")
}

impl PaymentGateway for SandboxGateway {
    fn create<'a>(&'a self, payment: &'a Prepay) -> BoxFuture<'a, Result<Prepaid, GatewayError>> {
        async move {
            let request = wire::CreateTrade {
                out_trade_no: payment.payment.to_string(),
                description: payment.description.clone(),
                time_expire: payment.pay_by.to_rfc3339(),
                notify_url: payment.notify_url.clone(),
                method: method(payment.method).to_owned(),
                amount: wire::Amount::of(payment.amount),
            };
            let answer = self.call::<wire::Created>("POST", wire::TRADES, Some(&request)).await?;
            let wire::Created { code_url } = answer.map_err(|failure| GatewayError::Refused(failure.code))?;
            Ok(Prepaid { code_url })
        }
        .boxed()
    }

    fn query(&self, payment: PaymentId) -> BoxFuture<'_, Result<Trade, GatewayError>> {
        async move {
            let path = format!("{}/out-trade-no/{payment}", wire::TRADES);
            match self.call::<wire::TradeAnswer>("GET", &path, None::<&()>).await? {
                Ok(answer) => trade(answer).ok_or_else(|| GatewayError::unavailable("an answer about something else")),
                Err(_) => Ok(Trade { payment, state: TradeState::Waiting, transaction_id: None, amount: None }),
            }
        }
        .boxed()
    }

    fn close(&self, payment: PaymentId) -> BoxFuture<'_, Result<Closing, GatewayError>> {
        async move {
            let path = format!("{}/out-trade-no/{payment}/close", wire::TRADES);
            match self.call::<()>("POST", &path, None::<&()>).await? {
                Ok(()) => Ok(Closing::Closed),
                Err(failure) if failure.code == "ORDERPAID" => Ok(Closing::Paid),
                Err(failure) if failure.code == "RESOURCE_NOT_EXISTS" => Ok(Closing::Closed),
                Err(failure) => Err(GatewayError::Refused(failure.code)),
            }
        }
        .boxed()
    }

    fn refund<'a>(&'a self, refund: &'a Repay) -> BoxFuture<'a, Result<RefundAnswer, GatewayError>> {
        async move {
            let request = wire::CreateRefund {
                out_trade_no: refund.payment.to_string(),
                out_refund_no: refund.refund.to_string(),
                reason: refund.reason.clone(),
                amount: wire::RefundAmount {
                    refund: refund.amount.minor,
                    total: refund.total.minor,
                    currency: wire::code(refund.amount.currency).to_owned(),
                },
            };
            let answer = self.call::<wire::RefundStatus>("POST", wire::REFUNDS, Some(&request)).await?;
            answer.map(|status| repaid(&status.status)).map_err(|failure| GatewayError::Refused(failure.code))
        }
        .boxed()
    }

    fn query_refund(&self, refund: RefundId) -> BoxFuture<'_, Result<Option<RefundAnswer>, GatewayError>> {
        async move {
            let path = format!("{}/{refund}", wire::REFUNDS);
            match self.call::<wire::RefundStatus>("GET", &path, None::<&()>).await? {
                Ok(status) => Ok(Some(repaid(&status.status))),
                Err(failure) if failure.code == "RESOURCE_NOT_EXISTS" => Ok(None),
                Err(failure) => Err(GatewayError::Refused(failure.code)),
            }
        }
        .boxed()
    }

    fn parse_notification<'a>(
        &'a self,
        headers: &'a NoticeHeaders,
        body: &'a [u8],
    ) -> BoxFuture<'a, Result<Notice, GatewayError>> {
        async move {
            let NoticeHeaders { timestamp, nonce, signature, serial } = headers;
            let sent: i64 = timestamp.parse().map_err(|_| GatewayError::Forged("no timestamp"))?;
            if self.clock.now().timestamp().abs_diff(sent) > FRESH_SECONDS.unsigned_abs() {
                return Err(GatewayError::Forged("too old"));
            }
            let key = self.public_key(serial).await?;
            if !crypto::is_signed(&key, &crypto::signed(timestamp, nonce, body), signature) {
                return Err(GatewayError::Forged("wrong signature"));
            }
            let notification: wire::Notification =
                serde_json::from_slice(body).map_err(|_| GatewayError::Forged("not a notification"))?;
            let resource = self.open(&notification.resource)?;
            let unreadable = || GatewayError::Forged("an unreadable resource");
            let content = if notification.event_type.starts_with("REFUND.") {
                let status: wire::RefundStatus = serde_json::from_slice(&resource).map_err(|_| unreadable())?;
                let refund = status.out_refund_no.parse().map_err(|_| unreadable())?;
                NoticeContent::Refund(refund, repaid(&status.status))
            } else {
                let answer: wire::TradeAnswer = serde_json::from_slice(&resource).map_err(|_| unreadable())?;
                NoticeContent::Trade(trade(answer).ok_or_else(unreadable)?)
            };
            Ok(Notice { id: notification.id, content })
        }
        .boxed()
    }
}

pub const fn method(method: PaymentMethod) -> &'static str {
    match method {
        PaymentMethod::Wechat => "wechat",
        PaymentMethod::Alipay => "alipay",
        PaymentMethod::Card => "card",
    }
}

/// `None` if it is not about a payment of ours. A refunded trade (`REFUND`) was paid once.
fn trade(answer: wire::TradeAnswer) -> Option<Trade> {
    let state = match answer.trade_state.as_str() {
        "SUCCESS" | "REFUND" => TradeState::Succeeded,
        "PAYERROR" => TradeState::Failed,
        "CLOSED" | "REVOKED" => TradeState::Closed,
        _ => TradeState::Waiting,
    };
    let amount = answer.amount.and_then(|amount| amount.money());
    Some(Trade { payment: answer.out_trade_no.parse().ok()?, state, transaction_id: answer.transaction_id, amount })
}

/// A refund that the provider closed will not arrive by itself either.
fn repaid(status: &str) -> RefundAnswer {
    match status {
        "SUCCESS" => RefundAnswer::Succeeded,
        "ABNORMAL" | "CLOSED" => RefundAnswer::Abnormal,
        _ => RefundAnswer::Processing,
    }
}
