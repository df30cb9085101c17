//! The provider's interface for the shop, without the HTTP around it.

use serde::{Serialize, de::DeserializeOwned};

use super::{
    Delivery,
    entity::{refund, trade},
    key::key,
    message, queries,
};
use crate::{
    Clock, Commerce, Error, Sandbox,
    payment::{
        crypto::{self, ApiKey},
        wire,
    },
};

/// How old a request may be, in seconds.
const FRESH: u64 = 300;

/// What the provider answers, and what it sends by itself afterwards.
#[derive(Debug)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// JSON, or nothing with 204.
    pub body: Vec<u8>,
    /// Messages to deliver once the answer is on its way.
    pub deliveries: Vec<Delivery>,
}

impl Answer {
    fn json(status: u16, body: &impl Serialize) -> Result<Self, Error> {
        let body = serde_json::to_vec(body).map_err(Error::failed("write an answer"))?;
        Ok(Self { status, body, deliveries: Vec::new() })
    }

    fn refusal(status: u16, code: &str) -> Result<Self, Error> {
        Self::json(status, &wire::Failure { code: code.to_owned(), message: code.to_owned() })
    }

    fn unknown() -> Result<Self, Error> {
        Self::refusal(404, "RESOURCE_NOT_EXISTS")
    }
}

impl Sandbox<'_> {
    /// Answers one request of the shop: `path` is below the provider's base, `authorization` the
    /// header, `body` what came. Says no in the provider's own words; `Err` only if the books fail.
    pub async fn answer(&self, method: &str, path: &str, authorization: &str, body: &str) -> Result<Answer, Error> {
        if !self.is_authentic(method, path, authorization, body) {
            return Answer::refusal(401, "SIGN_ERROR");
        }
        let below = |prefix: &str| path.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('/'));
        match method {
            "POST" if path == wire::TRADES => create(self.0, body).await,
            "POST" if path == wire::REFUNDS => refund(self.0, body).await,
            "GET" if path == wire::CERTIFICATES => certificates(self.0).await,
            _ => match (method, below(&format!("{}/out-trade-no", wire::TRADES)), below(wire::REFUNDS)) {
                ("GET", Some(id), _) => trade(self.0, id).await,
                ("POST", Some(rest), _) => match rest.strip_suffix("/close") {
                    Some(id) => close(self.0, id).await,
                    None => Answer::unknown(),
                },
                ("GET", _, Some(id)) => refund_status(self.0, id).await,
                _ => Answer::unknown(),
            },
        }
    }

    fn is_authentic(&self, method: &str, path: &str, authorization: &str, body: &str) -> bool {
        let credentials = authorization.strip_prefix(wire::SCHEME).unwrap_or_default().trim();
        let mut parts = credentials.splitn(3, '.');
        let (Some(timestamp), Some(nonce), Some(tag)) = (parts.next(), parts.next(), parts.next()) else {
            return false;
        };
        let sent: i64 = timestamp.parse().unwrap_or_default();
        let fresh = Clock::system().now().timestamp().abs_diff(sent) <= FRESH;
        let key = ApiKey::derive(&self.shop().config.secret);
        fresh && key.is_tag(&crypto::request(method, path, timestamp, nonce, body), tag)
    }
}

fn parse<T: DeserializeOwned>(body: &str) -> Option<T> {
    serde_json::from_str(body).ok()
}

async fn create(commerce: &Commerce, body: &str) -> Result<Answer, Error> {
    let Some(request) = parse::<wire::CreateTrade>(body) else { return Answer::refusal(400, "PARAM_ERROR") };
    let wire::Amount { total, currency } = request.amount;
    if total <= 0 || wire::currency(&currency).is_none() {
        return Answer::refusal(400, "PARAM_ERROR");
    }
    let id = request.out_trade_no;
    let row = trade::Model {
        out_trade_no: id.clone(),
        state: "NOTPAY".to_owned(),
        total,
        currency,
        transaction_id: None,
        success_time: None,
    };
    let same = commerce.db().write(move |tx| {
        let row = row.clone();
        Box::pin(async move {
            if queries::insert_trade(tx, row.clone()).await? {
                return Ok::<_, Error>(true);
            }
            let there = queries::trade(tx, &row.out_trade_no).await?;
            Ok(there.is_some_and(|there| there.total == row.total && there.currency == row.currency))
        })
    });
    if same.await? {
        Answer::json(200, &wire::Created { code_url: format!("weixin://vitrine-sandbox/{id}") })
    } else {
        Answer::refusal(400, "OUT_TRADE_NO_USED")
    }
}

