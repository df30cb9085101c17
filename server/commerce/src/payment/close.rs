use sea_orm::ActiveValue::Set;
use shared::{ErrorCode, PaymentEvent, PaymentId, PaymentState};

use super::{Closing, entity::payment, queries, service};
use crate::{Commerce, Error, db::Tx};

/// Makes sure that nobody can pay `id` any more: at the provider first, then here. If the provider has
/// the money already, its answer is applied and the result is `Paid`. `Unavailable` if it does not
/// answer: nothing is known then, and nothing was changed.
pub(crate) async fn close(commerce: &Commerce, id: PaymentId) -> Result<Closing, Error> {
    let payment = queries::by_id(commerce.db().read(), id).await?.ok_or(ErrorCode::NotFound)?;
    if !payment.is_open() {
        let paid = payment.state == PaymentState::Succeeded;
        return Ok(if paid { Closing::Paid } else { Closing::Closed });
    }
    if commerce.0.gateway.close(id).await? == Closing::Paid {
        service::sync(commerce, id).await?;
        return Ok(Closing::Paid);
    }
    commerce.db().write(move |tx| Box::pin(closed(tx, id))).await?;
    Ok(Closing::Closed)
}

/// The provider closed it.
pub async fn closed(tx: &Tx, id: PaymentId) -> Result<(), Error> {
    let Some(payment) = queries::locked(tx, id).await?.filter(payment::Model::is_open) else { return Ok(()) };
    let state = payment.state.transition(PaymentEvent::Close)?;
    let change = payment::ActiveModel { state: Set(state), due_at: Set(None), ..Default::default() };
    queries::update(tx, id, payment.state, change).await?;
    Ok(())
}
