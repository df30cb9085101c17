use serde::{Deserialize, Serialize};
use shared::{ErrorCode, PaymentId};

use super::{Delivery, message, queries};
use crate::{Actor, Clock, Error, Sandbox};

/// How the buyer's attempt to pay ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The money arrives.
    Success,
    /// It does not; another attempt may.
    Failure,
    /// It arrives after the shop has given the order up.
    Late,
    /// It arrives once, and three messages say so, two of them the same.
    Duplicate,
}

impl Sandbox<'_> {
    /// Plays the buyer at the provider and returns the messages for the shop, to be delivered in
    /// order. `NotFound` for a payment the provider has never heard of, `IllegalTransition` for a
    /// closed one (but `Late` pays anyway).
    pub async fn attempt(&self, payment: PaymentId, outcome: Outcome) -> Result<Vec<Delivery>, Error> {
        let db = &self.shop().db;
        let id = payment.to_string();
        queries::trade(db.read(), &id).await?.ok_or(ErrorCode::NotFound)?;
        if outcome == Outcome::Late {
            self.0.payment().expire(Actor::System, payment).await?;
        }
        let wire = Clock::system();
        let transaction = format!("42{:038}", wire.new_id().as_u128() % 10_u128.pow(38));
        let at = wire.now();
        let trade = db.write(move |tx| {
            let (id, transaction) = (id.clone(), transaction.clone());
            Box::pin(async move {
                let open = ["NOTPAY", "PAYERROR"];
                let moved = match outcome {
                    Outcome::Failure => queries::move_trade(tx, &id, &open, "PAYERROR").await?,
                    Outcome::Late => {
                        queries::pay_trade(tx, &id, &["NOTPAY", "PAYERROR", "CLOSED"], transaction, at).await?
                    }
                    Outcome::Success | Outcome::Duplicate => {
                        queries::pay_trade(tx, &id, &open, transaction, at).await?
                    }
                };
                let trade = queries::trade(tx, &id).await?.ok_or(ErrorCode::NotFound)?;
                // Paid twice is paid once, and said again.
                let again = trade.state == "SUCCESS" && outcome != Outcome::Failure;
                if moved || again { Ok(trade) } else { Err(Error::Refused(ErrorCode::IllegalTransition)) }
            })
        });
        let trade = trade.await?;
        let first = message::of_trade(self.0, &trade).await?;
        if outcome == Outcome::Duplicate {
            let other = message::of_trade(self.0, &trade).await?;
            return Ok(vec![first.clone(), first, other]);
        }
        Ok(vec![first])
    }
}
