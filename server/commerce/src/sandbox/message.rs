//! What the provider sends by itself: signed, and encrypted for the shop.

use chrono::SecondsFormat;
use serde::Serialize;

use super::{
    entity::{refund, trade},
    key::key,
};
use crate::{
    Clock, Commerce, Error,
    payment::{
        NoticeHeaders,
        crypto::{self, ApiKey},
        wire::{self, Amount, Notification, Sealed, TradeAnswer},
    },
};

/// A message on its way to the shop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// What makes it believable.
    pub headers: NoticeHeaders,
    /// To be sent as it is: the signature is over these bytes.
    pub body: Vec<u8>,
}

/// How a trade stands, as answers and messages say it.
pub fn trade_answer(trade: &trade::Model) -> TradeAnswer {
    TradeAnswer {
        out_trade_no: trade.out_trade_no.clone(),
        trade_state: trade.state.clone(),
        transaction_id: trade.transaction_id.clone(),
        success_time: trade.success_time.map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, true)),
        amount: Some(Amount { total: trade.total, currency: trade.currency.clone() }),
    }
}

/// Tells how a trade stands; every call makes a message of its own.
pub async fn of_trade(commerce: &Commerce, trade: &trade::Model) -> Result<Delivery, Error> {
    let event = if trade.state == "SUCCESS" { "TRANSACTION.SUCCESS" } else { "TRANSACTION.PAYERROR" };
    message(commerce, event, "transaction", &trade_answer(trade)).await
}

#[derive(Serialize)]
struct Refunded<'a> {
    out_trade_no: &'a str,
    out_refund_no: &'a str,
    refund_status: &'a str,
}

/// Tells that a refund arrived.
pub async fn of_refund(commerce: &Commerce, refund: &refund::Model) -> Result<Delivery, Error> {
    let refund::Model { out_trade_no, out_refund_no, .. } = refund;
    message(commerce, "REFUND.SUCCESS", "refund", &Refunded { out_trade_no, out_refund_no, refund_status: "SUCCESS" })
        .await
}

/// `plain` encrypted under the shared key.
pub fn seal(commerce: &Commerce, original_type: &str, plain: &[u8]) -> Result<Sealed, Error> {
    let nonce = crypto::nonce().map_err(Error::failed("random numbers"))?;
    let key = ApiKey::derive(&commerce.config().secret);
    Ok(Sealed {
        algorithm: wire::ALGORITHM.to_owned(),
        ciphertext: key.seal(&nonce, original_type, plain).map_err(Error::failed("encrypt"))?,
        associated_data: original_type.to_owned(),
        nonce,
        original_type: original_type.to_owned(),
    })
}

async fn message(
    commerce: &Commerce,
    event_type: &str,
    original_type: &str,
    resource: &(impl Serialize + Sync),
) -> Result<Delivery, Error> {
    let key = key(commerce).await?;
    // The time of the wire, which both sides share, not the shop's.
    let wire = Clock::system();
    let resource = serde_json::to_vec(resource).map_err(Error::failed("write a message"))?;
    let notification = Notification {
        id: wire.new_id().to_string(),
        create_time: wire.now().to_rfc3339_opts(SecondsFormat::Secs, true),
        event_type: event_type.to_owned(),
        resource_type: "encrypt-resource".to_owned(),
        summary: event_type.to_owned(),
        resource: seal(commerce, original_type, &resource)?,
    };
    let body = serde_json::to_vec(&notification).map_err(Error::failed("write a message"))?;
    let timestamp = wire.now().timestamp().to_string();
    let nonce = crypto::nonce().map_err(Error::failed("random numbers"))?;
    let signature = key.sign(&crypto::signed(&timestamp, &nonce, &body)).map_err(Error::failed("sign"))?;
    let headers = NoticeHeaders { timestamp, nonce, signature, serial: key.serial.clone() };
    Ok(Delivery { headers, body })
}
