use shared::{
    IdempotencyKey, OrderId, PaymentId,
    dto::{PaymentMethod, PaymentView},
};

use crate::{Actor, Error, Payments};

impl Payments<'_> {
    /// Starts paying the caller's unpaid orders together; an open payment of the same orders and method
    /// is returned again, one with another method is closed first. `NotFound`, `IllegalTransition` if
    /// one of them is not waiting for payment, `Unavailable` if the provider does not answer.
    pub async fn create(
        &self,
        actor: Actor,
        key: IdempotencyKey,
        orders: Vec<OrderId>,
        method: PaymentMethod,
    ) -> Result<PaymentView, Error> {
        let _ = (actor, key, orders, method);
        todo!("trade")
    }

    /// One payment, for its payer; `NotFound` for everybody else.
    pub async fn get(&self, actor: Actor, id: PaymentId) -> Result<PaymentView, Error> {
        let _ = (actor, id);
        todo!("trade")
    }

    /// Asks the provider how an open payment stands and applies the answer: heals a lost notification.
    pub async fn sync(&self, actor: Actor, id: PaymentId) -> Result<PaymentView, Error> {
        let _ = (actor, id);
        todo!("trade")
    }
}