async fn trade(commerce: &Commerce, id: &str) -> Result<Answer, Error> {
    match queries::trade(commerce.db().read(), id).await? {
        Some(trade) => Answer::json(200, &message::trade_answer(&trade)),
        None => Answer::unknown(),
    }
}

async fn close(commerce: &Commerce, id: &str) -> Result<Answer, Error> {
    let id = id.to_owned();
    let state = commerce.db().write(move |tx| {
        let id = id.clone();
        Box::pin(async move {
            queries::move_trade(tx, &id, &["NOTPAY", "PAYERROR"], "CLOSED").await?;
            Ok::<_, Error>(queries::trade(tx, &id).await?.map(|trade| trade.state))
        })
    });
    match state.await?.as_deref() {
        Some("CLOSED") => Ok(Answer { status: 204, body: Vec::new(), deliveries: Vec::new() }),
        Some(_) => Answer::refusal(400, "ORDERPAID"),
        None => Answer::unknown(),
    }
}

/// Refunds arrive at once; the answer says `PROCESSING` all the same, as the real one does.
async fn refund(commerce: &Commerce, body: &str) -> Result<Answer, Error> {
    let Some(request) = parse::<wire::CreateRefund>(body) else { return Answer::refusal(400, "PARAM_ERROR") };
    let row = refund::Model {
        out_refund_no: request.out_refund_no,
        out_trade_no: request.out_trade_no,
        refund: request.amount.refund,
        currency: request.amount.currency,
        success_time: Clock::system().now(),
    };
    let kept = row.clone();
    let refusal = commerce.db().write(move |tx| {
        let row = kept.clone();
        Box::pin(async move {
            let trade = queries::trade(tx, &row.out_trade_no).await?;
            let Some(trade) = trade.filter(|trade| trade.state == "SUCCESS") else {
                return Ok::<_, Error>(Some("RESOURCE_NOT_EXISTS"));
            };
            let others = queries::refunds_of(tx, &row.out_trade_no).await?;
            let others = others.iter().filter(|other| other.out_refund_no != row.out_refund_no);
            let sum = others.map(|other| other.refund).sum::<i64>() + row.refund;
            if row.refund <= 0 || sum > trade.total || row.currency != trade.currency {
                return Ok(Some("NOT_ENOUGH"));
            }
            queries::insert_refund(tx, row).await?;
            Ok(None)
        })
    });
    match refusal.await? {
        Some(code) => Answer::refusal(400, code),
        None => {
            let status =
                wire::RefundStatus { out_refund_no: row.out_refund_no.clone(), status: "PROCESSING".to_owned() };
            let deliveries = vec![message::of_refund(commerce, &row).await?];
            Ok(Answer { deliveries, ..Answer::json(200, &status)? })
        }
    }
}

async fn refund_status(commerce: &Commerce, id: &str) -> Result<Answer, Error> {
    match queries::refund(commerce.db().read(), id).await? {
        Some(refund) => {
            let status = wire::RefundStatus { out_refund_no: refund.out_refund_no, status: "SUCCESS".to_owned() };
            Answer::json(200, &status)
        }
        None => Answer::unknown(),
    }
}

async fn certificates(commerce: &Commerce) -> Result<Answer, Error> {
    let key = key(commerce).await?;
    let encrypt_certificate = message::seal(commerce, "certificate", key.public())?;
    let certificate = wire::Certificate { serial_no: key.serial.clone(), encrypt_certificate };
    Answer::json(200, &wire::Certificates { data: vec![certificate] })
}
